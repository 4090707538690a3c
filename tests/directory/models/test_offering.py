import pytest
from django.db import IntegrityError, transaction

from tests.factories.directory import days_ago, make_draft, make_offering

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("offering_prices_are_in_order", {"price_session_min_usd": 500, "price_session_max_usd": 400}),
        ("offering_prices_are_in_order", {"price_session_max_usd": 400}),
        ("offering_prices_have_a_date", {"price_series_usd": 400, "prices_as_of": None}),
        ("only_esketamine_has_a_rems_answer", {"rems_certified": "yes"}),
        ("offering_protocol_kind_is_known", {"protocol_kind": "secret"}),
    ],
)
def test_the_database_refuses_what_cannot_be_true(name, fields):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        make_offering(make_draft(), **{"prices_as_of": days_ago(0)} | fields)


def test_a_route_is_offered_once():
    listing = make_draft()
    make_offering(listing)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_offering(listing)


def test_one_price_is_a_range_of_itself():
    offering = make_offering(make_draft(), price_session_min_usd=450, prices_as_of=days_ago(0))
    assert offering.price_session_usd == (450, 450)


def test_a_price_not_stated_is_no_price():
    assert make_offering(make_draft()).price_session_usd is None


@pytest.mark.parametrize(("days", "old"), [(180, False), (181, True)])
def test_a_price_is_old_after_180_days(days, old):
    offering = make_offering(make_draft(), price_session_min_usd=450, prices_as_of=days_ago(days))
    assert offering.prices_are_old is old


def test_the_first_course_includes_the_consultation():
    listing = make_draft(consult_fee_usd=200, fees_as_of=days_ago(1))
    offering = make_offering(listing, price_session_min_usd=450, sessions_initial_series=6, prices_as_of=days_ago(1))
    assert offering.first_course_cost.minimum_usd == 2_900
