import pytest

from directory.landing.crumbs import to_city, to_listing, to_state
from tests.factories.directory import make_listing, make_place

pytestmark = pytest.mark.django_db

SEARCH, COLORADO = ("Find a provider", "/directory/"), ("Colorado", "/directory/in/co/")


def test_a_page_of_a_state_or_a_city_is_on_the_way():
    listing = make_listing(name="Quiet Harbor", city="Denver")
    assert to_state("CO") == [SEARCH, ("Colorado", None)]
    assert to_city(make_place()) == [SEARCH, COLORADO, ("Denver", None)]
    assert to_listing(listing) == [SEARCH, COLORADO, ("Denver", "/directory/in/co/denver/"), ("Quiet Harbor", None)]


def test_a_namesake_has_its_county():
    place = make_place(name="Gurley", slug="gurley-madison-county", county="Madison County")
    assert to_city(place)[-1] == ("Gurley (Madison County)", None)


def test_a_listing_in_no_known_city_is_in_its_state():
    assert to_listing(make_listing(name="Quiet Harbor")) == [SEARCH, COLORADO, ("Quiet Harbor", None)]


def test_who_sees_people_by_video_only_is_in_no_city():
    make_place()
    assert to_listing(make_listing(name="Far Harbor", by_video_only=True)) == [SEARCH, COLORADO, ("Far Harbor", None)]
