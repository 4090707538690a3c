"""A session runs out while a form is open. Who typed signs in and finds it again; nothing of it is saved before."""

import pytest
from django.test import Client

from directory.models import Listing, ManagerInvitation
from directory.views.provider import typed as guard
from tests.factories.accounts import make_user
from tests.factories.directory import make_listing

pytestmark = pytest.mark.django_db
EDIT = "/directory/mine/listings/quiet-rooms/edit/words/"
PEOPLE = "/directory/mine/listings/quiet-rooms/people/"
WORDS = {"description": "A quiet place beside the river."}


@pytest.fixture
def browser(draft):
    """Nobody is signed in."""
    return Client()


def words_of(response) -> str:
    return response.content.decode()


class TestAForm:
    def test_it_comes_back_as_it_was_typed_and_is_saved_only_when_it_is_sent_again(self, browser, draft, manager):
        sent = browser.post(EDIT, WORDS)
        assert (sent.status_code, sent.url) == (302, f"/accounts/login/?next={EDIT}")
        assert "what you typed waits for you" in words_of(browser.get(sent.url))

        browser.force_login(manager)
        page = words_of(browser.get(EDIT))
        assert WORDS["description"] in page
        assert "It is not saved yet: send it again." in page
        draft.refresh_from_db()
        assert draft.description == ""

        browser.post(EDIT, WORDS)
        draft.refresh_from_db()
        assert draft.description == WORDS["description"]

    def test_it_is_shown_once(self, browser, manager):
        browser.post(EDIT, WORDS)
        browser.force_login(manager)
        browser.get(EDIT)
        assert WORDS["description"] not in words_of(browser.get(EDIT))

    def test_it_is_shown_on_its_own_page_only(self, browser, manager):
        browser.post(EDIT, WORDS)
        browser.force_login(manager)
        assert "typed before you were signed out" not in words_of(browser.get(PEOPLE))
        assert WORDS["description"] in words_of(browser.get(EDIT))

    def test_whoever_may_not_open_the_page_does_not_read_it(self, browser):
        browser.post(EDIT, WORDS)
        browser.force_login(make_user("stranger@example.com"))
        assert browser.get(EDIT).status_code == 404

    def test_what_is_wrong_in_it_is_told_at_once(self, browser, manager):
        browser.post(PEOPLE, {"email": "nobody"})
        browser.force_login(manager)
        page = words_of(browser.get(PEOPLE))
        assert 'value="nobody"' in page
        assert 'class="error-summary"' in page

    def test_an_invitation_is_not_sent_by_it(self, browser, manager):
        browser.post(PEOPLE, {"email": "second@example.com"})
        browser.force_login(manager)
        assert 'value="second@example.com"' in words_of(browser.get(PEOPLE))
        assert not ManagerInvitation.objects.exists()

    def test_a_listing_is_not_begun_by_it(self, browser, manager):
        browser.post("/directory/mine/new/", {"name": "Second Rooms", "zip5": "80202"})
        browser.force_login(manager)
        assert 'value="Second Rooms"' in words_of(browser.get("/directory/mine/new/"))
        assert not Listing.objects.filter(name="Second Rooms").exists()

    def test_a_claim_is_not_made_by_it(self, browser):
        path = f"/directory/{make_listing(slug='calm', email='office@calm.example').slug}/claim/"
        person = make_user("claimant@example.com")
        browser.post(path, {"note": "I run the front desk."})
        browser.force_login(person)
        assert "I run the front desk." in words_of(browser.get(path))
        assert not person.claims.exists()

    def test_a_copy_is_not_made_by_it(self, browser, manager):
        path = "/directory/mine/listings/quiet-rooms/copy/"
        browser.post(path, {"street": "2 Second Street"})
        browser.force_login(manager)
        assert 'value="2 Second Street"' in words_of(browser.get(path))
        assert Listing.objects.count() == 1

    def test_words_of_a_photo_come_back_without_its_file(self, browser, manager):
        path = "/directory/mine/listings/quiet-rooms/photos/"
        browser.post(path, {"alt": "A room with a window."})
        browser.force_login(manager)
        page = words_of(browser.get(path))
        assert "A room with a window." in page
        assert "Please choose a file." in page


class TestWhatIsNotKept:
    def told(self, browser):
        return "we could not keep what you typed" in words_of(browser.get("/accounts/login/"))

    def test_what_is_longer_than_any_step(self, browser):
        browser.post(EDIT, {"description": "a" * guard.LONGEST})
        assert guard.KEY not in browser.session
        assert self.told(browser)

    def test_what_comes_too_often_from_one_address(self, browser, monkeypatch):
        monkeypatch.setattr(guard, "FROM_ONE_ADDRESS", guard.Limit("typed-test", 1))
        browser.post(EDIT, WORDS)
        second = Client()
        second.post(EDIT, WORDS)
        assert guard.KEY in browser.session
        assert guard.KEY not in second.session
        assert self.told(second)

    def test_the_mark_against_forged_forms(self, browser):
        browser.post(EDIT, WORDS | {"csrfmiddlewaretoken": "secret"})
        assert "secret" not in browser.session[guard.KEY]["typed"]

    def test_nothing_where_a_page_is_only_read(self, browser):
        browser.get(EDIT)
        assert guard.KEY not in browser.session


@pytest.mark.parametrize(
    ("deed", "page"),
    [
        ("/directory/calm/claim/code/", "/directory/calm/claim/"),
        ("/directory/calm/claim/again/", "/directory/calm/claim/"),
        ("/directory/calm/claim/withdraw/", "/directory/calm/claim/"),
        ("/directory/mine/listings/calm/withdraw/", "/directory/mine/listings/calm/review/"),
        ("/directory/mine/listings/calm/people/invitations/1/withdraw/", "/directory/mine/listings/calm/people/"),
        ("/directory/mine/listings/calm/photos/1/move/", "/directory/mine/listings/calm/photos/"),
        ("/directory/mine/listings/calm/photos/1/remove/", "/directory/mine/listings/calm/photos/"),
    ],
)
def test_what_is_only_sent_leads_back_to_the_page_it_is_sent_from(client, deed, page):
    assert client.post(deed).url == f"/accounts/login/?next={page}"
