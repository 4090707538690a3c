from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.geo import MILES_PER_DEGREE
from directory.models import SearchRow
from directory.search import live
from directory.search.around import around
from directory.search.query import Near, Query
from tests.directory.search.rows import TODAY, Known, make_vocabulary, write

pytestmark = pytest.mark.django_db

MILE = 1 / 69
DENVER, BOULDER, PUEBLO = (39.74, -104.98), (40.01, -105.27), (38.25, -104.61)
IN_COLORADO = Query(TODAY, state="co")


@pytest.fixture(autouse=True)
def vocabulary():
    make_vocabulary()


def north_of(point, miles):
    return point[0] + miles * MILE, point[1]


def known(*points, state="co", first=1, **fields):
    terms = {("route", "iv_infusion"), ("state", state)}
    return [Known(pk, point, terms, **fields) for pk, point in enumerate(points, first)]


def counted(places, miles=25, query=IN_COLORADO, most=40):
    return around(live.index(), query, places, miles, most)


def search_says(place, miles, query=IN_COLORADO):
    return live.search(replace(query, state=None, near=Near(*place, miles))).total


def test_each_place_has_those_around_it():
    write(known(DENVER, DENVER, north_of(DENVER, 24), PUEBLO))
    assert counted([DENVER, PUEBLO]) == ([3, 1], 0)


def test_those_who_are_around_no_place_are_told_too():
    write(known(DENVER, PUEBLO))
    assert counted([DENVER]) == ([1], 1)


def test_a_place_where_nobody_is_new_does_not_count():
    write(known(DENVER, north_of(DENVER, 2)))
    assert counted([DENVER, north_of(DENVER, 1)]).counts == [2, 0]


def test_neither_does_one_with_few_who_are_new():
    place = north_of(DENVER, 20)
    write(known(*[DENVER] * 9, north_of(DENVER, 40)))
    assert counted([DENVER, place]) == ([9, 0], 1)
    write(known(*[north_of(DENVER, 40)] * 2, first=20))
    assert counted([DENVER, place]) == ([9, 12], 0)


def test_those_beyond_the_state_line_are_counted_as_the_search_counts_them():
    write(known(DENVER, first=1) + known(north_of(DENVER, 10), state="ny", first=2))
    assert counted([DENVER]).counts == [2]
    assert search_says(DENVER, 25) == 2


def test_a_place_with_nobody_of_the_state_does_not_count():
    write(known(PUEBLO, first=1) + known(DENVER, state="ny", first=2))
    assert counted([DENVER, PUEBLO]).counts == [0, 1]


def test_so_many_places_count_and_no_more():
    write(known(DENVER, PUEBLO))
    assert counted([DENVER, PUEBLO], most=1) == ([1, 0], 1)


def test_filters_hold():
    other = Known(2, DENVER, {("route", "im_injection"), ("state", "co")})
    write([*known(DENVER), other])
    query = replace(IN_COLORADO, chosen={"route": frozenset(["im_injection"])})
    assert counted([DENVER], query=query).counts == [1]


def test_who_is_hidden_or_has_no_point_is_around_nothing():
    write([*known(DENVER, live_until=None), Known(2, None)])
    assert counted([DENVER]) == ([0], 0)


def test_a_circle_may_cross_the_antimeridian():
    write(known((51.9, 179.95), (51.9, -179.95), state="ak"))
    query = Query(TODAY, state="ak")
    assert counted([(51.9, -179.9)], query=query) == ([2], 0)
    assert search_says((51.9, -179.9), 25, query) == 2


@given(
    points=st.lists(st.tuples(st.floats(38.9, 40.6), st.floats(-105.7, -104.2)), max_size=30),
    places=st.lists(st.tuples(st.floats(38.9, 40.6), st.floats(-105.7, -104.2)), max_size=5),
    states=st.randoms(),
    miles=st.sampled_from([10, 25]),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_counts_is_what_the_search_finds(points, places, states, miles):
    SearchRow.objects.all().delete()
    write(
        [
            one
            for pk, point in enumerate(points, 1)
            for one in known(point, state=states.choice("co ny".split()), first=pk)
        ]
    )
    live.forget()
    for place, count in zip(places, counted(places, miles).counts, strict=True):
        assert count in (0, search_says(place, miles))


def test_one_on_the_rim_is_counted_as_the_search_counts_it():
    found = set()
    for step in range(-3, 4):
        write(known((DENVER[0] + 25 / MILES_PER_DEGREE + step * 1e-12, DENVER[1])))
        found.add(search_says(DENVER, 25))
        assert counted([DENVER]).counts == [search_says(DENVER, 25)]
    assert found == {0, 1}
