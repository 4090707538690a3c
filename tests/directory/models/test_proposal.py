from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from directory.models import Change, Letter, Listing
from directory.models.proposal import WrittenMeanwhile
from tests.factories.directory import make_clinician, make_draft, make_listing, make_manager

pytestmark = pytest.mark.django_db


@pytest.fixture
def listing():
    return make_listing(email="old@example.com", headline="Calm rooms.")


def stored(listing):
    return Listing.objects.get(pk=listing.pk)


def test_what_a_provider_writes_waits_and_readers_see_none_of_it(listing, manager):
    change = listing.propose({"headline": "Quiet rooms."}, by=manager)
    assert (change.status, change.actor, change.by) == ("waiting", "provider", manager)
    assert change.fields == {"headline": ["Calm rooms.", "Quiet rooms."]}
    assert stored(listing).headline == "Calm rooms."
    assert listing.latest_words()["headline"] == "Quiet rooms."


def test_staff_make_it_public(listing, manager, staff):
    change = listing.propose({"headline": "Quiet rooms."}, by=manager)
    assert change.approve(by=staff) == change
    assert stored(listing).headline == "Quiet rooms."
    assert (change.status, change.by, change.decided_by) == ("applied", manager, staff)
    with pytest.raises(ValidationError, match="decided already"):
        change.approve(by=staff)


def test_whether_they_accept_is_public_at_once(listing, manager):
    assert listing.propose({"accepting": "waitlist"}, by=manager) is None
    assert stored(listing).accepting == "waitlist"
    change = Change.objects.get()
    assert (change.status, change.actor, change.fields) == ("applied", "provider", {"accepting": ["newpt", "waitlist"]})
    assert not Letter.objects.exists()


def test_later_words_join_the_one_that_waits(listing, manager):
    first = listing.propose({"headline": "Quiet rooms.", "parking": "In the yard"}, by=manager)
    second = listing.propose({"headline": "Light rooms."}, by=manager)
    assert first == second
    assert second.fields == {"headline": ["Calm rooms.", "Light rooms."], "parking": ["", "In the yard"]}


def test_what_is_put_back_drops_out_and_nothing_is_left_waiting(listing, manager):
    listing.propose({"headline": "Quiet rooms."}, by=manager)
    assert listing.propose({"headline": "Calm rooms."}, by=manager) is None
    assert not Change.objects.exists()


def test_a_draft_that_nobody_has_seen_is_written_at_once():
    draft = make_draft()
    user = make_manager(draft)
    assert draft.propose({"headline": "Quiet rooms.", "phone": "303 555 0188"}, by=user) is None
    assert (draft.headline, str(draft.phone)) == ("Quiet rooms.", "(303) 555-0188")
    assert not Change.objects.public().exists()


# Joining


def test_a_second_manager_joins_the_same_change(listing, manager):
    other = make_manager(listing)
    listing.propose({"headline": "Quiet rooms."}, by=manager)
    change = listing.propose({"parking": "In the yard"}, by=other)
    assert (set(change.fields), change.by) == ({"headline", "parking"}, other)
    assert Change.objects.count() == 1


def test_nothing_new_leaves_it_as_it_was(listing, manager):
    first = listing.propose({"headline": "Quiet rooms."}, by=manager)
    second = listing.propose({"headline": "Quiet rooms."}, by=make_manager(listing))
    assert (second.at, second.by) == (first.at, manager)


def test_the_old_value_stays_the_one_of_the_first_time(listing, manager):
    listing.propose({"headline": "Quiet rooms."}, by=manager)
    Listing.objects.update(headline="Mended by staff.")
    change = listing.propose({"headline": "Light rooms."}, by=manager)
    assert change.fields == {"headline": ["Calm rooms.", "Light rooms."]}
    assert change.conflicts() == {"headline": "Mended by staff."}


def test_a_treatment_can_be_proposed_in_steps_and_taken_back(listing, manager):
    im = "offerings.im_injection"
    listing.propose({im: True}, by=manager)
    change = listing.propose({f"{im}.visit_minutes": 90}, by=manager)
    assert change.fields == {im: [None, True], f"{im}.visit_minutes": [None, 90]}
    assert listing.latest_words()[f"{im}.visit_minutes"] == 90
    assert not stored(listing).offerings.filter(route="im_injection").exists()
    assert listing.propose({im: None}, by=manager) is None


def test_values_are_kept_as_they_would_be_stored(listing, manager):
    change = listing.propose({"phone": "303.555.0188", "min_age": "21"}, by=manager)
    assert change.fields == {"min_age": [None, 21], "phone": ["(303) 555-0123", "(303) 555-0188"]}


def test_what_breaks_a_rule_together_with_what_waits_is_refused(listing, manager):
    listing.propose({"max_age": 20}, by=manager)
    with pytest.raises(ValidationError, match="youngest age"):
        listing.propose({"min_age": 30}, by=manager)
    assert Change.objects.get().fields == {"max_age": [None, 20]}


@pytest.mark.parametrize("path", ["status", "slug", "consent_at", "confirmed_on", "provenance", "is_demonstration"])
def test_what_is_nobodys_is_refused_and_nothing_else_is_written(listing, manager, path):
    with pytest.raises(ValidationError) as refusal:
        listing.propose({path: "x", "headline": "Quiet rooms.", "accepting": "waitlist"}, by=manager)
    assert set(refusal.value.message_dict) == {path}
    assert not Change.objects.exists()
    assert stored(listing).accepting == "newpt"


# What is public at once


def test_one_form_is_parted_into_what_is_public_and_what_waits(listing, manager):
    change = listing.propose({"accepting": "waitlist", "headline": "Quiet rooms."}, by=manager)
    assert list(change.fields) == ["headline"]
    assert stored(listing).accepting == "waitlist"
    assert Change.objects.public().get().fields == {"accepting": ["newpt", "waitlist"]}


def test_hours_are_public_at_once_and_their_note_waits(listing, manager):
    path = "hours.0.09:00-17:00"
    change = listing.propose({path: "By appointment"}, by=manager)
    assert stored(listing).hours.get().note == ""
    assert change.fields == {path: [True, "By appointment"]}
    assert listing.propose({path: None}, by=manager) is None
    assert not stored(listing).hours.exists()


def test_another_note_waits_and_the_public_one_stays(listing, manager, staff):
    path = "hours.0.09:00-17:00"
    listing.apply({path: "Ring twice"}, by=staff)
    change = listing.propose({path: "Ring once"}, by=manager)
    assert stored(listing).hours.get().note == "Ring twice"
    assert change.fields == {path: ["Ring twice", "Ring once"]}


def test_nothing_public_at_once_makes_a_listing_unfit(listing, manager):
    with pytest.raises(ValidationError, match="accepts new patients"):
        listing.propose({"accepting": "not_stated"}, by=manager)


# Before readers have seen it


def test_who_people_are_waits_even_in_a_draft(staff):
    draft = make_draft()
    change = draft.propose({"people.new.1.name": "Robin", "headline": "Quiet rooms."}, by=make_manager(draft))
    assert (draft.headline, draft.positions.count()) == ("Quiet rooms.", 0)
    assert change.fields == {"people.new.1": [None, True], "people.new.1.name": [None, "Robin"]}
    change.approve(by=staff)
    assert draft.positions.get().clinician.name == "Robin"


def test_one_that_waits_for_review_is_written_at_once():
    listing = make_listing(status="pending_review")
    assert listing.propose({"headline": "Quiet rooms."}, by=make_manager(listing)) is None
    assert stored(listing).headline == "Quiet rooms."


def test_what_was_public_once_is_proposed_to_from_then_on(staff, manager, listing):
    listing.return_to_draft(by=staff)
    assert listing.propose({"headline": "Quiet rooms."}, by=manager).status == "waiting"
    assert stored(listing).headline == "Calm rooms."


@pytest.mark.parametrize("status", ["temporarily_closed", "suspended"])
def test_whoever_is_closed_for_now_proposes_too(status):
    listing = make_listing(status=status)
    assert listing.propose({"headline": "Quiet rooms."}, by=make_manager(listing)).is_waiting


# Contact details


def test_the_old_address_hears_of_another_contact(listing, manager):
    listing.propose({"phone": "303 555 0188", "email": "new@example.com", "headline": "Quiet."}, by=manager)
    letter = Letter.objects.get()
    assert (letter.to, letter.listing) == ("old@example.com", listing)
    assert "- E-mail\n- Phone\n" in letter.text
    assert "If it was not: please answer this letter" in letter.text
    assert "0188" not in letter.text + letter.html
    assert "new@example.com" not in letter.text + letter.html


def test_it_hears_of_each_once_a_day(listing, manager):
    for phone in ("303 555 0188", "303 555 0188", "303 555 0199"):
        listing.propose({"phone": phone}, by=manager)
    listing.propose({"headline": "Quiet rooms."}, by=manager)
    assert Letter.objects.count() == 1
    listing.propose({"website": "https://example.com/new"}, by=manager)
    assert Letter.objects.count() == 2
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        listing.propose({"phone": "303 555 0177"}, by=manager)
    assert Letter.objects.count() == 3


def test_it_hears_again_after_staff_decided(listing, manager, staff):
    for phone in ("303 555 0188", "303 555 0199"):
        listing.propose({"phone": phone}, by=manager).approve(by=staff)
    assert Letter.objects.filter(to="old@example.com").count() == 2


def test_other_words_and_drafts_write_no_letter(listing, manager):
    listing.propose({"headline": "Quiet rooms."}, by=manager)
    draft = make_draft(email="old@example.com")
    draft.propose({"phone": "303 555 0188"}, by=make_manager(draft))
    assert not Letter.objects.exists()


def test_without_an_address_there_is_nobody_to_tell(manager, listing):
    Listing.objects.update(email="")
    assert listing.propose({"phone": "303 555 0188"}, by=manager).is_waiting
    assert not Letter.objects.exists()


def test_without_an_address_the_other_managers_hear_of_it(manager, listing):
    Listing.objects.update(email="")
    others = {make_manager(listing).email, make_manager(listing).email}
    listing.refresh_from_db()
    for phone in ("303 555 0188", "303 555 0199"):
        listing.propose({"phone": phone}, by=manager)
    letters = Letter.objects.all()
    assert {letter.to for letter in letters} == others
    assert len(letters) == len(others)
    for words in (letters[0].text, letters[0].html):
        assert "because you keep this listing, and it names no e-mail address of its own" in words


def test_with_an_address_no_manager_hears_of_it(manager, listing):
    make_manager(listing)
    listing.propose({"phone": "303 555 0188"}, by=manager)
    assert Letter.objects.get().to == "old@example.com"


@pytest.mark.parametrize(
    "path",
    ["phone", "email", "website", "booking_url", "street", "unit", "city", "state", "zip5", "name", "legal_name"],
)
def test_every_contact_waits_and_tells(listing, manager, path):
    values = {
        "phone": "303 555 0188", "email": "new@example.com", "website": "https://example.com/new",
        "booking_url": "https://example.com/book", "state": "WY", "zip5": "82001",
    }  # fmt: skip
    assert path in listing.propose({path: values.get(path, "Other")}, by=manager).fields
    assert Letter.objects.count() == 1


# Two forms at once


def test_what_somebody_wrote_meanwhile_is_shown_and_not_lost(listing, manager):
    seen = {"headline": "Calm rooms.", "parking": ""}
    listing.propose({"headline": "Theirs."}, by=make_manager(listing), seen=seen)
    with pytest.raises(WrittenMeanwhile) as refusal:
        listing.propose({"headline": "Mine.", "parking": "Here"}, by=manager, seen=seen)
    assert refusal.value.clashes == {"headline": ("Theirs.", "Mine.")}
    assert Change.objects.get().fields == {"headline": ["Calm rooms.", "Theirs."]}
    change = listing.propose({"headline": "Mine."}, by=manager, seen={"headline": "Theirs."})
    assert change.fields == {"headline": ["Calm rooms.", "Mine."]}


def test_two_forms_about_different_things_both_count(listing, manager):
    seen = {"headline": "Calm rooms.", "parking": ""}
    listing.propose({"headline": "Theirs."}, by=manager, seen=seen)
    change = listing.propose({"parking": "Here"}, by=manager, seen=seen)
    assert set(change.fields) == {"headline", "parking"}


# Words that may not be published


def test_they_are_told_while_they_are_written_and_may_wait(listing, manager):
    change = listing.propose({"description": "A miracle."}, by=manager)
    (finding,) = change.overclaims()["description"]
    assert finding.phrase == "miracle"
    assert "Say plainly what you do." in finding.sentence
    assert set(listing.overclaims_in({"hours.0.09:00-17:00": "Guaranteed", "accepting": "cure"})) == {
        "hours.0.09:00-17:00"
    }


def test_what_staff_allowed_is_not_told(listing, manager):
    listing.allowed_phrases.create(phrase="Miracle", reason="It is the name of the street.")
    assert listing.overclaims_in({"description": "A miracle."}) == {}


# People who work there


def test_a_provider_says_what_somebody_does_there(listing, manager, staff):
    pk = listing.positions.get().clinician_id
    change = listing.propose({f"positions.{pk}.title": "Director"}, by=manager)
    change.approve(by=staff)
    assert listing.positions.get().title == "Director"


def test_nobody_is_put_there_by_number(listing, manager):
    stranger = make_clinician()
    with pytest.raises(ValidationError, match="not listed here"):
        listing.propose({f"positions.{stranger.pk}": True}, by=manager)
