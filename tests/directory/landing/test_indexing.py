"""Which pages search engines may list, asked of the sitemap and of the pages themselves."""

import re

import pytest
import time_machine
from django.test import Client

from directory.landing.indexing import entries
from tests.factories.directory import days_ago, make_listing, make_place

pytestmark = pytest.mark.django_db

PAGES = ["/directory/in/co/", "/directory/in/co/denver/"]


@pytest.fixture(autouse=True)
def places():
    make_place(name="Denver")
    make_place(name="Aurora", latitude=39.73, longitude=-104.83)


def listed():
    """Those in the sitemap; and each page must say the same of itself."""
    urls = [entry.url for entry in entries()]
    for url in [*PAGES, "/directory/in/co/aurora/"]:
        html = Client().get(url).content.decode()
        (robots,) = re.findall(r'<meta name="robots" content="([^"]+)">', html)
        assert robots == ("index, follow" if url in urls else "noindex, follow"), url
    return urls


def make(count, **fields):
    for _ in range(count):
        make_listing(**{"city": "Denver"} | fields)


def test_three_are_enough():
    make(3)
    assert listed() == PAGES


def test_two_are_not():
    make(2)
    assert listed() == []


@pytest.mark.parametrize(
    "fields",
    [
        {"is_demonstration": True},
        {"confirmed_on": days_ago(91)},
        {"confirmed_on": days_ago(121)},
        {"status": "suspended"},
        {"prescriber": False},
    ],
    ids=str,
)
def test_who_is_not_real_not_confirmed_or_not_shown_does_not_count(fields):
    make(2)
    make(1, **fields)
    assert listed() == []


def test_the_ninetieth_day_counts():
    make(3, confirmed_on=days_ago(90))
    assert listed() == PAGES


def test_time_alone_takes_a_page_out():
    with time_machine.travel("2026-11-01 12:00"):
        make(3, confirmed_on=days_ago(0))
        assert listed() == PAGES
    with time_machine.travel("2027-01-31 12:00"):
        assert listed() == []


def test_a_city_is_listed_for_its_own_listings_and_not_for_its_neighbors():
    make(3)
    assert "/directory/in/co/aurora/" not in listed()
    make(3, city="Aurora")
    assert "/directory/in/co/aurora/" in listed()


def test_those_by_video_count_for_their_state_alone():
    make(3, by_video_only=True)
    assert listed() == ["/directory/in/co/"]


def test_a_city_counts_even_those_far_from_its_middle():
    make(3, latitude=40.9)
    assert listed() == PAGES


def test_each_has_the_day_of_its_newest_confirmation():
    make(1, confirmed_on=days_ago(2), is_demonstration=True)
    for days in (9, 5, 40):
        make(1, confirmed_on=days_ago(days))
    assert {entry.changed_on for entry in entries()} == {days_ago(5)}


def test_the_number_of_queries_does_not_grow_with_the_cities(django_assert_max_num_queries):
    make(3)
    entries()
    with django_assert_max_num_queries(50) as one:
        entries()
    make(3, city="Aurora")
    entries()
    with django_assert_max_num_queries(len(one)):
        assert len(entries()) == 3
