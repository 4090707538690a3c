import pytest
from django.db.models import DateField, IntegerField
from django.utils import timezone

from directory.choices import StopRule
from directory.facets import NOT_STATED
from directory.mine.completeness import completeness_of
from directory.mine.gaps import gaps_of
from directory.models import Listing, Position
from directory.models.proposable import LISTING_FIELDS, OFFERING_FIELDS
from directory.models.statement import STATED_FACETS
from tests.factories.directory import (
    days_ago,
    make_clinician,
    make_draft,
    make_hours,
    make_listing,
    make_offering,
    state_that,
)

pytestmark = pytest.mark.django_db


def read():
    return Listing.objects.with_page_facts().get()


def completeness():
    return completeness_of(read())


def answer(row, names):
    """In memory, and more than one practice can say at once: what is open is answered, whatever it is."""
    for name in sorted(names):
        field = row._meta.get_field(name)
        if getattr(row, name) in (None, "", NOT_STATED):
            setattr(row, name, _any(field))


def _any(field):
    if field.choices:
        return next(key for key, _ in field.choices if key and key != NOT_STATED)
    if isinstance(field, DateField):
        return timezone.localdate()
    return 1 if isinstance(field, IntegerField) else "Written down."


def test_each_fact_that_is_stated_closes_a_gap():
    listing = make_draft()
    before = completeness()
    Listing.objects.update(driving_rule="next_day_after_sleep", parking="Behind the house.")
    state_that(listing, "condition", "trd")
    after = completeness()
    assert after.stated == before.stated + 3
    assert after.total == before.total
    assert after.percent == 100 * after.stated // after.total


def test_what_decides_counts_too():
    """Its phone, its hours, its people, its own words."""
    listing = make_draft(phone="")
    make_offering(listing)
    before = completeness()
    Listing.objects.update(phone="+13035550123", description="We sit with you.")
    make_hours(listing, 0, "09:00", "17:00")
    Position.objects.create(clinician=make_clinician(), listing=listing)
    listing.offerings.update(visit_minutes=90, price_session_min_usd=400, prices_as_of=days_ago(1))
    after = completeness()
    assert after.stated == before.stated + 6
    assert after.total == before.total


def test_nothing_counts_that_nobody_can_leave_out():
    """The kind of practice, and a package, which is named only where there is one."""
    make_offering(make_draft())
    before = completeness()
    read().offerings.update(price_series_usd=2000, prices_as_of=days_ago(1))
    assert completeness() == before
    assert before.stated == 2  # the phone and the treatment


def test_what_is_not_stated_is_named_in_the_step_that_asks_it():
    make_draft()
    gaps = {gap.step.slug: gap.names[""] for gap in completeness().gaps.every}
    assert "Driving afterwards" in gaps["day"]
    assert "Parking" in gaps["place"]


def test_the_overview_counts_as_the_form_does():
    make_listing()
    assert completeness().gaps == gaps_of(read())


def test_a_clinic_can_state_all():
    """Nothing is asked of it that staff alone set, or that only another kind of practice can say."""
    listing = make_listing()
    make_hours(listing, 0, "09:00", "17:00")
    for facet in STATED_FACETS:
        state_that(listing, facet, "first")
    whole = read()
    answer(whole, LISTING_FIELDS - {"partner_clinics"})
    for offering in whole.offerings.all():
        answer(offering, OFFERING_FIELDS - {"rems_certified"})
        offering.stop_rule = StopRule.REVIEWED
    assert [gap.lines for gap in completeness_of(whole).gaps.every] == []
    assert completeness_of(whole).percent == 100


def test_who_sees_nobody_by_video_is_not_asked_where():
    make_listing(telehealth="none")
    assert "States they serve by video" not in str(completeness().gaps)
