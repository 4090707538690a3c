import pytest

from directory.landing.cities import MOST_AROUND, links, links_around
from directory.search.tallies import Tally
from tests.factories.directory import make_place

pytestmark = pytest.mark.django_db

MILE = 1 / 69.09  # degrees of latitude
NBSP = "\N{NO-BREAK SPACE}"


def city(name, miles=0.0, **fields):
    return make_place(name=name, latitude=39.74 + miles * MILE, **fields)


def test_they_stand_in_the_order_of_their_names_with_their_numbers():
    tallied = {city("Denver").pk: Tally(3), city("Aurora", county="Adams County").pk: Tally(1)}
    assert [(link.label, link.url, link.total) for link in links(tallied)] == [
        ("Aurora", "/directory/in/co/aurora/", 1),
        ("Denver", "/directory/in/co/denver/", 3),
    ]


def test_a_namesake_has_its_county():
    place = city("Gurley", slug="gurley-madison-county", county="Madison County")
    assert [link.label for link in links({place.pk: Tally(1)})] == ["Gurley (Madison County)"]


def test_a_city_that_is_gone_is_left_out():
    assert links({4711: Tally(1)}) == []


def test_around_a_city_the_nearest_come_first():
    denver, near, far = city("Denver"), city("Near", 9), city("Cheyenne", 95.4, state="WY")
    tallied = {place.pk: Tally(2) for place in (far, denver, near)}
    assert [(link.label, link.distance) for link in links_around(denver, tallied)] == [
        ("Near", f"9.0{NBSP}miles"),
        ("Cheyenne, WY", f"95{NBSP}miles"),
    ]


def test_farther_than_a_hundred_miles_is_not_around():
    denver, far = city("Denver"), city("Far", 101)
    assert links_around(denver, {far.pk: Tally(1)}) == []


def test_eight_are_enough():
    denver = city("Denver")
    tallied = {city(f"Town {n}", n).pk: Tally(1) for n in range(1, 12)}
    found = links_around(denver, tallied)
    assert [link.label for link in found] == [f"Town {n}" for n in range(1, MOST_AROUND + 1)]
