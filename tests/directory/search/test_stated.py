import pytest

from directory.search import live
from directory.search.stated import stated
from tests.factories.directory import make_listing

pytestmark = pytest.mark.django_db

SPANISH, FRENCH, DRIP = ("language", "es"), ("language", "fr"), ("route", "iv_infusion")


def test_each_listing_has_those_it_states_in_the_order_asked_for():
    drip = make_listing(statements=[SPANISH, FRENCH])
    silent = make_listing(routes=[])
    found = stated(live.index(), [silent.pk, drip.pk], [FRENCH, DRIP, SPANISH])
    assert found == {drip.pk: [FRENCH, DRIP, SPANISH], silent.pk: []}


def test_what_nobody_knows_is_stated_by_nobody():
    listing = make_listing()
    assert stated(live.index(), [listing.pk], [("language", "tlh"), ("mood", "good")]) == {listing.pk: []}


def test_a_listing_that_is_not_there_is_left_out():
    assert stated(live.index(), [1], [DRIP]) == {}
    assert stated(live.index(), [make_listing().pk + 1], [DRIP]) == {}
