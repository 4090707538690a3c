"""Staff put on record whom a provider names, and look up each license first."""

import pytest
from django.core.exceptions import ValidationError

from directory.models import Change, Check, Clinician, License, Position
from directory.models.new_people import LookedUp
from tests.factories.directory import days_ago, make_clinician, make_license, make_listing

pytestmark = pytest.mark.django_db

NPI = "1234567893"
FOUND = LookedUp(expires_on=days_ago(-300), source_url="https://example.com/board")


@pytest.fixture
def listing():
    return make_listing()


def robin(**fields):
    said = {"name": "Robin Newperson", "role": "crna", "npi": NPI, "title": "Nurse", "monitors": True} | fields
    return {f"people.new.1.{name}": value for name, value in said.items()}


LICENSE = {"license_jurisdiction": "CO", "license_type": "CRNA", "license_number": "APN.77"}


def test_somebody_new_comes_with_their_position(listing, manager, staff):
    listing.propose(robin(), by=manager).approve(by=staff)
    position = Position.objects.get(clinician__npi=NPI)
    assert (position.listing, position.title, position.monitors) == (listing, "Nurse", True)
    assert (position.clinician.name, position.clinician.role) == ("Robin Newperson", "crna")


def test_a_license_is_looked_up_before_it_is_on_record(listing, manager, staff):
    change = listing.propose(robin(**LICENSE), by=manager)
    with pytest.raises(ValidationError, match="Look the license up"):
        change.approve(by=staff)
    assert not Clinician.objects.filter(npi=NPI).exists()
    change.approve(by=staff, looked_up={"people.new.1": FOUND})
    license_ = License.objects.get(number="APN.77")
    assert (license_.status, license_.checked_on, license_.clinician.npi) == ("active", days_ago(0), NPI)
    assert (Check.objects.get().license, Check.objects.get().checked_by) == (license_, staff)


def test_what_the_board_does_not_know_is_no_proof(listing, manager, staff):
    change = listing.propose(robin(**LICENSE), by=manager)
    change.approve(by=staff, looked_up={"people.new.1": LookedUp(status="not_found")})
    assert License.objects.get(number="APN.77").status == "not_found"
    assert not Check.objects.exists()


def test_one_who_works_there_gets_another_license(listing, manager, staff):
    pk = listing.positions.get().clinician_id
    path = f"licenses.{pk}.WY.DR.0012345"
    change = listing.propose({path: "MD"}, by=manager)
    change.approve(by=staff, looked_up={path: FOUND})
    license_ = License.objects.get(jurisdiction="WY")
    assert (license_.clinician_id, license_.number, license_.license_type) == (pk, "DR.0012345", "MD")


def test_a_lapsed_license_hides_nobody_who_may_be_seen(listing, manager, staff):
    pk = listing.positions.get().clinician_id
    path = f"licenses.{pk}.CO.77"
    change = listing.propose({path: "MD"}, by=manager)
    with pytest.raises(ValidationError, match="active license"):
        change.approve(by=staff, looked_up={path: LookedUp(status="revoked")})
    assert not License.objects.filter(number="77").exists()


def test_who_has_the_same_npi_is_taken_as_on_record(listing, manager, staff):
    known = make_clinician(name="Robin Known", npi=NPI, role="rn")
    listing.propose(robin(), by=manager).approve(by=staff)
    known.refresh_from_db()
    assert (known.name, known.role) == ("Robin Known", "rn")
    assert known.positions.get().listing == listing


def test_a_license_on_record_is_not_put_there_twice(listing, manager, staff):
    known = make_clinician(npi=NPI)
    make_license(known, jurisdiction="CO", license_type="CRNA", number="APN.77")
    listing.propose(robin(**LICENSE), by=manager).approve(by=staff)
    assert known.licenses.count() == 1


def test_nobodys_license_is_taken_for_another(listing, manager, staff):
    make_license(make_clinician(), jurisdiction="CO", license_type="CRNA", number="APN.77")
    change = listing.propose(robin(**LICENSE), by=manager)
    with pytest.raises(ValidationError, match="on record already"):
        change.approve(by=staff, looked_up={"people.new.1": FOUND})


@pytest.mark.parametrize(
    ("fields", "paths"),
    [
        (robin(name=""), {"people.new.1.name"}),
        (robin(npi="1234567890"), {"people.new.1.npi"}),
        (robin(role="wizard"), {"people.new.1.role"}),
        (robin(days="x" * 101), {"people.new.1.days"}),
        (robin(**LICENSE | {"license_jurisdiction": "ZZ"}), {"people.new.1.license_jurisdiction"}),
        (robin(**LICENSE | {"license_type": ""}), {"people.new.1.license_type"}),
        ({"licenses.999999.CO.1": "MD"}, {"licenses.999999.CO.1"}),
    ],
)
def test_what_cannot_be_right_is_told_at_once(listing, manager, fields, paths):
    with pytest.raises(ValidationError) as refusal:
        listing.propose(fields, by=manager)
    assert set(refusal.value.message_dict) == paths
    assert not Change.objects.exists()


def test_somebody_named_by_mistake_is_taken_back_whole(listing, manager):
    listing.propose(robin(**LICENSE), by=manager)
    assert listing.propose({"people.new.1": None}, by=manager) is None


def test_no_name_stays_in_the_history(listing, manager, staff):
    change = listing.propose(robin(), by=manager)
    change.approve(by=staff)
    assert "Newperson" not in str(change.fields)
    assert NPI not in str(change.fields)
