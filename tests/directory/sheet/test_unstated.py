import pytest

from directory.models import Listing, Position
from directory.sheet.unstated import unstated
from tests.factories.directory import days_ago, make_clinician, make_draft, make_hours, make_offering, state_that

pytestmark = pytest.mark.django_db


def silent(listing):
    return unstated(Listing.objects.with_page_facts().get(pk=listing.pk))


def test_what_is_stated_is_not_missing():
    listing = make_draft(session_monitor_role="rn", consult_fee_usd=0, fees_as_of=days_ago(1))
    state_that(listing, "emergency", "oxygen")
    assert not silent(listing).keys() & {"session_monitor_role", "consult_fee_usd", "emergency"}
    assert {"session_monitor_role", "consult_fee_usd", "emergency"} <= silent(make_draft()).keys()


def test_a_no_is_stated():
    listing = make_draft(anesthesia_trained_on_site="no")
    state_that(listing, "emergency", "oxygen", "no")
    assert not silent(listing).keys() & {"anesthesia_trained_on_site", "emergency"}


def test_a_fact_of_a_treatment_is_missing_only_where_there_is_one():
    listing = make_draft()
    assert "route" in silent(listing)
    assert not silent(listing).keys() & {"visit_minutes", "price_session_usd", "rems_certified"}
    make_offering(listing)
    assert silent(listing)["visit_minutes"] == []
    assert silent(listing)["price_session_usd"] == []
    assert "rems_certified" not in silent(listing)
    assert "route" not in silent(listing)


def test_where_it_is_stated_for_one_treatment_the_other_is_named():
    listing = make_draft()
    make_offering(listing, visit_minutes=90, price_session_min_usd=450, prices_as_of=days_ago(1))
    make_offering(listing, "im_injection")
    assert silent(listing)["visit_minutes"] == ["injection into a muscle"]
    assert silent(listing)["price_session_usd"] == ["injection into a muscle"]


def test_an_old_price_is_stated():
    listing = make_draft()
    make_offering(listing, price_session_min_usd=450, prices_as_of=days_ago(400))
    assert "price_session_usd" not in silent(listing)


def test_a_consultation_that_is_included_is_stated():
    listing = make_draft()
    state_that(listing, "includes", "medical_evaluation")
    assert "consult_fee_usd" not in silent(listing)


def test_people_and_their_experience_are_missing_apart():
    listing = make_draft()
    assert {"people", "experience"} <= silent(listing).keys()
    Position.objects.create(listing=listing, clinician=make_clinician())
    assert "people" not in silent(listing)
    assert "experience" in silent(listing)
    Position.objects.create(listing=listing, clinician=make_clinician(ketamine_since_year=2019))
    assert "experience" not in silent(listing)


def test_hours_are_missing_where_there_are_none():
    listing = make_draft()
    assert "hours" in silent(listing)
    make_hours(listing, 0, "09:00", "17:00")
    assert "hours" not in silent(listing)
