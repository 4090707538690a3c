"""What staff and providers decide about a change that waits: once, whole or in part, never unseen."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from directory.changelog.page import entries
from directory.models import Change, Letter, Listing, SearchRow
from tests.factories.directory import days_ago, make_draft, make_listing, make_manager

pytestmark = pytest.mark.django_db
IM = "offerings.im_injection"


@pytest.fixture
def change(listing, manager):
    return listing.propose({"headline": "Quiet rooms.", "parking": "In the yard"}, by=manager)


def stored(listing):
    return Listing.objects.get(pk=listing.pk)


def letters_to(user):
    return [letter.subject for letter in Letter.objects.filter(to=user.email)]


def test_the_whole_is_applied_searched_told_and_in_the_public_log(listing, manager, staff, change):
    before = SearchRow.objects.get().version
    change.approve(by=staff)
    assert (stored(listing).headline, stored(listing).parking) == ("Quiet rooms.", "In the yard")
    assert SearchRow.objects.get().version > before
    assert letters_to(manager) == ["Your changes are public"]
    (entry,) = entries(listing)
    assert entry.who == "the provider"
    assert change.proposed_at < change.at == entry.at


def test_the_public_log_shows_nothing_that_waits_or_was_sent_back(listing, manager, staff, change):
    assert entries(listing) == []
    change.send_back(by=staff, reason="Which rooms?")
    assert entries(listing) == []


@pytest.mark.parametrize("take_down", ["suspend", "withdraw", "return_to_draft"])
def test_of_a_listing_that_nobody_sees_no_letter_says_that_something_is_public(manager, staff, listing, take_down):
    change = listing.propose({"headline": "Quiet rooms.", "parking": "In the yard"}, by=manager)
    getattr(listing, take_down)(by=staff, **({"reason": "Wrong place."} if take_down == "suspend" else {}))
    assert_it_is_not_called_public(change.approve(by=staff, paths=["parking"]), manager)
    change.approve(by=staff)
    assert_it_is_not_called_public(change, manager)
    assert letters_to(manager)[0] == "Our staff have read your changes"


def test_a_draft_with_a_new_person_leads_to_its_own_side(staff):
    draft = make_draft()
    manager = make_manager(draft)
    change = draft.propose({"people.new.1.name": "Robin"}, by=manager)
    change.approve(by=staff)
    assert_it_is_not_called_public(change, manager)


def assert_it_is_not_called_public(change, manager):
    letter = Letter.objects.get(occasion=f"change/{change.pk}/applied", to=manager.email)
    for words in (letter.text, letter.html):
        assert f"/directory/mine/listings/{change.listing.slug}/" in words
        assert f"8000{change.listing.get_absolute_url()}" not in words
        assert "Visitors do not see the listing itself" in words
    assert "public" not in letter.subject


def test_what_is_public_leads_to_the_page_that_visitors_see(listing, manager, staff, change):
    change.approve(by=staff)
    letter = Letter.objects.get()
    for words in (letter.text, letter.html):
        assert f"8000{listing.get_absolute_url()}" in words
        assert "Visitors do not see" not in words


def test_a_part_is_applied_and_the_rest_goes_on_waiting(listing, manager, staff, change):
    applied = change.approve(by=staff, paths=["parking"])
    assert (applied.fields, applied.by, applied.decided_by) == ({"parking": ["", "In the yard"]}, manager, staff)
    assert Change.objects.waiting().get().fields == {"headline": ["Calm rooms.", "Quiet rooms."]}
    assert letters_to(manager) == ["Some of your changes are public"]
    with pytest.raises(ValidationError, match="does not wait any more"):
        change.approve(by=staff, paths=["parking"])
    change.approve(by=staff)
    assert letters_to(manager) == ["Your changes are public", "Some of your changes are public"]
    assert not Change.objects.waiting().exists()


def test_a_row_that_comes_is_approved_with_what_it_says(listing, manager, staff):
    change = listing.propose({IM: True, f"{IM}.visit_minutes": 90, "headline": "Quiet."}, by=manager)
    change.approve(by=staff, paths=[f"{IM}.visit_minutes"])
    assert listing.offerings.get(route="im_injection").visit_minutes == 90
    assert list(Change.objects.waiting().get().fields) == ["headline"]


@pytest.mark.parametrize("decide", ["approve", "send_back", "withdraw"])
@pytest.mark.parametrize("again", ["approve", "send_back", "withdraw"])
def test_a_decision_is_final(listing, staff, change, decide, again):
    reason = {"send_back": {"reason": "Which rooms?"}}
    stale = Change.objects.get(pk=change.pk)
    getattr(change, decide)(by=staff, **reason.get(decide, {}))
    before = (stored(listing).headline, Letter.objects.count(), Change.objects.get(pk=change.pk).status)
    with pytest.raises(ValidationError, match="decided already"):
        getattr(stale, again)(by=staff, **reason.get(again, {}))
    assert (stored(listing).headline, Letter.objects.count(), Change.objects.get(pk=change.pk).status) == before


def test_sent_back_says_why_and_changes_nothing(listing, manager, staff, change):
    with pytest.raises(ValidationError, match="Say why"):
        change.send_back(by=staff, reason=" \n")
    change.send_back(by=staff, reason=" Which rooms? ")
    assert (change.status, change.reason, change.decided_by) == ("sent_back", "Which rooms?", staff)
    assert stored(listing).headline == "Calm rooms."
    assert "Why: Which rooms?" in Letter.objects.get(to=manager.email).text
    assert listing.latest_words()["headline"] == "Calm rooms."


def test_after_it_was_sent_back_another_can_wait(listing, manager, staff, change):
    change.send_back(by=staff, reason="Which rooms?")
    assert listing.propose({"headline": "Two quiet rooms."}, by=manager) != change


def test_a_provider_thinks_better_of_it(listing, manager, change):
    change.withdraw(by=manager)
    assert (change.status, change.decided_by) == ("withdrawn", manager)
    assert stored(listing).headline == "Calm rooms."
    assert not Letter.objects.exists()


def test_what_was_taken_back_cannot_be_approved(listing, manager, staff, change):
    listing.propose({"headline": "Calm rooms.", "parking": ""}, by=manager)
    with pytest.raises(ValidationError, match="taken all of it back"):
        change.approve(by=staff)


def test_only_managers_fetch_it_to_withdraw(manager, change):
    assert Change.objects.editable_by(manager).waiting().get() == change
    assert not Change.objects.editable_by(make_manager(make_listing())).exists()


# Conflicts


def test_what_staff_mended_meanwhile_is_not_overwritten_silently(listing, staff, change):
    listing.apply({"headline": "Mended by staff."}, by=staff)
    assert change.conflicts() == {"headline": "Mended by staff."}
    with pytest.raises(ValidationError) as refusal:
        change.approve(by=staff)
    assert set(refusal.value.message_dict) == {"headline"}
    assert (stored(listing).headline, stored(listing).parking) == ("Mended by staff.", "")


def test_the_rest_can_be_approved_without_it(listing, staff, change):
    listing.apply({"headline": "Mended by staff."}, by=staff)
    change.approve(by=staff, paths=["parking"])
    assert (stored(listing).headline, stored(listing).parking) == ("Mended by staff.", "In the yard")


def test_it_is_overwritten_where_staff_say_so(listing, staff, change):
    listing.apply({"headline": "Mended by staff."}, by=staff)
    change.approve(by=staff, overwrite={"headline"})
    assert stored(listing).headline == "Quiet rooms."
    assert change.fields["headline"] == ["Mended by staff.", "Quiet rooms."]


def test_staff_who_wrote_the_same_are_in_no_conflict(listing, staff, change):
    listing.apply({"headline": "Quiet rooms."}, by=staff)
    assert change.conflicts() == {}
    change.approve(by=staff)
    assert list(change.fields) == ["parking"]


def test_staff_editing_one_thing_lose_nothing_of_another(listing, manager, staff, change):
    """The listing in hand is older than the approval: what it does not write stays as it is stored."""
    in_hand = Listing.objects.get(pk=listing.pk)
    change.approve(by=staff)
    in_hand.apply({"transit_note": "Bus 15"}, by=staff)
    assert (stored(listing).headline, stored(listing).transit_note) == ("Quiet rooms.", "Bus 15")


# What readers see stays fit


def test_what_would_make_a_published_listing_unfit_is_refused_with_the_reasons(listing, manager, staff):
    pk = listing.positions.get().clinician_id
    for fields in (
        {f"positions.{pk}.prescribes": False},
        {f"positions.{pk}": None},
        {"offerings.iv_infusion": None},
        {"phone": ""},
        {"description": "A miracle."},
        {"statements.condition.trd": None},
        {"state": "WY"},
    ):
        change = listing.propose(fields, by=manager)
        with pytest.raises(ValidationError):
            change.approve(by=staff)
        assert Listing.objects.visible().filter(pk=listing.pk).exists()
        change.refresh_from_db()
        change.withdraw(by=manager)
    assert not Change.objects.public().exists()


def test_a_refusal_leaves_it_waiting_and_writes_no_letter(listing, manager, staff):
    change = listing.propose({"description": "A miracle."}, by=manager)
    with pytest.raises(ValidationError, match="miracle"):
        change.approve(by=staff)
    assert Change.objects.waiting().get() == change
    assert not Letter.objects.exists()


@pytest.mark.parametrize("status", ["closed", "temporarily_closed"])
def test_of_one_that_is_closed_the_words_stay_fit_and_the_rest_may_go(staff, status):
    listing = make_listing(status=status, closed_on=days_ago(1))
    with pytest.raises(ValidationError, match="miracle"):
        listing.apply({"description": "A miracle."}, by=staff)
    listing.apply({"phone": ""}, by=staff)
    assert not stored(listing).phone


def test_a_draft_may_be_incomplete(staff):
    draft = make_listing(status="draft")
    draft.apply({"phone": ""}, by=staff)
    assert not stored(draft).phone


def test_a_hidden_listing_can_be_mended_in_part(listing, manager, staff, change):
    listing.licenses_of_prescribers().update(expires_on=days_ago(1))
    change.approve(by=staff)
    assert stored(listing).headline == "Quiet rooms."


# The table


def test_one_change_waits_for_each_listing(listing, change):
    with pytest.raises(IntegrityError), transaction.atomic():
        Change.objects.create(listing=listing, fields={}, actor="provider", status="waiting")
    Change.objects.create(listing=make_listing(), fields={}, actor="provider", status="waiting")


def test_nothing_is_sent_back_without_a_reason_even_in_the_table(listing):
    with pytest.raises(IntegrityError), transaction.atomic():
        Change.objects.create(listing=listing, fields={}, actor="provider", status="sent_back")


def test_a_closed_account_gets_no_letter(listing, manager, staff, change):
    manager.delete()
    change.refresh_from_db()
    change.approve(by=staff)
    assert not Letter.objects.exists()
