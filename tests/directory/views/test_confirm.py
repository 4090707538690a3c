"""The link in a letter: one click confirms, and no other thing does."""

import pytest
from django.test import Client

from directory.confirmation_links import confirmation_path
from directory.models import Change, Listing
from tests.factories.directory import days_ago, make_listing, make_offering

pytestmark = pytest.mark.django_db


@pytest.fixture
def listing():
    listing = make_listing(name="Quiet Harbor", email="office@quiet.example", confirmed_on=days_ago(80))
    listing.offerings.all().delete()
    make_offering(listing, price_session_min_usd=450, prices_as_of=days_ago(80))
    return listing


def words(response):
    return " ".join(response.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def test_the_facts_are_shown_and_nothing_is_confirmed_by_looking(client, listing):
    response = client.get(confirmation_path(listing))
    for fact in ("Quiet Harbor", "office@quiet.example", "$450", "not stated"):
        assert fact in words(response)
    assert Listing.objects.get().confirmed_on == days_ago(80)


def test_one_click_confirms(client, listing):
    path = confirmation_path(listing)
    response = client.post(path, follow=True)
    assert "was confirmed on" in words(response)
    assert Listing.objects.get().confirmed_on == days_ago(0)
    assert Change.objects.get().actor == "provider"


def test_a_second_click_changes_nothing_more(client, listing):
    path = confirmation_path(listing)
    for _click in range(2):
        assert client.post(path).status_code == 302
    assert Change.objects.count() == 1


def test_a_link_for_an_earlier_confirmation_confirms_nothing(client, listing):
    old = confirmation_path(listing)
    Listing.objects.update(confirmed_on=days_ago(3))
    client.post(old)
    assert Listing.objects.get().confirmed_on == days_ago(3)
    assert "There is nothing more to do" in words(client.get(old))


def test_one_that_time_has_hidden_comes_back(client):
    listing = make_listing(confirmed_on=days_ago(130))
    assert not Listing.objects.visible().exists()
    client.post(confirmation_path(listing))
    assert Listing.objects.visible().exists()


@pytest.mark.parametrize("fields", [{"status": "suspended"}, {"status": "draft"}, {"is_demonstration": True}])
def test_what_staff_took_away_does_not_come_back_by_a_click(client, listing, fields):
    path = confirmation_path(listing)
    Listing.objects.update(**fields)
    assert client.get(path).status_code == 410
    assert client.post(path).status_code == 410
    assert Listing.objects.get().confirmed_on == days_ago(80)


@pytest.mark.parametrize("token", ["x", "WzEsNzM5XQ:1abc:def", "a" * 2000])
def test_a_link_that_is_not_ours_says_so_kindly(client, token):
    response = client.post(f"/directory/confirm/{token}/")
    assert response.status_code == 410
    assert "This link no longer works" in words(response)


def test_a_forged_form_is_refused(listing):
    response = Client(enforce_csrf_checks=True).post(confirmation_path(listing))
    assert response.status_code == 403
    assert Listing.objects.get().confirmed_on == days_ago(80)


def test_nobody_keeps_a_copy_or_lists_it(client, listing):
    response = client.get(confirmation_path(listing))
    assert "no-store" in response.headers["Cache-Control"]
    assert 'content="noindex, nofollow"' in words(response)
