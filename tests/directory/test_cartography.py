import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from directory import cartography
from directory.map import Circle, MapSpec, Pin
from directory.models import Place, SearchVersion
from tests.factories.directory import make_place

MILE = 1 / 69


def cities(*towns, state="CO"):
    for name, miles, population in towns:
        slug = name.lower().replace(" ", "-")
        make_place(name=name, slug=slug, state=state, latitude=38 + miles * MILE, population=population)


def named(state="CO"):
    found = cartography.current().cities_of(state)
    return [place.name for place in found.places], found.miles_apart


@pytest.mark.django_db
class TestCities:
    def test_the_largest_come_first_and_none_is_close_to_a_larger_one(self):
        cities(*((f"Town {number}", number * 30, 1000 - number) for number in range(8)), ("Suburb", 10, 500))
        assert named() == ([f"Town {number}" for number in range(8)], 25)

    def test_a_small_state_has_cities_that_are_closer(self):
        cities(("Large", 0, 1000), ("Suburb", 9, 500), ("Small", 12, 300))
        assert named() == (["Large", "Small"], 10)

    def test_those_of_other_states_and_of_unknown_size_stand_for_nobody(self):
        cities(("Elsewhere", 0, 5000), state="WY")
        cities(("Nowhere", 0, 0), ("Somewhere", 50, 10))
        assert named() == (["Somewhere"], 10)

    def test_a_state_without_cities_has_none(self):
        assert named("AK") == ([], 10)


@pytest.mark.django_db
def test_the_middle_of_each_state_is_at_hand():
    make_place(Place.Kind.STATE, name="Colorado", slug="co", state="CO", latitude=39.0, longitude=-105.5)
    assert {code: place.latitude for code, place in cartography.current().states.items()} == {"CO": 39.0}


class TestMemory:
    """Outside of a transaction, as a page is."""

    pytestmark = pytest.mark.django_db(transaction=True)
    SPEC = MapSpec("Map", Circle(39.7, -105, 25), pins=(Pin(39.7, -105, "Practice", 1),))

    def first_name(self):
        return re.findall(r'<text class="map-town[^>]*>([^<]*)<', cartography.current().map_of(self.SPEC).html)[:1]

    def test_places_are_read_once_and_a_map_is_printed_once(self):
        cities(("Denver", 120, 1000))
        first = cartography.current().map_of(self.SPEC)
        with CaptureQueriesContext(connection) as queries:
            assert cartography.current().map_of(self.SPEC).html is first.html
        assert not [query for query in queries.captured_queries if "place" in query["sql"]]

    def test_a_change_of_places_is_followed(self):
        SearchVersion.next_number()
        assert self.first_name() == []
        cities(("Denver", 120, 1000))
        SearchVersion.new_epoch()
        assert self.first_name() == ["Denver"]

    def test_each_language_has_its_own(self):
        cities(("Denver", 120, 1000))
        first = cartography.current().map_of(self.SPEC)
        with translation.override("es"):
            assert cartography.current().map_of(self.SPEC).html is not first.html

    def test_an_edit_of_a_listing_does_not_read_them_again(self):
        SearchVersion.next_number()
        before = cartography.current()
        SearchVersion.next_number()
        assert cartography.current() is before
