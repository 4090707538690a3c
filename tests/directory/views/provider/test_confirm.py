import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from directory.models import Change, Listing
from tests.directory.views.reading import text
from tests.factories.directory import days_ago, make_draft, make_listing, make_manager

pytestmark = pytest.mark.django_db


@pytest.fixture
def listing():
    return make_listing(name="Quiet Harbor", email="office@quiet.example", confirmed_on=days_ago(80))


@pytest.fixture
def manager(listing):
    return make_manager(listing)


@pytest.fixture
def client(manager):
    client = Client()
    client.force_login(manager)
    return client


def path(listing):
    return f"/directory/mine/listings/{listing.slug}/confirm/"


def confirm(client, listing, since):
    return client.post(path(listing), {"since": since}, follow=True)


def test_the_facts_are_shown_and_looking_confirms_nothing(client, listing):
    words = text(client.get(path(listing)).content.decode())
    assert "office@quiet.example" in words
    assert "Something is not right?" in words
    assert Listing.objects.get().confirmed_on == days_ago(80)


def test_one_click_confirms_in_the_name_of_who_clicked(client, listing, manager):
    words = text(confirm(client, listing, days_ago(80)).content.decode())
    assert "There is nothing more to do" in words
    change = Change.objects.get()
    assert (Listing.objects.get().confirmed_on, change.by, change.actor) == (days_ago(0), manager, "provider")
    assert LogEntry.objects.get().user == manager


def test_a_second_click_changes_nothing_more(client, listing):
    for _click in range(2):
        confirm(client, listing, days_ago(80))
    assert Change.objects.count() == 1


@pytest.mark.parametrize("since", ["", "2020-01-01", "2020-99-99", "x"])
def test_what_was_not_shown_is_not_confirmed(client, listing, since):
    assert confirm(client, listing, since).status_code == 200
    assert Listing.objects.get().confirmed_on == days_ago(80)


@pytest.mark.parametrize("fields", [{"status": "draft"}, {"status": "suspended"}, {"status": "temporarily_closed"}])
def test_there_is_nothing_to_confirm_in_what_visitors_cannot_read(client, listing, fields):
    Listing.objects.update(**fields)
    assert "There is nothing to confirm" in text(client.get(path(listing)).content.decode())
    confirm(client, listing, days_ago(80))
    assert Listing.objects.get().confirmed_on == days_ago(80)


def test_a_draft_that_was_never_confirmed_has_a_page_too():
    draft, client = make_draft(), Client()
    client.force_login(make_manager(draft))
    assert "There is nothing to confirm" in text(client.get(path(draft)).content.decode())


def test_one_that_time_has_hidden_comes_back(client, listing):
    Listing.objects.update(confirmed_on=days_ago(130))
    confirm(client, listing, days_ago(130))
    assert Listing.objects.visible().exists()


def test_a_stranger_confirms_nothing(listing):
    stranger = Client()
    stranger.force_login(make_manager(make_listing()))
    assert stranger.post(path(listing), {"since": days_ago(80)}).status_code == 404
    assert Listing.objects.get(pk=listing.pk).confirmed_on == days_ago(80)


def test_a_forged_form_is_refused(listing, manager):
    client = Client(enforce_csrf_checks=True)
    client.force_login(manager)
    assert client.post(path(listing), {"since": days_ago(80)}).status_code == 403
