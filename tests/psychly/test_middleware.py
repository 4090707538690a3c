import logging

import pytest
from django.test import override_settings

from psychly.logs import JsonFormatter, request_id
from psychly.middleware import HEADERS

pytestmark = pytest.mark.django_db

CANARY = "canary-denver-veterans"


@pytest.mark.parametrize("path", ["/about/", "/no-such-page/", "/healthz"])
def test_every_answer_has_the_headers(client, path):
    response = client.get(path)
    for name, value in HEADERS.items():
        assert response.headers[name] == value
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_the_policy_allows_only_ourselves():
    policy = HEADERS["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_each_request_has_an_id_of_its_own(client):
    ids = {client.get("/about/").headers["X-Request-ID"] for _ in range(3)}
    assert len(ids) == 3


def test_an_id_sent_by_the_visitor_is_not_taken(client):
    assert client.get("/about/", headers={"X-Request-ID": "mine"}).headers["X-Request-ID"] != "mine"


def test_the_log_names_the_route_and_nothing_a_visitor_said(client, caplog):
    with caplog.at_level(logging.INFO):
        client.get("/directory/", {"place": CANARY, "population": CANARY}, headers={"Referer": f"https://{CANARY}/"})
        client.get(f"/directory/{CANARY}/")
        client.get(f"/{CANARY}/")
    lines = [JsonFormatter().format(record) for record in caplog.records]
    assert any('"route": "directory/"' in line for line in lines)
    assert not any(CANARY in line for line in lines)


def test_a_method_that_is_none_is_not_written_down(client, caplog):
    with caplog.at_level(logging.INFO):
        client.generic(CANARY.upper(), "/about/")
    assert not any(CANARY.upper() in str(vars(record).get("facts")) for record in caplog.records)


def test_what_is_logged_after_an_answer_carries_no_id(client):
    client.get("/about/")
    assert request_id.get() == ""


@override_settings(DEBUG=False, ALLOWED_HOSTS=["psychly.example"])
def test_a_foreign_host_is_refused_without_logging_it(client, caplog):
    assert client.get("/about/", headers={"Host": f"{CANARY}.example"}).status_code == 400
    assert not any(CANARY in JsonFormatter().format(record) for record in caplog.records)
