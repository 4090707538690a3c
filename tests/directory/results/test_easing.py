import pytest
from django.http import QueryDict

from directory import vocabulary
from directory.facets import FACETS
from directory.filters import ListingFilter
from directory.models import Place
from directory.results.easing import MOST, ways_out
from tests.factories.directory import make_listing, make_place, make_term

pytestmark = pytest.mark.django_db

MILE = 1 / 69


@pytest.fixture(autouse=True)
def denver():
    make_place(name="Denver", slug="denver", state="CO", latitude=39.74, longitude=-104.98)
    make_place(Place.Kind.STATE, name="Colorado", slug="colorado", state="CO")


def ways(address):
    asked = ListingFilter(QueryDict(address), vocabulary.current())
    assert asked.is_valid(), asked.errors
    return [(way.label, way.total, way.url) for way in ways_out(asked)]


def test_only_circles_that_hold_something_are_offered():
    make_listing(latitude=39.74 + 40 * MILE, longitude=-104.98)
    labels = [label for label, _, _ in ways("place=Denver&radius=10")]
    assert labels == ["Within 50 miles", "Within 100 miles", "Anywhere in Colorado"]


def test_a_filter_can_be_left_out():
    make_listing(routes=["iv_infusion"])
    make_term("condition", "ptsd")
    assert ways("route=iv_infusion&condition=ptsd") == [
        ("Without the filter “Condition”", 1, "/directory/?route=iv_infusion")
    ]


def test_the_whole_state_is_not_sorted_by_distance():
    make_listing(latitude=39.74 + 200 * MILE, longitude=-104.98)
    assert ways("place=Denver&sort=distance") == [("Anywhere in Colorado", 1, "/directory/?place=Colorado")]


def test_a_state_is_widened_to_the_country():
    make_listing(state="TX")
    assert ways("place=Colorado") == [("Anywhere in the United States", 1, "/directory/")]


def test_the_words_can_be_left_out():
    make_listing(routes=["iv_infusion"])
    assert ways("q=xyzzy&route=iv_infusion") == [
        ("Without the words “xyzzy”", 1, "/directory/?route=iv_infusion"),
    ]


def test_where_nothing_helps_nothing_is_offered():
    assert ways("place=Denver") == []


def test_a_long_address_does_not_cost_hundreds_of_searches():
    make_listing(routes=["iv_infusion"])
    facets = [facet.name for facet in FACETS if facet.in_form]
    for facet in facets:
        make_term(facet, "rare")
    assert len(ways("&".join(f"{facet}=rare" for facet in facets))) <= MOST
