import pytest
from django.http import QueryDict

from directory.shortlist import LOOKED_UP, MOST, Shortlist, compare_address
from tests.factories.directory import days_ago, make_listing

pytestmark = pytest.mark.django_db


def shortlist(*slugs):
    parameters = QueryDict(mutable=True)
    parameters.setlist("listing", list(slugs))
    return Shortlist(parameters)


def test_those_named_stand_in_the_order_of_the_address():
    for slug in ("a", "b", "c"):
        make_listing(slug=slug)
    assert shortlist("c", "a", "b").slugs == ["c", "a", "b"]


def test_no_more_than_four_are_chosen_and_the_rest_is_known():
    for number in range(MOST + 2):
        make_listing(slug=f"place-{number}")
    chosen = shortlist(*(f"place-{number}" for number in range(MOST + 2)))
    assert chosen.slugs == ["place-0", "place-1", "place-2", "place-3"]
    assert [listing.slug for listing in chosen.left_out] == ["place-4", "place-5"]


def test_one_named_twice_is_chosen_once():
    make_listing(slug="a")
    assert (shortlist("a", " a ").slugs, shortlist("a", "a").has_repeats) == (["a"], True)
    assert not shortlist("a", "b").has_repeats


@pytest.mark.parametrize("fields", [{"status": "draft"}, {"confirmed_on": days_ago(121)}, {"prescriber": False}])
def test_what_the_public_may_not_see_is_not_found(fields):
    make_listing(slug="a", **fields)
    assert shortlist("a").found == []


@pytest.mark.parametrize("name", ["nobody", "", " ", "A/b", "\x00", "é" * 10, "a" * 500])
def test_what_names_nobody_is_not_found(name, django_assert_max_num_queries):
    with django_assert_max_num_queries(1):
        assert shortlist(name).found == []


def test_nothing_is_asked_of_the_database_where_nobody_is_named(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert shortlist().slugs == []


def test_an_address_of_any_length_costs_no_more(django_assert_num_queries):
    listing = make_listing()
    chosen = shortlist(*(f"nobody-{number}" for number in range(LOOKED_UP)), listing.slug)
    with django_assert_num_queries(1):
        assert chosen.found == []
    assert chosen.is_too_long
    assert not shortlist(listing.slug).is_too_long


def test_the_address_of_a_comparison_names_all_and_the_way_back():
    assert compare_address(["a", "b"]) == "/directory/compare/?listing=a&listing=b"
    assert compare_address(["a"], "place=Reno&page=2") == "/directory/compare/?listing=a&search=place%3DReno%26page%3D2"
    assert compare_address([]) == "/directory/compare/"
