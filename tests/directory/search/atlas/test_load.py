import pytest

from directory.models import Place, SearchVersion
from directory.search.atlas.load import LEAST_OF_A_STATE, entries, refreshed
from tests.factories.directory import make_place

pytestmark = pytest.mark.django_db

ZIP, COUNTY, STATE = Place.Kind.ZIP, Place.Kind.COUNTY, Place.Kind.STATE


def loaded():
    return {entry.value: entry for entry in entries()}


def test_a_city_has_its_people_its_point_and_its_nicknames():
    make_place(name="New York", state="NY", population=8_000_000)
    entry = loaded()["New York, NY"]
    assert (entry.kind, entry.state, entry.weight) == ("city", "NY", 8_000_000)
    assert (entry.latitude, entry.longitude) == (39.74, -104.98)
    assert set(entry.keys) == {"newyork", "newyorkcity", "nyc"}


def test_an_article_may_be_left_out():
    make_place(name="The Bronx", state="NY")
    make_place(name="Theodore", state="AL")
    assert set(loaded()["The Bronx, NY"].keys) == {"thebronx", "bronx"}
    assert loaded()["Theodore, AL"].keys == ("theodore",)


def test_a_state_has_the_people_of_its_cities_its_code_and_its_names():
    make_place(population=700_000)
    make_place(name="Aurora", population=300_000)
    make_place(STATE, name="Colorado")
    make_place(STATE, name="Wyoming", state="WY")
    assert loaded()["Colorado"].weight == 1_000_000
    assert loaded()["Wyoming"].weight == LEAST_OF_A_STATE
    assert set(loaded()["Colorado"].keys) == {"co", "colorado", "coloradostate"}


def test_a_county_counts_for_a_part_of_those_who_live_there():
    make_place(name="Seattle", state="WA", county="King County", population=700_000)
    make_place(name="Guthrie", state="TX", county="King County", population=100)
    for state in ("TX", "WA"):
        make_place(COUNTY, name="King County", county="King County", state=state)
    assert loaded()["King County, WA"].weight > loaded()["King County, TX"].weight
    assert loaded()["King County, WA"].weight < loaded()["Seattle, WA"].weight


def test_a_post_office_is_a_town_where_no_city_has_its_name():
    make_place(ZIP, name="Guffey", zip5="80820")
    make_place(ZIP, name="Guffey", zip5="80821")
    make_place(ZIP, name="Denver", zip5="80202")
    make_place(ZIP, name="Bronx", state="NY", zip5="10451")
    make_place()
    make_place(name="The Bronx", state="NY")
    assert set(loaded()) == {"Guffey, CO", "Denver, CO", "The Bronx, NY"}
    assert loaded()["Guffey, CO"].kind == "city"


def test_it_is_read_one_by_one_in_few_queries(django_assert_num_queries):
    make_place()
    with django_assert_num_queries(3):
        list(entries())


def test_it_stays_the_same_object_until_places_change():
    make_place()
    SearchVersion.places_changed()
    atlas = refreshed(None)
    SearchVersion.next_number()
    assert refreshed(atlas) is atlas
    make_place(name="Boulder")
    SearchVersion.places_changed()
    assert refreshed(atlas).values == ["Boulder, CO", "Denver, CO"]


def test_a_new_epoch_loads_it_anew():
    atlas = refreshed(None)
    SearchVersion.new_epoch()
    assert refreshed(atlas) is not atlas
