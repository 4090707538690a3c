import pytest

from directory.mine.due import asks_again_on, due
from directory.models import License, Listing
from tests.factories.directory import days_ago, make_listing, make_manager, make_offering

pytestmark = pytest.mark.django_db


def dues():
    found = due(list(Listing.objects.with_page_facts()))
    return [item for items in found.values() for item in items]


def titles():
    return [item.title for item in dues()]


class TestConfirmation:
    def test_it_is_asked_for_from_the_day_of_the_first_letter_on(self):
        listing = make_listing(confirmed_on=days_ago(75))
        assert titles() == []
        Listing.objects.update(confirmed_on=days_ago(76))
        listing.refresh_from_db()
        assert asks_again_on(listing) == days_ago(0)
        assert titles()[0].startswith("Confirm it by")

    @pytest.mark.parametrize(
        ("days", "title", "is_late"),
        [(90, "Confirm it by", False), (91, "Confirm it: it is marked", True), (121, "Confirm it: it is hidden", True)],
    )
    def test_it_says_what_visitors_see_meanwhile(self, days, title, is_late):
        make_listing(confirmed_on=days_ago(days))
        (item,) = dues()
        assert item.title.startswith(title)
        assert item.is_late is is_late
        assert "You last confirmed it on" in item.sentence
        assert item.action.url.endswith("/confirm/")

    @pytest.mark.parametrize("fields", [{"status": "draft"}, {"status": "suspended"}, {"is_demonstration": True}])
    def test_what_cannot_be_confirmed_is_not_asked_for(self, fields):
        listing = make_listing(confirmed_on=days_ago(100), **fields)
        assert (titles(), asks_again_on(listing)) == ([], None)


class TestPrices:
    def test_prices_and_fees_of_more_than_180_days_are_named_with_their_day(self):
        listing = make_listing(routes=(), consult_fee_usd=200, fees_as_of=days_ago(181))
        make_offering(listing, price_session_min_usd=450, prices_as_of=days_ago(181))
        (item,) = dues()
        assert item.title == "State your prices again"
        assert "IV infusion (" in item.sentence
        assert "the fees for a visit (" in item.sentence

    def test_younger_ones_are_not(self):
        listing = make_listing(routes=(), consult_fee_usd=200, fees_as_of=days_ago(180))
        make_offering(listing, price_session_min_usd=450, prices_as_of=days_ago(180))
        assert titles() == []

    @pytest.mark.parametrize("status", ["draft", "suspended", "withdrawn_by_provider"])
    def test_those_that_nobody_reads_are_not(self, status):
        make_listing(status=status, consult_fee_usd=200, fees_as_of=days_ago(181))
        assert titles() == []


class TestLicenses:
    def test_one_that_ends_within_60_days_is_named(self):
        make_listing()
        License.objects.update(expires_on=days_ago(-60))
        (item,) = dues()
        assert "Sam Testperson" in item.sentence
        assert "ends on" in item.sentence
        assert not item.is_late

    def test_one_that_has_ended_is_too(self):
        make_listing()
        License.objects.update(expires_on=days_ago(1))
        (item,) = dues()
        assert "not in force on our record" in item.sentence
        assert item.is_late

    def test_one_at_a_place_that_has_ended_is_not(self):
        make_listing(status="closed", closed_on=days_ago(9))
        License.objects.update(expires_on=days_ago(1))
        assert titles() == []

    def test_one_that_lasts_is_not_nor_one_of_people_elsewhere(self):
        mine, other = make_listing(), make_listing()
        License.objects.filter(clinician__positions__listing=other).update(expires_on=days_ago(1))
        assert due(list(Listing.objects.filter(pk=mine.pk).with_page_facts())) == {}


def test_many_listings_cost_no_more_questions_than_one(django_assert_max_num_queries):
    make_manager(*(make_listing(confirmed_on=days_ago(100)) for _ in range(4)))
    listings = list(Listing.objects.with_page_facts())
    with django_assert_max_num_queries(2):
        assert len(due(listings)) == 4
