"""What staff sent back comes back to its writer, until it is sent again or given up."""

import pytest

from directory.mine.waiting import asked
from directory.models.returned import laid_back, returned, returned_words
from tests.factories.directory import make_clinician

pytestmark = pytest.mark.django_db


def sent_back(listing, manager, staff, **fields):
    change = listing.propose(fields, by=manager)
    change.send_back(by=staff, reason="Why?")
    return change


def test_what_never_came_back_does_not(listing, manager, staff):
    listing.propose({"headline": "Quiet rooms."}, by=manager)
    assert returned_words(listing) == {}
    listing.changes.waiting().get().approve(by=staff)
    assert returned_words(listing) == {}
    listing.propose({"headline": "Soft rooms."}, by=manager).withdraw(by=manager)
    assert returned(listing) is None


def test_what_is_sent_again_is_taken_out_and_the_rest_stays(listing, manager, staff):
    sent_back(listing, manager, staff, headline="Loud rooms.", parking="In the yard")
    assert set(listing.returned_words()) == {"headline", "parking"}
    again = listing.propose({"headline": "Quiet rooms."}, by=manager)
    assert listing.returned_words() == {"parking": ["", "In the yard"]}
    again.approve(by=staff)
    assert set(listing.returned_words()) == {"parking"}


def test_of_a_person_sent_again_nothing_comes_back(listing, manager, staff):
    dana = {"people.new.1": True, "people.new.1.name": "Dana Testperson", "people.new.1.title": "Nurse"}
    sent_back(listing, manager, staff, **dana)
    listing.propose({"people.new.1": True, "people.new.1.name": "Dana Testperson"}, by=manager)
    assert returned_words(listing) == {}


def test_what_is_given_up_is_not_asked_any_more(listing, manager, staff):
    first = sent_back(listing, manager, staff, parking="On the roof")
    change = sent_back(listing, manager, staff, headline="Loud rooms.")
    decided = change.at
    assert asked([listing])
    change.give_up(by=manager)
    assert (returned_words(listing), asked([listing])) == ({}, {})
    change.refresh_from_db()
    assert (change.status, change.reason, change.at) == ("withdrawn", "Why?", decided)
    first.refresh_from_db()
    assert first.status == "sent_back"


def test_only_what_came_back_is_given_up(listing, manager, staff):
    change = listing.propose({"headline": "Quiet rooms."}, by=manager)
    change.give_up(by=manager)
    assert change.status == "waiting"
    change.approve(by=staff)
    change.give_up(by=manager)
    assert change.status == "applied"


def test_another_state_of_the_listing_ends_it(listing, manager, staff):
    listing.pause(by=manager)
    sent_back(listing, manager, staff, closure_note="We are moving.")
    assert returned_words(listing)
    listing.resume(by=manager)
    assert returned_words(listing) == {}


def test_whoever_was_to_leave_stays_in_the_form():
    dana = make_clinician()
    words = {f"positions.{dana.pk}": True, "headline": "Calm rooms.", "statements.condition.trd": "yes"}
    fields = {
        f"positions.{dana.pk}": [True, None],
        "headline": ["Calm rooms.", "Loud rooms."],
        "statements.condition.trd": ["yes", None],
    }
    assert laid_back(words, fields) == {f"positions.{dana.pk}": True, "headline": "Loud rooms."}
