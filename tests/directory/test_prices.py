import pytest

from directory.prices import amount, fee, session_price
from tests.factories.directory import days_ago, make_draft, make_offering

pytestmark = pytest.mark.django_db


def price_of(listing):
    price = session_price(listing.offerings.all())
    return price and (price.words, price.is_old)


class TestSessionPrice:
    def test_it_is_the_range_of_the_only_treatment(self):
        offering = make_offering(
            make_draft(), price_session_min_usd=450, price_session_max_usd=600, prices_as_of=days_ago(10)
        )
        assert price_of(offering.listing) == ("$450–$600", False)

    def test_it_begins_with_the_lowest_of_several(self):
        listing = make_draft()
        make_offering(listing, "iv_infusion", price_session_min_usd=450, prices_as_of=days_ago(10))
        make_offering(listing, "im_injection", price_session_min_usd=300, prices_as_of=days_ago(10))
        assert price_of(listing) == ("from $300", False)

    def test_no_price_is_none(self):
        listing = make_draft()
        make_offering(listing)
        assert price_of(listing) is None

    @pytest.mark.parametrize(("days", "is_old"), [(180, False), (181, True)])
    def test_a_price_older_than_180_days_is_old(self, days, is_old):
        offering = make_offering(make_draft(), price_session_min_usd=450, prices_as_of=days_ago(days))
        assert price_of(offering.listing) == ("$450", is_old)

    def test_the_lowest_stays_the_lowest_when_it_is_old(self):
        listing = make_draft()
        make_offering(listing, "iv_infusion", price_session_min_usd=450, prices_as_of=days_ago(1))
        make_offering(listing, "im_injection", price_session_min_usd=100, prices_as_of=days_ago(400))
        assert price_of(listing) == ("from $100", True)

    def test_of_two_that_are_as_low_the_newer_counts(self):
        listing = make_draft()
        make_offering(listing, "iv_infusion", price_session_min_usd=450, prices_as_of=days_ago(400))
        make_offering(listing, "im_injection", price_session_min_usd=450, prices_as_of=days_ago(1))
        assert price_of(listing) == ("$450", False)


def test_a_fee_has_the_date_of_the_fees():
    listing = make_draft(consult_fee_usd=0, integration_fee_usd=150, fees_as_of=days_ago(181))
    free, therapy = fee(listing, "consult_fee_usd"), fee(listing, "integration_fee_usd")
    assert (free.words, therapy.words, therapy.is_old) == ("free", "$150", True)
    assert fee(make_draft(), "consult_fee_usd") is None


def test_a_price_of_a_treatment_has_the_date_of_its_prices():
    offering = make_offering(make_draft(), price_maintenance_usd=300, prices_as_of=days_ago(1))
    price = amount(offering, "price_maintenance_usd")
    assert (price.words, price.is_old, price.stated_on) == ("$300", False, days_ago(1))
    assert amount(offering, "price_series_usd") is None
