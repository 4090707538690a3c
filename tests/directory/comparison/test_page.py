import pytest
from django.http import QueryDict

from directory.choices import Route
from directory.comparison.page import Comparison
from tests.factories.directory import days_ago, make_listing, state_that

pytestmark = pytest.mark.django_db


def comparison(query):
    return Comparison(QueryDict(query))


@pytest.fixture
def pair():
    return make_listing(slug="a", name="Alder"), make_listing(slug="b", name="Birch")


def about(groups):
    return {line.about for group in groups for line in group.lines}


def test_what_differs_what_agrees_and_what_nobody_says_stand_apart():
    make_listing(slug="a", driving_rule="24_hours", fasting="light", session_monitor_role="rn")
    make_listing(slug="b", driving_rule="12_hours", fasting="none", session_monitor_role="rn")
    shown = comparison("listing=a&listing=b")
    assert about(shown.different) == {"driving_rule"}
    assert about(shown.finer) == {"fasting"}
    assert {"session_monitor_role", "condition", "route"} <= about(shown.same)
    assert {"monitor_presence", "bp_timing"} <= about(shown.silent)


def test_a_question_without_a_line_is_left_out(pair):
    assert all(group.lines for group in comparison("listing=a&listing=b").silent)


def test_they_stand_in_the_order_of_the_address(pair):
    shown = comparison("listing=b&listing=a")
    assert [head.listing.name for head in shown.heads] == ["Birch", "Alder"]
    assert shown.title == "Compare Birch and Alder"


def test_each_can_be_taken_out_and_the_way_back_stays(pair):
    first, second = comparison("listing=a&listing=b&search=place%3DReno").heads
    assert first.without_it == "/directory/compare/?listing=b&search=place%3DReno"
    assert second.without_it == "/directory/compare/?listing=a&search=place%3DReno"


@pytest.mark.parametrize("query", ["", "listing=a", "listing=a&listing=a", "listing=a&listing=nobody"])
def test_one_alone_cannot_be_compared(pair, query):
    shown = comparison(query)
    assert not shown.is_possible
    assert shown.title == "Compare providers"


class TestTheWayBack:
    def test_it_is_the_same_page_of_the_same_search_with_who_is_compared_now(self, pair):
        shown = comparison("listing=b&search=place%3DDenver%252C%2BCO%26route%3Div_infusion%26page%3D2%26listing%3Da")
        assert shown.came_from_search
        assert shown.search_url == "/directory/?place=Denver%2C+CO&route=iv_infusion&page=2&listing=b"

    def test_without_a_search_it_leads_to_one(self, pair):
        shown = comparison("listing=a")
        assert not shown.came_from_search
        assert shown.search_url == "/directory/?listing=a"

    @pytest.mark.parametrize(
        "search",
        [
            "https://evil.example/",
            "//evil.example",
            "/admin/?next=//evil.example",
            "next=https://evil.example",
            "%0d%0aLocation:+https://evil.example",
            "#%22><script>alert(1)</script>",
            "&" * 5000,
            "a=1&" * 5000,
            "\x00",
        ],
    )
    def test_it_leads_nowhere_but_to_our_search(self, search):
        parameters = QueryDict(mutable=True)
        parameters["search"] = search
        assert Comparison(parameters).search_url == "/directory/"

    def test_what_was_searched_for_cannot_break_out_of_the_address(self):
        parameters = QueryDict(mutable=True)
        parameters["search"] = "place=%22%3E%3Cscript%3E%26route%3Dx"
        assert Comparison(parameters).search_url == "/directory/?place=%22%3E%3Cscript%3E%26route%3Dx"


def test_what_must_be_said_of_one_is_said_of_all():
    listing = make_listing(slug="a", min_age=13)
    state_that(listing, "condition", "mdd_si")
    make_listing(slug="b", min_age=18)
    shown = comparison("listing=b&listing=a")
    assert (shown.treats_minors, shown.names_suicidal_thoughts) == (True, True)
    assert not comparison("listing=b").treats_minors


def test_its_address_for_others_leaves_the_search_out(pair):
    assert comparison("listing=a&listing=b&search=place%3DReno").address == "/directory/compare/?listing=a&listing=b"


@pytest.mark.parametrize(("routes", "is_dense"), [(4, False), (5, True)])
def test_many_treatments_ask_for_smaller_print(routes, is_dense):
    for slug in ("a", "b"):
        make_listing(slug=slug, routes=Route.values[:routes])
    assert comparison("listing=a&listing=b").is_dense is is_dense


def test_one_that_is_hidden_is_not_compared(pair):
    make_listing(slug="c", confirmed_on=days_ago(121))
    assert [head.listing.slug for head in comparison("listing=a&listing=c&listing=b").heads] == ["a", "b"]
