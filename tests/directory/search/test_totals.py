import pytest

from directory.search import live
from directory.search.query import Near, Query
from directory.search.totals import nearest, total, totals_without
from tests.directory.search.rows import TODAY, Known, make_vocabulary, write

pytestmark = pytest.mark.django_db

MILE = 1 / 69
DENVER = (39.74, -104.98)
IV, IM = {("route", "iv_infusion"), ("condition", "trd")}, {("route", "im_injection"), ("condition", "ptsd")}


@pytest.fixture(autouse=True)
def five():
    make_vocabulary()
    points = [(39.74 + miles * MILE, -104.98) for miles in (30, 3, 200)]
    write(
        [
            Known(1, points[0], IV),
            Known(2, points[1], IM),
            Known(3, points[2], IV),
            Known(4, None, IV),
            Known(5, points[1], IV, live_until=None),
        ]
    )


def test_a_total_is_that_of_the_search():
    for query in (
        Query(TODAY),
        Query(TODAY, near=Near(*DENVER, 25)),
        Query(TODAY, {"route": frozenset(["iv_infusion"])}),
    ):
        assert total(live.index(), query) == live.search(query).total


def test_without_a_filter_the_others_still_hold():
    query = Query(TODAY, {"route": frozenset(["iv_infusion"]), "condition": frozenset(["ptsd"])})
    assert totals_without(live.index(), query) == {"route": 1, "condition": 3}


def test_a_state_is_no_filter():
    assert totals_without(live.index(), Query(TODAY, state="co")) == {}


def test_the_nearest_come_first_and_those_without_a_point_never():
    found = nearest(live.index(), Query(TODAY), Near(*DENVER, 25), 10)
    assert [(pk, round(miles)) for pk, miles in found] == [(2, 3), (1, 30), (3, 200)]


def test_no_more_than_asked_for():
    assert [pk for pk, _ in nearest(live.index(), Query(TODAY), Near(*DENVER, 25), 2)] == [2, 1]


def test_where_nobody_is_nobody_is_near():
    query = Query(TODAY, {"route": frozenset(["not_stated"])})
    assert nearest(live.index(), query, Near(*DENVER, 25), 3) == []
