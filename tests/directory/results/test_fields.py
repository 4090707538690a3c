import pytest
from django.http import QueryDict

from directory.results.page import SearchPage
from tests.factories.directory import make_listing

pytestmark = pytest.mark.django_db


def fields(address):
    return SearchPage(QueryDict(address)).fields


def test_they_say_what_was_typed():
    said = fields("q=Ketamine&sort=name&radius=50&place=")
    assert (said.words, said.place, said.radius, said.sort) == ("Ketamine", "", 50, "name")
    assert (said.wrong, said.chosen) == (frozenset(), ())


def test_without_a_question_they_are_empty():
    assert fields("")[:4] == ("", "", 25, "best")


def test_what_is_compared_goes_along():
    listing = make_listing()
    assert fields(f"listing={listing.slug}").listings == (listing.slug,)


def test_what_cannot_be_read_is_named_and_stands_as_it_was_typed():
    said = fields("place=Nowhere+at+all&radius=7")
    assert (said.place, said.wrong) == ("Nowhere at all", {"place", "radius"})


def test_where_there_are_no_check_boxes_what_was_chosen_goes_along():
    from directory.models import Term

    Term.objects.create(facet="route", slug="iv_infusion", number=1, label="IV", explanation="One.")
    assert fields("route=iv_infusion&radius=7").chosen == (("route", ("iv_infusion",)),)
    assert fields("route=iv_infusion").chosen == ()
