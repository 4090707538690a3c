from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from directory.claims import Claim, Method, Result
from directory.models import Check
from directory.models.trust import LedgerIsFinal
from directory.search import live
from tests.factories.directory import days_ago, make_clinician, make_license, make_listing

pytestmark = pytest.mark.django_db


@pytest.fixture
def listing():
    return make_listing()


def look(subject, claim=Claim.ADDRESS_PHONE, *, result=Result.CONFIRMED, method=Method.PHONE_CALL, by=None, **words):
    return Check.record(subject, claim, method=method, result=result, by=by, **words)


def test_a_look_is_recorded_with_who_how_and_until_when(listing, staff):
    row = look(listing, by=staff, note="The manager answered.", evidence="Call at 10:04.")
    assert (row.subject, row.checked_by, row.checked_on) == (listing, staff, timezone.localdate())
    assert row.valid_until == timezone.localdate() + timedelta(days=90)


@pytest.mark.parametrize(
    ("claim", "days"), [(Claim.ACCEPTING, 90), (Claim.PRICE, 180), (Claim.MONITORING, 365), (Claim.CLOSURE, None)]
)
def test_each_claim_counts_for_its_own_time(listing, claim, days):
    valid_until = look(listing, claim).valid_until
    assert valid_until == (days and timezone.localdate() + timedelta(days=days))


def test_a_license_counts_until_it_expires_and_for_half_a_year_at_most():
    soon = make_license(make_clinician(), expires_on=days_ago(-30))
    late = make_license(make_clinician(), expires_on=days_ago(-700))
    assert look(soon, Claim.LICENSE, method=Method.STATE_BOARD).valid_until == days_ago(-30)
    assert look(late, Claim.LICENSE, method=Method.STATE_BOARD).valid_until == days_ago(-180)


def test_what_has_run_out_already_does_not_count_tomorrow():
    gone = make_license(make_clinician(), status="expired", expires_on=days_ago(30))
    assert look(gone, Claim.LICENSE, result=Result.CONTRADICTED).valid_until == timezone.localdate()


def test_life_support_counts_until_the_certificate_expires():
    clinician = make_clinician(acls_expires_on=days_ago(-20))
    assert look(clinician, Claim.ACLS, method=Method.DOCUMENT).valid_until == days_ago(-20)


@pytest.mark.parametrize(
    ("changed", "counts"),
    [
        ({}, True),
        ({"on": days_ago(90)}, True),
        ({"on": days_ago(91)}, False),
        ({"result": Result.CONTRADICTED}, False),
        ({"result": Result.NOT_REACHED}, False),
        ({"method": Method.PROVIDER}, False),
    ],
)
def test_only_proof_that_has_not_lapsed_counts(listing, changed, counts):
    row = look(listing, **changed)
    assert row.counts is counts
    assert Check.objects.confirming().exists() is counts


def test_a_later_look_takes_the_place_of_an_earlier_one(listing):
    first = look(listing, on=days_ago(3))
    other_claim = look(listing, Claim.ACCEPTING, on=days_ago(3))
    elsewhere = look(make_listing(), on=days_ago(3))
    second = look(listing, result=Result.CONTRADICTED)
    third_written_later = look(listing, result=Result.NOT_CONFIRMED)
    current = set(Check.objects.current())
    assert current == {other_claim, elsewhere, third_written_later}
    assert not current & {first, second}


def test_all_that_was_checked_at_a_place_is_about_it(listing):
    clinician = listing.positions.get().clinician
    rows = {
        look(listing),
        look(listing.offerings.get(), Claim.PRICE),
        look(clinician, Claim.NPI, method=Method.NPPES),
        look(clinician.licenses.get(), Claim.LICENSE, method=Method.STATE_BOARD),
    }
    look(make_listing())
    assert set(Check.objects.about(listing)) == rows


def test_the_ledger_is_only_added_to(listing):
    row = look(listing)
    row.result = Result.CONTRADICTED
    with pytest.raises(LedgerIsFinal):
        row.save()
    with pytest.raises(LedgerIsFinal):
        row.delete()
    assert Check.objects.get().result == Result.CONFIRMED


def test_a_claim_that_its_subject_cannot_have_is_refused(listing):
    with pytest.raises(ValidationError, match="cannot be checked of a listing"):
        look(listing, Claim.ACLS)


def test_a_day_to_come_is_refused(listing):
    with pytest.raises(ValidationError, match="still to come"):
        look(listing, on=days_ago(-1))


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("check_is_about_one_thing", {"listing": None}),
        ("check_claim_is_known", {"claim": "charm"}),
        ("check_method_is_known", {"method": "a_feeling"}),
        ("check_result_is_known", {"result": "maybe"}),
        ("check_counts_from_its_day_on", {"valid_until": days_ago(5)}),
    ],
)
def test_the_database_refuses_what_cannot_be_true(listing, name, fields):
    whole = {"listing": listing, "claim": "npi", "method": "phone_call", "result": "confirmed"}
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Check.objects.create(**whole | fields)


def test_a_page_that_shows_it_is_made_anew(listing):
    before = live.version()
    look(listing.licenses_of_prescribers().get(), Claim.LICENSE, method=Method.STATE_BOARD)
    assert live.version() != before
