import pytest
from django.http import QueryDict

from directory.comparison.problems import problems
from directory.shortlist import LOOKED_UP, Shortlist
from tests.factories.directory import make_listing

pytestmark = pytest.mark.django_db


def said(*slugs):
    return problems(Shortlist(QueryDict("&".join(f"listing={slug}" for slug in slugs))))


def test_an_address_that_can_be_followed_has_none():
    make_listing(slug="a")
    assert said("a") == said() == []


def test_who_is_not_listed_is_counted_and_not_named():
    make_listing(slug="a")
    assert said("a", "call-555-now") == ["1 practice in this address is not listed here, or not any more."]
    assert said("a", "x", "y y") == ["2 practices in this address are not listed here, or not any more."]


def test_who_is_named_twice_is_shown_once():
    make_listing(slug="a")
    assert said("a", "a") == ["A practice that the address names twice is shown once."]


def test_who_does_not_fit_is_named():
    for number in range(6):
        make_listing(slug=f"place-{number}", name=f"Place {number}")
    assert said(*(f"place-{number}" for number in range(6))) == [
        "No more than 4 fit side by side. Left out: Place 4 and Place 5."
    ]


def test_an_address_that_goes_on_and_on_is_read_only_so_far():
    sentences = said(*(f"nobody-{number}" for number in range(LOOKED_UP + 1)))
    assert sentences[-1] == f"We looked at the first {LOOKED_UP} practices in this address only."
