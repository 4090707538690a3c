import pytest
from django.test import Client

from directory.models import Letter
from tests.factories.directory import make_draft, make_listing, make_manager

pytestmark = pytest.mark.django_db


@pytest.fixture
def listing():
    return make_listing(slug="calm", email="office@calm.example")


@pytest.fixture
def manager(listing):
    return make_manager(listing, name="A. Manager")


@pytest.fixture
def browser(manager):
    client = Client()
    client.force_login(manager)
    return client


def path(listing) -> str:
    return f"/directory/mine/listings/{listing.slug}/away/"


def status(listing) -> str:
    listing.refresh_from_db()
    return listing.status


def test_it_is_closed_for_now_and_opened_again_at_once(browser, listing):
    sent = browser.post(path(listing), {"deed": "pause"})
    assert (status(listing), sent.url) == ("temporarily_closed", "/directory/mine/listings/calm/edit/away/")
    assert "Open it again" in browser.get(path(listing)).content.decode()
    browser.post(path(listing), {"deed": "resume"})
    assert status(listing) == "published"
    assert [change.actor for change in listing.changes.all()[:2]] == ["provider", "provider"]


def test_it_is_taken_down_with_its_consent_and_the_others_are_told(browser, listing, manager):
    other = make_manager(listing)
    browser.post(path(listing), {"deed": "withdraw", "is_sure": "on"})
    assert (status(listing), listing.consent_at) == ("withdrawn_by_provider", None)
    letter = Letter.objects.get()
    assert (letter.to, letter.subject) == (other.email, "Your listing is off the site")
    assert f"{manager.email} has taken this listing off the site." in letter.text
    assert Client().get(listing.get_absolute_url()).status_code == 404


def test_it_is_not_taken_down_by_a_slip(browser, listing):
    page = browser.post(path(listing), {"deed": "withdraw"}).content.decode()
    assert 'href="#id_is_sure"' in page
    assert status(listing) == "published"


def test_it_is_not_opened_while_something_is_missing(browser, manager):
    closed = make_listing(slug="shut", status="temporarily_closed", prescriber=False)
    make_manager(closed)
    closed.memberships.create(user=manager)
    assert "Nobody who prescribes here" in browser.post(path(closed), {"deed": "resume"}).content.decode()
    assert status(closed) == "temporarily_closed"


@pytest.mark.parametrize("deed", ["resume", "suspend", "publish", "delete", "", "pause\x00"])
def test_no_other_verb_is_done(browser, listing, deed):
    assert browser.post(path(listing), {"deed": deed, "is_sure": "on"}).status_code == 200
    assert status(listing) == "published"


def test_what_nobody_sees_has_nothing_to_close(browser, manager):
    draft = make_draft(slug="new")
    draft.memberships.create(user=manager)
    assert "<button" not in browser.get(path(draft)).content.decode().split("<main")[1].split("</main>")[0]
    browser.post(path(draft), {"deed": "withdraw", "is_sure": "on"})
    assert status(draft) == "draft"


def test_a_stranger_finds_nothing(listing):
    stranger = Client()
    stranger.force_login(make_manager(make_listing()))
    assert stranger.get(path(listing)).status_code == 404
    assert stranger.post(path(listing), {"deed": "pause"}).status_code == 404
    assert status(listing) == "published"
