from datetime import datetime, timedelta
from unittest import mock

import pytest
from django.db import OperationalError
from django.utils import timezone

pytestmark = pytest.mark.django_db


def test_a_healthy_site_says_ok(client):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response.headers["Cache-Control"]


def test_without_a_database_it_says_so(client):
    with mock.patch("psychly.health.connection.cursor", side_effect=OperationalError):
        assert client.get("/healthz").status_code == 503


def test_crawlers_find_the_sitemap(client):
    assert "Sitemap: http://127.0.0.1:8000/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_the_security_contact_is_valid_and_not_about_to_expire(client):
    text = client.get("/.well-known/security.txt").content.decode()
    lines = dict(line.split(": ", 1) for line in text.splitlines())
    assert lines["Contact"].startswith("mailto:")
    assert timezone.now() + timedelta(days=30) < datetime.fromisoformat(lines["Expires"])
