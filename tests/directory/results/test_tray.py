import pytest
from django.http import QueryDict

from directory.results.tray import Toggle, Tray
from directory.shortlist import Shortlist
from tests.factories.directory import make_listing

pytestmark = pytest.mark.django_db


def tray(query):
    parameters = QueryDict(query)
    return Tray(Shortlist(parameters), parameters)


def test_it_names_each_with_the_search_without_it():
    make_listing(slug="a", name="Alder")
    make_listing(slug="b", name="Birch")
    assert tray("place=Reno&listing=a&listing=b").chosen == [
        ("Alder", "/directory/?place=Reno&listing=b"),
        ("Birch", "/directory/?place=Reno&listing=a"),
    ]


def test_it_leads_to_the_comparison_which_knows_the_way_back():
    make_listing(slug="a")
    make_listing(slug="b")
    shown = tray("place=Reno&page=2&listing=a&listing=b")
    assert shown.compare_url == "/directory/compare/?listing=a&listing=b&search=place%3DReno%26page%3D2"
    assert shown.is_enough


def test_one_alone_is_not_enough_to_compare():
    make_listing(slug="a")
    assert not tray("listing=a").is_enough


def test_a_result_is_added_or_taken_out_and_all_else_stays():
    first, second = make_listing(slug="a"), make_listing(slug="b")
    shown = tray("place=Reno&page=2&listing=a")
    assert shown.toggle(first) == Toggle("/directory/?place=Reno&page=2", True)
    assert shown.toggle(second) == Toggle("/directory/?place=Reno&page=2&listing=a&listing=b", False)


def test_the_first_one_begins_a_plain_search_too():
    assert tray("").toggle(make_listing(slug="a")) == Toggle("/directory/?listing=a", False)


def test_a_fifth_is_not_offered_and_the_four_can_be_taken_out():
    listings = [make_listing(slug=f"place-{number}") for number in range(5)]
    shown = tray("&".join(f"listing={listing.slug}" for listing in listings[:4]))
    assert shown.is_full
    assert shown.toggle(listings[4]) is None
    assert all(shown.toggle(listing).is_chosen for listing in listings[:4])
