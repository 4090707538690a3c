import pytest

from directory.landing.addresses import city_at, of_cities, of_city, of_search, of_state
from directory.models import Place
from tests.factories.directory import make_place

pytestmark = pytest.mark.django_db


def test_a_state_is_known_by_its_code_and_a_city_by_its_name_in_it():
    assert of_state("CO") == "/directory/in/co/"
    assert of_city(make_place(name="Saint Louis", state="MO")) == "/directory/in/mo/saint-louis/"


def test_many_cities_have_the_same_addresses_as_each_for_itself():
    places = [make_place(name=name, state=state) for name, state in (("Denver", "CO"), ("Ely", "NV"), ("Reno", "NV"))]
    assert of_cities(places) == [of_city(place) for place in places]


def test_a_search_is_told_its_place():
    assert of_search() == "/directory/"
    assert of_search(place="Denver, CO", radius=50) == "/directory/?place=Denver%2C+CO&radius=50"


def test_a_city_is_found_in_its_own_state_only():
    city = make_place(name="Denver", state="CO")
    make_place(name="Denver", state="IA")
    assert city_at("CO", "denver") == city
    assert city_at("TX", "denver") is None


@pytest.mark.parametrize("slug", ["St-Louis", "saint-louis", "SAINT-LOUIS", "st_louis", "saint-louis-st-louis-county"])
def test_another_spelling_means_the_same_city(slug):
    city = make_place(name="St. Louis", state="MO", county="St. Louis County")
    assert city_at("MO", slug) == city


def test_of_namesakes_each_has_its_own_and_the_name_alone_means_the_larger():
    small = make_place(name="Gurley", state="AL", slug="gurley-madison-county", county="Madison County", population=1)
    large = make_place(name="Gurley", state="AL", slug="gurley-blount-county", county="Blount County", population=2)
    assert city_at("AL", "gurley-madison-county") == small
    assert city_at("AL", "gurley-blount-county") == large
    assert city_at("AL", "gurley") == large


@pytest.mark.parametrize("slug", ["nowhere", "denver-arapahoe-county", "-", "denver-county", "80202"])
def test_what_is_no_city_is_none(slug):
    make_place(name="Denver", state="CO", county="Denver County")
    make_place(Place.Kind.COUNTY, name="Denver County", state="CO")
    make_place(Place.Kind.ZIP, name="Denver", state="CO", zip5="80202")
    assert city_at("CO", slug) is None
