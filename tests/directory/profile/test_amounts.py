import pytest

from directory.profile.amounts import Amounts
from tests.factories.directory import days_ago, make_draft, make_offering, state_that

pytestmark = pytest.mark.django_db

FEES = {"consult_fee_usd": 250, "integration_fee_usd": 150, "fees_as_of": days_ago(1)}


def shown(listing):
    return {label: price and price.words for _, _, label, price in Amounts(listing).rows}


def test_every_amount_has_a_row():
    listing = make_draft(**FEES)
    make_offering(
        listing,
        sessions_initial_series=6,
        price_session_min_usd=450,
        price_session_max_usd=600,
        price_series_usd=2400,
        price_maintenance_usd=400,
        prices_as_of=days_ago(1),
    )
    assert shown(listing) == {
        "First consultation": "$250",
        "IV infusion: one session": "$450–$600",
        "IV infusion: package, number of sessions: 6": "$2,400",
        "IV infusion: a session after the first course": "$400",
        "Therapy session to work through it": "$150",
    }


def test_what_decides_is_shown_and_the_rest_is_named_where_it_is_not_stated():
    listing = make_draft()
    make_offering(listing)
    assert shown(listing) == {"First consultation": None, "IV infusion: one session": None}
    assert Amounts(listing).unstated == [
        "IV infusion: a session after the first course",
        "Therapy session to work through it",
    ]


def test_a_consultation_can_be_included():
    listing = make_draft()
    state_that(listing, "includes", "medical_evaluation")
    assert shown(listing) == {"First consultation": "included"}
    assert Amounts(listing).stated == []


def test_a_current_fee_stays_current_beside_an_old_price():
    listing = make_draft(**FEES)
    make_offering(listing, price_session_min_usd=450, prices_as_of=days_ago(181))
    assert {label: price.is_old for _, _, label, price in Amounts(listing).rows} == {
        "First consultation": False,
        "IV infusion: one session": True,
        "Therapy session to work through it": False,
    }
