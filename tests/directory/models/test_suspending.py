"""Our staff take a listing off the site and show it again, each time with a reason."""

import pytest
from django.contrib.admin.models import LogEntry
from django.core.exceptions import ValidationError

from directory.changelog.page import entries
from directory.mine.waiting import asked
from directory.models import Letter, Listing
from tests.factories.directory import days_ago, make_listing, make_manager

pytestmark = pytest.mark.django_db
WHY = "The phone rings elsewhere."


@pytest.mark.parametrize("verb", [Listing.suspend, Listing.restore])
@pytest.mark.parametrize("reason", ["", " \n"])
def test_neither_is_done_without_a_reason(staff, verb, reason):
    listing = make_listing(status="suspended" if verb == Listing.restore else "published")
    with pytest.raises(ValidationError, match="Say why"):
        verb(listing, by=staff, reason=reason)
    assert not listing.changes.exists()
    assert not Letter.objects.exists()


def test_both_logs_of_staff_keep_the_reason_and_the_public_one_does_not(staff):
    listing = make_listing()
    listing.suspend(by=staff, reason=f" {WHY} ")
    listing.restore(by=staff, reason="It rings here again.")
    assert [change.reason for change in listing.changes.all()] == ["It rings here again.", WHY]
    messages = [entry.change_message for entry in LogEntry.objects.order_by("pk")]
    assert messages == [f"Now: Suspended by staff. {WHY}", "Now: Published. It rings here again."]
    assert "rings" not in str(entries(listing))


@pytest.mark.parametrize("status", ["published", "temporarily_closed"])
def test_it_comes_back_as_it_was(staff, status):
    listing = make_listing(status=status)
    listing.suspend(by=staff, reason=WHY)
    listing.restore(by=staff, reason="It rings here again.")
    assert Listing.objects.get().status == status


def test_its_managers_read_why_it_is_back(staff):
    listing = make_listing()
    manager = make_manager(listing)
    listing.suspend(by=staff, reason=WHY)
    listing.restore(by=staff, reason="It rings here again.")
    letter = Letter.objects.order_by("pk").last()
    assert letter.to == manager.email
    for words in (letter.text, letter.html):
        assert "It rings here again." in words
        assert listing.get_absolute_url() in words


def test_what_may_not_be_published_stays_off(staff):
    listing = make_listing()
    listing.suspend(by=staff, reason=WHY)
    listing.licenses_of_prescribers().update(expires_on=days_ago(1))
    with pytest.raises(ValidationError, match="active license"):
        listing.restore(by=staff, reason="It rings here again.")
    assert Listing.objects.get().status == "suspended"


@pytest.mark.parametrize("verb", [Listing.publish, Listing.return_to_draft, Listing.reopen])
def test_no_other_way_leads_back(staff, verb):
    listing = make_listing()
    listing.suspend(by=staff, reason=WHY)
    with pytest.raises(ValidationError, match="cannot become"):
        verb(listing, by=staff)
    assert Listing.objects.get().status == "suspended"


def test_only_what_was_taken_off_is_shown_again(staff):
    listing = make_listing()
    with pytest.raises(ValidationError, match="cannot become"):
        listing.restore(by=staff, reason=WHY)


def test_its_managers_find_the_last_reason_on_their_own_page_while_it_is_off(staff):
    listing = make_listing()
    for reason in ("An old reason.", WHY):
        listing.suspend(by=staff, reason=reason)
        (item,) = asked([listing])[listing.pk]
        assert reason in item.sentence
        assert item.action.url == f"/directory/mine/listings/{listing.slug}/edit/name/"
        listing.restore(by=staff, reason="It rings here again.")
        assert not asked([listing])
