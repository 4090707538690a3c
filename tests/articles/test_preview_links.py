from datetime import timedelta

import pytest
import time_machine
from django.core import signing
from django.utils import timezone

from articles.models import Article
from articles.preview_links import preview_path, read_token
from tests.factories.articles import make_review

pytestmark = pytest.mark.django_db


def test_a_reviewer_reads_the_working_copy_without_an_account(client):
    review = make_review()
    Article.objects.update(title="As it stands")
    response = client.get(preview_path(review))
    content = response.content.decode()
    assert response.status_code == 200
    assert "As it stands" in content
    assert "This text is not published." in content
    assert 'content="noindex, nofollow"' in content
    assert "canonical" not in content
    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in response.headers["Cache-Control"]
    assert not response.cookies


def test_it_runs_out_after_two_weeks(client):
    path = preview_path(make_review(due_on=timezone.localdate() + timedelta(days=90)))
    with time_machine.travel(timezone.now() + timedelta(days=13)):
        assert client.get(path).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        response = client.get(path)
    assert response.status_code == 410
    assert "This link has run out" in response.content.decode()


def test_it_ends_with_the_review(client):
    review = make_review()
    review.send_back(by=None, note="Too long")
    assert client.get(preview_path(review)).status_code == 410


@pytest.mark.parametrize(
    "token",
    ["x", signing.dumps(1, salt="elsewhere"), signing.dumps(1, salt="articles.preview")[:-1]],
    ids=["no token", "of another kind", "cut off"],
)
def test_what_we_did_not_sign_shows_nothing(client, token):
    make_review()
    assert read_token(token) is None
    assert client.get(f"/articles/preview/{token}/").status_code == 410
