"""Closed for now, closed for good, moved, open again."""

import pytest
from django.core.exceptions import ValidationError

from directory.models import Listing, SearchRow
from tests.factories.directory import days_ago, make_draft, make_listing, make_manager

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("verb", [Listing.pause, Listing.close])
def test_it_leaves_the_search_and_keeps_its_page(staff, client, verb):
    listing = make_listing()
    verb(listing, by=staff)
    assert SearchRow.objects.get(listing_id=listing.pk).live_until is None
    assert not Listing.objects.visible().exists()
    assert client.get(listing.get_absolute_url()).status_code == 200


def test_closing_says_when(staff):
    listing = make_listing()
    listing.close(by=staff, on=days_ago(3))
    assert Listing.objects.get().closed_on == days_ago(3)
    assert listing.changes.first().fields == {"status": ["published", "closed"]}


def test_nobody_closes_tomorrow_today(staff):
    with pytest.raises(ValidationError, match="still to come"):
        make_listing().close(by=staff, on=days_ago(-1))
    assert Listing.objects.get().status == "published"


def test_it_opens_again(staff):
    listing = make_listing(closure_note="Water damage.", reopens_on=days_ago(-9))
    listing.pause(by=staff)
    listing.reopen(by=staff)
    stored = Listing.objects.visible().get()
    assert (stored.closure_note, stored.reopens_on, stored.closed_on) == ("", None, None)


@pytest.mark.parametrize("verb", [Listing.resume, Listing.reopen])
def test_why_it_was_closed_does_not_wait_for_the_next_time(staff, verb):
    listing = make_listing()
    manager = make_manager(listing)
    listing.pause(by=manager)
    opened = listing.propose({"closure_note": "We are moving.", "headline": "Calm rooms."}, by=manager)
    verb(listing, by=manager)
    change = listing.changes.waiting().get()
    assert change.fields == {"headline": ["", "Calm rooms."]}
    with pytest.raises(ValidationError, match="written more since"):
        change.approve(by=staff, as_of=opened.at)
    change.approve(by=staff)
    listing.refresh_from_db()
    listing.pause(by=manager)
    assert Listing.objects.get().closure_note == ""


def test_nothing_waits_where_only_the_reason_did(staff):
    listing = make_listing()
    listing.pause(by=staff)
    listing.propose({"closure_note": "We are moving."}, by=make_manager(listing))
    listing.reopen(by=staff)
    assert not listing.changes.waiting().exists()


def test_it_opens_again_on_a_day_to_come(staff):
    listing = make_listing()
    manager = make_manager(listing)
    listing.pause(by=manager)
    for write in (listing.propose, listing.apply):
        with pytest.raises(ValidationError, match="This day has been") as refusal:
            write({"reopens_on": days_ago(1)}, by=manager)
        assert list(refusal.value.message_dict) == ["reopens_on"]
    assert Listing.objects.get().reopens_on is None
    for day in (days_ago(0), days_ago(-9)):
        listing.propose({"reopens_on": day}, by=manager)
        assert Listing.objects.get().reopens_on == day


def test_a_day_that_has_gone_by_keeps_nobody_from_mending_the_rest(staff):
    listing = make_listing(reopens_on=days_ago(3))
    listing.apply({"parking": "In the yard"}, by=staff)
    assert Listing.objects.get().parking == "In the yard"
    with pytest.raises(ValidationError, match="This day has been"):
        listing.apply({"reopens_on": days_ago(2)}, by=staff)


def test_it_does_not_open_again_as_what_may_not_be_published(staff):
    listing = make_listing()
    listing.close(by=staff)
    listing.licenses_of_prescribers().update(expires_on=days_ago(1))
    with pytest.raises(ValidationError, match="active license"):
        listing.reopen(by=staff)
    assert Listing.objects.get().status == "closed"


@pytest.mark.parametrize(
    ("verb", "status"),
    [("pause", "draft"), ("pause", "closed"), ("close", "draft"), ("reopen", "published"), ("publish", "closed")],
)
def test_each_verb_has_states_that_it_starts_from(staff, verb, status):
    listing = make_listing()
    Listing.objects.update(status=status, closed_on=days_ago(1))
    with pytest.raises(ValidationError):
        getattr(Listing.objects.get(), verb)(by=staff)
    assert Listing.objects.get(pk=listing.pk).status == status


def test_moving_ends_somewhere():
    first, second = make_draft(), make_draft()
    first.successor, second.successor = second, first
    first.save()
    with pytest.raises(ValidationError, match="has moved to this one"):
        second.clean()


class TestWithdrawal:
    def test_it_leaves_the_site_and_the_consent_ends(self):
        listing = make_listing(consent_by="A. Manager")
        listing.withdraw(by=make_manager(listing))
        listing.refresh_from_db()
        assert (listing.status, listing.consent_at, listing.consent_by) == ("withdrawn_by_provider", None, "")
        assert not Listing.objects.with_a_page().exists()
        assert {change.actor for change in listing.changes.all()} == {"provider"}
        assert "A. Manager" not in str([change.fields for change in listing.changes.all()])

    @pytest.mark.parametrize("status", ["closed", "withdrawn_by_provider"])
    def test_what_has_ended_cannot_be_withdrawn(self, status):
        listing = make_listing(status=status, closed_on=days_ago(1))
        with pytest.raises(ValidationError):
            listing.withdraw(by=None)

    def test_only_a_new_consent_publishes_it_again(self):
        listing = make_listing()
        listing.withdraw(by=None)
        with pytest.raises(ValidationError, match="consent"):
            listing.publish(by=None)


def test_only_what_was_consented_to_has_a_page():
    assert make_listing().has_a_page
    assert not make_draft().has_a_page


@pytest.mark.parametrize("status", Listing.Status)
def test_what_is_at_hand_has_a_page_where_the_database_finds_one(status):
    listing = make_listing(status=status, closed_on=days_ago(1))
    assert listing.has_a_page == Listing.objects.with_a_page().exists()
