"""The page that sets practices side by side."""

import re

import pytest
from django.test import Client

from tests.factories.directory import days_ago, make_listing, make_offering, state_that

pytestmark = pytest.mark.django_db

NBSP = "\N{NO-BREAK SPACE}"


def page(address):
    response = Client().get(address)
    assert response.status_code == 200
    return response.content.decode().replace(NBSP, " ")


def text(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html.split("<main")[1].split("</main>")[0]).split())


@pytest.fixture
def pair():
    make_listing(slug="a", name="Alder", session_monitor_role="rn", driving_rule="24_hours", fasting="light")
    make_listing(slug="b", name="Birch", session_monitor_role="rn", fasting="none")


def compared(*slugs, more=""):
    return page("/directory/compare/?" + "&".join(f"listing={slug}" for slug in slugs) + more)


def table(html):
    return html.split("<table")[1].split("</table>")[0]


class TestTheTable:
    def test_what_differs_stands_in_it_with_silence_shown(self, pair):
        words = text("<main>" + table(compared("a", "b")) + "</main>")
        assert "Driving afterwards Alder Not for 24 hours Birch not stated" in words

    def test_what_agrees_what_is_finer_and_what_nobody_says_are_folded(self, pair):
        html = compared("a", "b")
        shown = table(html)
        assert "Who monitors the session" not in shown
        assert "Eating and drinking before" not in shown
        folded = dict(zip(re.findall(r"<summary>(.*?)</summary>", html), html.split("<details")[1:], strict=True))
        assert "Eating and drinking before" in folded["Finer points in which they differ"]
        assert "Registered nurse" in folded["What both of them say"]
        assert "Blood pressure is taken" in folded["What neither of them says"]

    def test_three_are_spoken_of_as_more_than_two(self, pair):
        make_listing(slug="c", name="Cedar", session_monitor_role="rn")
        words = text(compared("a", "b", "c"))
        assert "What all of them say" in words
        assert "What none of them says" in words

    def test_what_nobody_says_leads_to_what_to_ask(self, pair):
        silent = compared("a", "b").split("<details")[-1]
        assert 'href="/directory/a/questions/">What to ask Alder' in silent
        assert 'href="/directory/b/questions/">What to ask Birch' in silent

    def test_each_column_says_whose_it_is_how_old_and_how_to_reach_them(self, pair):
        make_listing(
            slug="c", name="Cedar", confirmed_on=days_ago(97), website="https://cedar.example", is_demonstration=True
        )
        html = compared("a", "c")
        assert '<th scope="col"><a href="/directory/c/">Cedar</a></th>' in html
        words = text(html)
        assert "Confirmed by the clinic 10 days ago" in words
        assert "Last confirmed 97 days ago" in words
        assert words.count("Demonstration listing") == 1
        assert "1 license looked up, in force" in words
        assert 'href="tel:+1-303-555-0123"' in html
        assert 'href="https://cedar.example" rel="noopener nofollow"' in html

    def test_each_can_be_taken_out_by_a_link(self, pair):
        html = compared("a", "b", more="&search=place%3DReno")
        assert 'href="/directory/compare/?listing=b&amp;search=place%3DReno"' in html

    def test_a_whole_first_course_stands_with_its_arithmetic_and_its_date(self, pair):
        for slug, usd in [("c", 450), ("d", 600)]:
            listing = make_listing(slug=slug, routes=[], consult_fee_usd=250, fees_as_of=days_ago(3))
            make_offering(listing, price_session_min_usd=usd, sessions_initial_series=6, prices_as_of=days_ago(3))
        words = text(compared("c", "d"))
        assert "A whole first course: IV infusion" in words
        assert "$2,950 $250 first consultation + 6 sessions at $450 each Stated on" in words
        assert "$3,850 $250 first consultation + 6 sessions at $600 each Stated on" in words

    def test_an_old_price_is_struck_through(self, pair):
        listing = make_listing(slug="c", routes=[])
        make_offering(listing, price_session_min_usd=450, sessions_initial_series=6, prices_as_of=days_ago(181))
        assert "<s>$2,700</s>" in compared("a", "c")

    def test_two_that_decide_alike_are_said_to(self):
        for slug in ("a", "b"):
            make_listing(slug=slug)
        assert "they differ in nothing that they state" in text(compared("a", "b"))

    def test_a_name_is_only_a_name(self, pair):
        make_listing(slug="c", name="<script>alert(1)</script>")
        assert "<script>alert" not in compared("a", "c")

    def test_suicidal_thoughts_are_never_named_without_the_lifeline(self, pair):
        state_that(make_listing(slug="c"), "condition", "mdd_si")
        assert "If you think of ending your life" in compared("a", "c")
        assert "If you think of ending your life" not in compared("a", "b")


class TestTheAddress:
    @pytest.mark.parametrize("query", ["", "?listing=", "?listing=a", "?listing=nobody", "?listing=%00&listing=../a"])
    def test_too_few_are_told_how_to_choose(self, pair, query):
        html = page(f"/directory/compare/{query}")
        assert "press “Compare” on a result" in text(html)
        assert "<table" not in html
        assert 'class="button" href="/directory/' in html

    def test_one_that_was_chosen_goes_along_to_the_search(self, pair):
        html = compared("a")
        assert "Choose at least one more practice" in text(html)
        assert 'href="/directory/?listing=a">Choose another</a>' in html

    @pytest.mark.parametrize("fields", [{"status": "draft"}, {"status": "suspended"}, {"confirmed_on": days_ago(121)}])
    def test_who_is_hidden_is_left_out_with_a_sentence(self, pair, fields):
        make_listing(slug="c", name="Cedar", **fields)
        html = compared("a", "c", "b")
        assert "1 practice in this address is not listed here, or not any more." in text(html)
        assert "Cedar" not in html
        assert "<table" in html

    def test_more_than_four_are_cut_down_with_a_sentence(self, pair):
        for name in ("Cedar", "Dogwood", "Elm"):
            make_listing(slug=name.lower(), name=name)
        html = compared("a", "b", "cedar", "dogwood", "elm")
        assert "No more than 4 fit side by side. Left out: Elm." in text(html)
        assert html.split("</thead>")[0].count('<th scope="col">') == 4

    def test_what_nobody_is_called_is_not_repeated_to_the_reader(self, pair):
        assert "free-money" not in text(compared("a", "b", "free-money"))

    def test_it_leads_back_to_the_search_it_came_from(self, pair):
        html = compared("a", "b", more="&search=place%3DReno%26sort%3Dname")
        assert 'href="/directory/?place=Reno&amp;sort=name&amp;listing=a&amp;listing=b"' in html
        assert "Back to your search" in text(html)

    def test_it_leads_to_no_other_site(self, pair):
        html = compared("a", "b", more="&search=https%3A%2F%2Fevil.example")
        assert 'href="/directory/?listing=a&amp;listing=b"' in html
        assert "evil.example" not in html


class TestForMachines:
    def test_it_is_not_for_search_engines(self, pair):
        assert '<meta name="robots" content="noindex, follow">' in compared("a", "b")

    def test_it_is_named_after_whom_it_compares(self, pair):
        assert "<title>Compare Alder and Birch · Psychly</title>" in compared("a", "b")

    def test_nothing_is_set_and_nothing_varies_with_who_asks(self, pair):
        response = Client().get("/directory/compare/?listing=a&listing=b")
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")

    def test_what_is_the_same_is_not_sent_again(self, pair):
        address = "/directory/compare/?listing=a&listing=b"
        etag = Client().get(address).headers["ETag"]
        assert Client().get(address, headers={"If-None-Match": etag}).status_code == 304
        make_listing()
        assert Client().get(address, headers={"If-None-Match": etag}).status_code == 200

    def test_it_is_only_read(self):
        assert Client().post("/directory/compare/").status_code == 405

    def test_the_number_of_queries_does_not_grow_with_whom_it_compares(self, pair, django_assert_max_num_queries):
        make_listing(slug="c")
        make_listing(slug="d")
        with django_assert_max_num_queries(40) as few:
            compared("a", "b")
        with django_assert_max_num_queries(len(few)):
            compared("a", "b", "c", "d")


class TestOnTheSearch:
    def test_a_card_adds_its_practice_and_comes_back_to_itself(self, pair):
        html = page("/directory/?sort=name")
        assert 'href="/directory/?sort=name&amp;listing=b#result-2" rel="nofollow"' in html
        assert "compare-tray" not in html

    def test_what_is_chosen_stands_above_the_results(self, pair):
        html = page("/directory/?sort=name&listing=a&listing=b")
        tray = html.split('class="compare-tray"')[1].split("</section>")[0]
        assert "Comparing 2" in tray
        assert "/directory/compare/?listing=a&amp;listing=b&amp;search=sort%3Dname" in tray
        assert html.index("compare-tray") < html.index("listing-card")

    def test_one_alone_is_asked_for_company(self, pair):
        tray = page("/directory/?listing=a").split('class="compare-tray"')[1].split("</section>")[0]
        assert "Choose one more" in tray
        assert "/directory/compare/" not in tray

    def test_the_form_takes_it_along(self, pair):
        assert '<input type="hidden" name="listing" value="a">' in page("/directory/?listing=a")
        assert '<input type="hidden" name="listing" value="a">' in page("/directory/?listing=a&radius=26")

    def test_it_is_one_address_for_search_engines(self, pair):
        html = page("/directory/?listing=a")
        assert '<meta name="robots" content="noindex, follow">' in html
        assert re.search(r'<link rel="canonical" href="[^"?]+/directory/">', html)

    def test_a_listing_can_be_compared_from_its_own_page(self, pair):
        assert 'href="/directory/compare/?listing=a" rel="nofollow"' in page("/directory/a/")
