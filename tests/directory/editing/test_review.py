"""What waits, as its provider reads it before they agree: all of it, in the order of the form, and nothing else."""

import pytest

from directory.editing.review import Review
from directory.models import Listing, Position
from tests.factories.directory import make_clinician, make_draft, make_listing, make_manager, make_vocabulary

pytestmark = pytest.mark.django_db

DANA = {
    "people.new.1": True,
    "people.new.1.name": "Dana Testperson",
    "people.new.1.role": "psychiatrist",
    "people.new.1.title": "Medical director",
    "people.new.1.license_jurisdiction": "CO",
    "people.new.1.license_type": "MD",
    "people.new.1.license_number": "T-1",
}


@pytest.fixture(autouse=True)
def vocabulary(db):
    make_vocabulary()


def lines(listing):
    waiting = Review(Listing.objects.get(pk=listing.pk)).waiting
    return [(each.legend, each.label, each.public, each.latest) for step in waiting for each in step.differences]


def proposed(listing, fields):
    listing.propose(fields, by=make_manager(listing))
    return lines(listing)


def test_a_new_person_is_one_person_in_the_order_of_the_form():
    found = proposed(make_draft(), DANA)
    assert {legend for legend, *_rest in found} == {"Dana Testperson"}
    assert [label for _legend, label, *_rest in found] == [
        "Name", "Trained as", "License: state", "License: type", "License: number", "Title here",
    ]  # fmt: skip


def test_lines_stand_in_the_order_of_the_form():
    found = proposed(make_listing(phone="+13035550100"), {"email": "new@example.com", "phone": "+13035550188"})
    assert [label for _legend, label, *_rest in found] == ["Phone", "E-mail"]


def test_of_a_new_treatment_only_what_is_said_is_told():
    fields = {"offerings.im_injection": True, "offerings.im_injection.visit_minutes": 90}
    found = proposed(make_listing(), fields)
    assert [(label, latest) for _legend, label, _public, latest in found if label != "Treatments"][1:] == [
        ("Minutes of the whole visit", "90")
    ]
    assert {public for legend, _label, public, _latest in found if legend} == {""}


def test_a_treatment_that_goes_is_told_once():
    listing = make_listing(routes=["iv_infusion", "im_injection"])
    found = proposed(listing, {"offerings.im_injection": None})
    assert [(public, latest) for _legend, _label, public, latest in found] == [
        ("Injection into a muscle (IM), IV infusion", "IV infusion")
    ]


def test_whoever_leaves_is_told_as_leaving():
    listing = make_listing()
    dana = make_clinician(name="Dana Testperson")
    Position.objects.create(listing=listing, clinician=dana, title="Nurse")
    found = proposed(listing, {f"positions.{dana.pk}": None})
    assert found == [("Dana Testperson", "Does not work here any more", "no", "yes")]


@pytest.mark.parametrize("status", ["draft", "pending_review", "withdrawn_by_provider", "suspended"])
def test_where_visitors_see_nothing_nothing_is_public_now(status):
    listing = make_listing()
    listing.propose({"headline": "Quiet rooms.", **DANA}, by=make_manager(listing))
    Listing.objects.filter(pk=listing.pk).update(status=status)
    found = lines(listing)
    assert found
    assert {public for _legend, _label, public, _latest in found} == {""}


def test_of_somebody_unknown_nothing_is_public_now():
    found = proposed(make_listing(headline="Calm rooms."), {"headline": "Quiet rooms.", **DANA})
    assert [(label, public) for _legend, label, public, _latest in found if public] == [
        ("One sentence about the practice", "Calm rooms.")
    ]
