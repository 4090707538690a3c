import pytest

from directory.mine.gaps import gaps_of
from directory.models import Listing
from directory.provider_forms.steps import STEP
from tests.factories.directory import make_draft, make_listing, make_offering, state_that

pytestmark = pytest.mark.django_db


def gaps(listing):
    return gaps_of(Listing.objects.with_page_facts().get(pk=listing.pk))


def test_what_is_not_stated_is_named_in_the_step_that_asks_it():
    found = gaps(make_draft(phone=""))
    assert found.of(STEP["contact"]).names == {"": ["Phone"]}
    assert "Conditions they treat" in found.of(STEP["for-whom"]).names[""]
    assert found.count == sum(gap.count for gap in found.every) > 30


def test_what_is_answered_leaves_it_even_with_a_no():
    listing = make_draft(accepting="nopt")
    before = gaps(listing).count_of(STEP["safety"])
    state_that(listing, "monitoring", "ecg", answer="no")
    assert gaps(listing).count_of(STEP["safety"]) == before - 1
    assert "Accepting new patients" not in gaps(listing).of(STEP["new-patients"]).names[""]


def test_treatments_are_asked_one_by_one():
    listing = make_draft()
    make_offering(listing, visit_minutes=90)
    gap = gaps(listing).of(STEP["courses"])
    assert "A whole visit takes" not in gap.names["IV infusion"]
    assert gap.lines[0].startswith("IV infusion: A first course")


def test_a_clinic_that_prescribes_works_with_no_other():
    named = [name for gap in gaps(make_listing()).every for name in gap.names.get("", [])]
    assert "Clinics they work with" not in named
    assert "Accreditation" not in named
