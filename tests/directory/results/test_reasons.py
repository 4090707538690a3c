import pytest

from directory.results.reasons import reasons
from directory.search.query import Hit, Sort, WordsIn
from tests.factories.directory import days_ago, make_listing, make_offering

pytestmark = pytest.mark.django_db


def why(sort, listing=None, *, distance=3.21, band=5, recent=True, words_in=None):
    listing = listing or make_listing()
    words = reasons(listing, Hit(listing.pk, distance, band, recent, words_in), sort)
    return " · ".join(words).replace("\N{NO-BREAK SPACE}", " ")


def test_the_published_rule_is_told_step_by_step():
    assert why(Sort.BEST) == "confirmed within 90 days · within 5 miles · today’s shuffle"
    assert why(Sort.BEST, recent=False, band=None) == (
        "confirmed over 90 days ago · farther than 100 miles · today’s shuffle"
    )
    assert why(Sort.BEST, distance=None, band=None) == "confirmed within 90 days · today’s shuffle"


@pytest.mark.parametrize(
    ("words_in", "reason"),
    [
        (WordsIn.NAME, "the words are in its name"),
        (WordsIn.HEADLINE, "the words are in its headline or in the names of its people"),
        (WordsIn.TEXT, "the words are in its text or in what it states"),
    ],
)
def test_with_words_it_comes_first_where_they_stand(words_in, reason):
    rest = "confirmed within 90 days · within 5 miles · today’s shuffle"
    assert why(Sort.BEST, words_in=words_in) == f"{reason} · {rest}"


def test_another_order_does_not_go_by_the_words():
    assert why(Sort.NAME, words_in=WordsIn.NAME) == "its place in the alphabet"


def test_each_other_order_names_what_it_goes_by():
    assert why(Sort.DISTANCE) == "its distance, 3.2 miles"
    assert why(Sort.CONFIRMED) == "Confirmed by the clinic 10 days ago"
    assert why(Sort.NAME) == "its place in the alphabet"


def test_the_lowest_price_is_the_one_it_goes_by():
    listing = make_listing(routes=[])
    assert "no price stated" in why(Sort.PRICE, listing)
    for route, price in [("iv_infusion", 500), ("im_injection", 350)]:
        make_offering(listing, route, price_session_min_usd=price, prices_as_of=days_ago(1))
    assert why(Sort.PRICE, listing) == "its price of a session, from $350"


def test_a_lowest_price_that_is_old_is_called_old():
    listing = make_listing(routes=[])
    make_offering(listing, "iv_infusion", price_session_min_usd=500, prices_as_of=days_ago(1))
    make_offering(listing, "im_injection", price_session_min_usd=350, prices_as_of=days_ago(181))
    assert why(Sort.PRICE, listing) == "its price of a session, from $350: old"
