import pytest

from directory.models import Listing, Position
from directory.profile.people import hidden_people, people
from tests.factories.directory import days_ago, make_clinician, make_draft, make_license, make_term

pytestmark = pytest.mark.django_db


def works_at(listing, clinician=None, **position):
    clinician = clinician or make_clinician()
    Position.objects.create(listing=listing, clinician=clinician, **position)
    return clinician


def shown(listing):
    return people(Listing.objects.with_page_facts().get(pk=listing.pk))


def names(listing):
    return [person.clinician.name for person in shown(listing)]


def test_those_who_prescribe_come_first():
    listing = make_draft()
    watches, prescribes = works_at(listing, monitors=True), works_at(listing, prescribes=True)
    assert names(listing) == [prescribes.name, watches.name]


def test_one_lapsed_license_in_this_state_hides_its_holder():
    listing = make_draft(state="CO")
    clinician = works_at(listing)
    make_license(clinician, jurisdiction="CO")
    make_license(clinician, jurisdiction="CO", expires_on=days_ago(1))
    assert names(listing) == []
    assert hidden_people(listing) == 1


@pytest.mark.parametrize("status", ["expired", "suspended", "revoked", "surrendered", "not_found"])
def test_a_license_that_is_not_in_force_hides_its_holder(status):
    listing = make_draft(state="CO")
    make_license(works_at(listing), jurisdiction="CO", status=status)
    assert names(listing) == []


def test_an_old_license_in_another_state_hides_nobody_and_is_not_shown():
    listing = make_draft(state="CO")
    clinician = works_at(listing)
    make_license(clinician, jurisdiction="TX", status="expired")
    kept = make_license(clinician, jurisdiction="CO")
    (person,) = shown(listing)
    assert person.licenses == [kept]


def test_somebody_without_a_license_can_be_on_the_staff():
    listing = make_draft()
    clinician = works_at(listing, make_clinician(role="unlicensed_guide"))
    assert names(listing) == [clinician.name]


def test_somebody_without_a_license_is_said_to_have_none():
    listing = make_draft(state="CO")
    works_at(listing)
    make_license(works_at(listing), jurisdiction="CO")
    make_license(works_at(listing), jurisdiction="TX", status="expired")
    assert [person.no_license for person in shown(listing)] == [
        "No license on record",
        "",
        "No license in force on record",
    ]


def test_only_what_is_stated_is_told():
    listing = make_draft()
    clinician = make_clinician(role="not_stated", ketamine_since_year=2019, acls_expires_on=days_ago(1))
    works_at(listing, clinician, prescribes=True, monitors=True, title="Medical director")
    clinician.languages.add(make_term("language", "es", label="Spanish"))
    (person,) = shown(listing)
    assert (person.role, person.title) == ("", "Medical director")
    assert person.facts == [
        ("What they do here", "Prescribes and monitors sessions"),
        ("Languages", "Spanish"),
        ("Has given ketamine since", "2019"),
    ]


def test_a_title_that_repeats_the_training_is_left_out():
    listing = make_draft()
    works_at(listing, title="anesthesiologist")
    (person,) = shown(listing)
    assert (person.role, person.title) == ("Anesthesiologist", "")
