"""What an address asks, and what it is refused for. What the pages say of it is in views/test_public.py."""

import string

import pytest
from django.http import QueryDict
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from directory.facets import FACETS
from directory.filters import PAGE_SIZE, ListingFilter
from directory.forms import DEFAULT_RADIUS, RADII
from directory.models import Place, Term
from directory.search.query import Near, Query, Sort
from directory.vocabulary import Vocabulary
from tests.factories.directory import make_place

FORM_FACETS = [facet.name for facet in FACETS if facet.in_form]
VOCABULARY = Vocabulary(
    Term(facet=facet, slug=slug, label=slug, number=number)
    for facet in FORM_FACETS
    for number, slug in enumerate(["one", "two", "not_stated"], 1)
)


def asked(address: str) -> ListingFilter:
    return ListingFilter(QueryDict(address), VOCABULARY)


def query(address: str) -> Query:
    found = asked(address)
    assert found.is_valid(), found.errors
    return found.query()


def errors(address: str) -> dict:
    found = asked(address)
    assert not found.is_valid()
    return {name: list(sentences) for name, sentences in found.errors.items()}


class TestWhatCanBeAsked:
    def test_nothing_asks_for_everything_in_the_published_order(self):
        assert query("") == Query(today=timezone.localdate())

    @pytest.mark.parametrize("name", FORM_FACETS)
    def test_each_filter_reaches_the_question(self, name):
        assert query(f"{name}=one").chosen == {name: frozenset(["one"])}

    def test_a_filter_can_have_several_values_and_not_stated_is_one(self):
        assert query("route=one&route=not_stated&route=one").chosen == {"route": frozenset(["one", "not_stated"])}

    def test_blank_and_unknown_parameters_count_as_not_given(self):
        assert query("route=&q=+&place=+&radius=&sort=&page=&utm_source=letter&state=co") == query("")

    @pytest.mark.parametrize("sort", ["best", "price", "confirmed", "name"])
    def test_each_order_can_be_asked_for_anywhere(self, sort):
        assert query(f"sort={sort}").sort == Sort(sort)

    def test_words_are_made_readable(self):
        assert query("q=++ketamine%09%E2%80%AEinfusion%01+clinic+").words == "ketamine infusion clinic"

    def test_an_address_reads_as_the_page_does(self):
        assert list(asked("page=2&sort=name&route=one&radius=5&place=x&q=y").data) == [
            "q",
            "place",
            "radius",
            "route",
            "sort",
            "page",
        ]

    def test_a_page_skips_those_before_it(self):
        found = query("page=3")
        assert (found.offset, found.limit) == (2 * PAGE_SIZE, PAGE_SIZE)


@pytest.mark.django_db
class TestPlaces:
    @pytest.fixture(autouse=True)
    def places(self):
        make_place(name="Denver", slug="denver", state="CO")
        make_place(name="Springfield", slug="springfield", state="IL", population=2)
        make_place(name="Springfield", slug="springfield", state="MA", population=1)
        make_place(Place.Kind.STATE, name="Colorado", slug="colorado", state="CO")

    def test_a_city_is_a_circle(self):
        assert query("place=Denver").near == Near(39.74, -104.98, DEFAULT_RADIUS)

    @pytest.mark.parametrize("radius", RADII)
    def test_every_radius_offered_is_taken(self, radius):
        assert query(f"place=Denver&radius={radius}").near == Near(39.74, -104.98, radius)

    def test_a_state_is_itself_whatever_the_radius(self):
        found = query("place=Colorado&radius=5")
        assert (found.state, found.near) == ("co", None)

    def test_near_a_city_distance_can_be_sorted_by(self):
        assert query("place=Denver&sort=distance").sort == Sort.DISTANCE

    @pytest.mark.parametrize("address", ["sort=distance", "place=Colorado&sort=distance"])
    def test_without_a_point_it_cannot(self, address):
        assert list(errors(address)) == ["sort"]

    def test_a_place_that_is_not_found_is_the_only_complaint(self):
        assert list(errors("place=Nowhereville&sort=distance")) == ["place"]

    def test_namesakes_are_offered_and_not_guessed(self):
        (error,) = asked("place=Springfield").errors.as_data()["place"]
        assert error.code == "ambiguous"
        assert [choice.value for choice in error.params["choices"]] == ["Springfield, IL", "Springfield, MA"]

    def test_an_unknown_zip_code_is_named(self):
        assert errors("place=99999") == {"place": ["We do not know the ZIP code 99999."]}

    def test_a_point_abroad_is_outside(self):
        assert "outside the United States" in errors("place=48.85,2.35")["place"][0]

    def test_only_punctuation_is_no_place(self):
        assert list(errors("place=%2C%2C")) == ["place"]


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        "address",
        [
            "radius=26",
            "radius=-5",
            "radius=25.0",
            "radius=5&radius=10",
            "sort=cheapest",
            "sort=BEST",
            "sort=price&sort=name",
            "page=0",
            "page=-1",
            "page=two",
            "page=1.5",
            "page=%D9%A3",
            "page=9999999",
            "page=1&page=2",
            "place=a%00b",
            "place=" + "x" * 101,
            "q=" + "x" * 101,
            "q=one&q=two",
            "q=a%00b",
            "q=%3F%21",
            "q=%E2%80%AE",
        ],
    )
    def test_a_value_that_is_not_offered(self, address):
        assert list(errors(address)) == [address.split("=")[0]]

    @pytest.mark.parametrize("name", FORM_FACETS)
    @pytest.mark.parametrize("value", ["three", "ONE", "one,two", "1", "%00"])
    def test_an_unknown_value_of_any_filter(self, name, value):
        assert list(errors(f"{name}={value}")) == [name]

    def test_what_can_be_read_stays_chosen(self):
        found = asked("route=one&condition=nonsense")
        assert not found.is_valid()
        assert found.chosen == {"route": ["one"]}

    def test_no_rows_come_from_the_filter_set_itself(self):
        """django-filter would give every row for a form that it cannot read."""
        assert not asked("radius=26").qs.exists()
        assert not asked("").qs.exists()


def test_what_is_chosen_to_compare_goes_along_and_asks_for_nothing():
    found = ListingFilter(QueryDict("route=one"), VOCABULARY, ["a", "b"])
    assert found.data.urlencode() == "route=one&listing=a&listing=b"
    assert found.is_valid()
    assert found.query().chosen == {"route": {"one"}}


def test_an_address_does_not_choose_by_itself():
    """Which listings there are is known to the shortlist, not to the filters."""
    assert "listing" not in asked("listing=a").data


names = st.sampled_from([*FORM_FACETS, "radius", "sort", "page", "utm_source", "q"])
values = st.one_of(
    st.sampled_from(["one", "not_stated", "25", "price", "2", ""]),
    st.text(string.printable + "é\x00\U0001f600", max_size=8),
)


@given(st.lists(st.tuples(names, values), max_size=6))
def test_any_address_is_either_understood_or_refused(pairs):
    parameters = QueryDict(mutable=True)
    for name, value in pairs:
        parameters.appendlist(name, value)
    found = ListingFilter(parameters, VOCABULARY)
    if found.is_valid():
        given_values = {name: {value for key, value in pairs if key == name and value.strip()} for name in FORM_FACETS}
        assert found.query().chosen == {name: set(slugs) for name, slugs in given_values.items() if slugs}
    else:
        assert found.errors
