"""From a provider's draft to the public: consent, submit, publish or send back."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from directory.changelog.page import entries
from directory.models import Letter, Listing
from tests.factories.directory import days_ago, make_draft, make_listing, make_manager

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    """All that a published one has, except that its provider has said nothing yet."""
    return make_listing(status="draft", consent_at=None, consent_by="", terms_version="", confirmed_on=None)


@pytest.fixture
def manager(draft):
    return make_manager(draft, name="Alex Manager")


def stored(listing):
    return Listing.objects.get(pk=listing.pk)


def test_consent_says_who_when_and_to_what(draft, manager):
    before = timezone.now()
    draft.consent(by=manager, version="2026-11")
    row = stored(draft)
    assert row.consent_at >= before
    assert (row.consent_by, row.terms_version) == ("Alex Manager", "2026-11")
    change = draft.changes.get()
    assert (set(change.fields), change.by) == ({"consent_at", "consent_by", "terms_version"}, manager)


def test_without_consent_nothing_is_sent(draft, manager):
    with pytest.raises(ValidationError, match="agree first"):
        draft.submit(by=manager)
    assert stored(draft).status == "draft"


def test_what_is_sent_waits_for_staff_and_is_confirmed_that_day(draft, manager):
    draft.consent(by=manager, version="1")
    draft.submit(by=manager)
    assert (stored(draft).status, stored(draft).confirmed_on) == ("pending_review", days_ago(0))
    assert list(Listing.objects.waiting_for_review()) == [draft]
    assert not Listing.objects.visible().exists()


@pytest.mark.parametrize("status", ["pending_review", "published", "suspended", "closed", "temporarily_closed"])
def test_only_a_draft_is_sent(manager, status):
    listing = make_listing(status=status, closed_on=days_ago(1))
    with pytest.raises(ValidationError, match="cannot become"):
        listing.submit(by=manager)
    assert stored(listing).status == status


def test_staff_publish_it_and_the_log_begins_there(draft, manager, staff, client):
    draft.propose({"headline": "First words."}, by=manager)
    draft.propose({"headline": "Quiet rooms."}, by=manager)
    draft.consent(by=manager, version="1")
    draft.submit(by=manager)
    assert client.get(draft.get_absolute_url()).status_code == 404
    draft.publish(by=staff)
    assert Listing.objects.visible().get() == draft
    assert [line.label for entry in entries(draft) for line in entry.lines] == ["Status"]
    assert "First words" not in client.get(draft.history_url).content.decode()


def test_each_manager_gets_a_letter_when_it_becomes_public(draft, manager, staff):
    other = make_manager(draft)
    draft.consent(by=manager, version="1")
    draft.submit(by=manager)
    draft.publish(by=staff)
    letters = Letter.objects.all()
    assert {letter.to for letter in letters} == {manager.email, other.email}
    for letter in letters:
        for words in (letter.text, letter.html):
            assert draft.get_absolute_url() in words
            assert f"/directory/mine/listings/{draft.slug}/" in words


def test_what_cannot_be_published_tells_nobody(draft, manager, staff):
    with pytest.raises(ValidationError):
        draft.publish(by=staff)
    assert not Letter.objects.exists()


def test_staff_send_it_back_with_a_reason_to_each_manager(draft, manager, staff):
    other = make_manager(draft)
    draft.consent(by=manager, version="1")
    draft.submit(by=manager)
    with pytest.raises(ValidationError, match="Say why"):
        draft.send_back(by=staff, reason=" ")
    draft.send_back(by=staff, reason="Which street?")
    assert stored(draft).status == "draft"
    assert {letter.to for letter in Letter.objects.all()} == {manager.email, other.email}
    assert all("Why: Which street?" in letter.text for letter in Letter.objects.all())
    assert draft.changes.first().reason == "Which street?"
    draft.submit(by=manager)
    draft.send_back(by=staff, reason="And the suite?")
    assert Letter.objects.count() == 4


@pytest.mark.parametrize("status", ["draft", "published", "closed"])
def test_only_what_was_sent_is_sent_back(staff, status):
    listing = make_listing(status=status, closed_on=days_ago(1))
    with pytest.raises(ValidationError, match="cannot become"):
        listing.send_back(by=staff, reason="Which street?")
    assert not Letter.objects.exists()


def test_a_provider_closes_for_now_and_opens_again():
    listing = make_listing()
    user = make_manager(listing)
    listing.pause(by=user)
    listing.propose({"reopens_on": days_ago(-9)}, by=user)
    assert stored(listing).reopens_on == days_ago(-9)
    listing.resume(by=user)
    assert (stored(listing).status, stored(listing).reopens_on) == ("published", None)
    assert {entry.who for entry in entries(listing)} == {"the provider"}


@pytest.mark.parametrize("status", ["draft", "suspended", "closed", "published"])
def test_only_what_is_closed_for_now_is_resumed(status):
    listing = make_listing(status=status, closed_on=days_ago(1))
    with pytest.raises(ValidationError, match="not closed for now"):
        listing.resume(by=make_manager(listing))
    assert stored(listing).status == status


def test_a_draft_has_not_been_public_and_what_returned_to_draft_has(staff):
    assert not make_draft().has_been_public
    listing = make_listing()
    listing.return_to_draft(by=staff)
    assert listing.has_been_public


def test_each_manager_is_told_when_staff_take_it_off_the_site(staff):
    listing = make_listing()
    managers = {make_manager(listing).email, make_manager(listing).email}
    listing.suspend(by=staff, reason="The phone rings elsewhere.")
    letters = Letter.objects.all()
    assert {letter.to for letter in letters} == managers
    for letter in letters:
        for words in (letter.text, letter.html):
            assert "The phone rings elsewhere." in words
            assert f"/directory/mine/listings/{listing.slug}/" in words
            assert "Please answer this letter." in words
