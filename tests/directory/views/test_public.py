"""The search, as visitors read it."""

import re
import string

import pytest
from django.test import Client, override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.facets import FACETS
from directory.models import Listing
from tests.directory.views.reading import headline, names, page, text
from tests.factories.directory import (
    days_ago,
    make_draft,
    make_listing,
    make_place,
    make_term,
)

pytestmark = pytest.mark.django_db

FORM_FACETS = [facet.name for facet in FACETS if facet.in_form]


class TestSearch:
    def test_without_a_question_it_shows_everybody(self):
        make_listing(name="Quiet Harbor")
        html = page("/directory/")
        assert (headline(html), names(html)) == ("1 provider", ["Quiet Harbor"])

    def test_nobody_is_said_too(self):
        assert headline(page("/directory/")) == "No providers"

    def test_only_what_the_public_may_see_is_found(self):
        make_draft()
        make_listing(confirmed_on=days_ago(121))
        assert headline(page("/directory/")) == "No providers"

    def test_the_line_says_how_many_and_where(self, denver):
        make_listing()
        make_listing()
        html = page("/directory/?place=Denver")
        assert headline(html) == "2 providers within 25 miles of Denver, CO"
        assert "<title>2 providers within 25 miles of Denver, CO · Psychly</title>" in html
        assert headline(page("/directory/?place=CO&radius=5")) == "2 providers in Colorado"

    def test_the_radius_decides(self, denver):
        make_listing(latitude=39.74 + 40 / 69)
        assert headline(page("/directory/?place=Denver")).startswith("No providers")
        assert headline(page("/directory/?place=Denver&radius=50")).startswith("1 provider within 50 miles")

    @pytest.mark.parametrize("name", FORM_FACETS)
    def test_every_filter_has_an_effect(self, name):
        listing = make_listing()
        make_term(name, "something_else")
        assert listing
        assert headline(page(f"/directory/?{name}=something_else")) == "No providers"

    def test_not_stated_finds_those_who_have_not_said(self):
        make_listing(name="Silent")
        make_listing(name="Outspoken", session_monitor_role="rn")
        assert names(page("/directory/?monitor=not_stated")) == ["Silent"]

    def test_several_values_of_a_filter_widen_it_and_several_filters_narrow_it(self):
        make_listing(name="Drip", routes=["iv_infusion"], session_monitor_role="rn")
        make_listing(name="Shot", routes=["im_injection"], session_monitor_role="psychiatrist")
        assert len(names(page("/directory/?route=iv_infusion&route=im_injection"))) == 2
        assert names(page("/directory/?route=iv_infusion&route=im_injection&monitor=rn")) == ["Drip"]

    def test_counts_obey_all_other_filters(self):
        make_listing(routes=["iv_infusion"], session_monitor_role="rn")
        make_listing(routes=["im_injection"], session_monitor_role="psychiatrist")
        options = text(page("/directory/?route=iv_infusion"))
        assert "Iv infusion 1 Im injection 1" in options
        assert "Rn 1" in options
        assert "Psychiatrist" not in options

    def test_chosen_filters_are_links_that_take_them_back(self):
        make_listing()
        html = page("/directory/?route=iv_infusion&sort=name&page=1")
        assert '<a class="chip" href="/directory/?sort=name">' in html
        assert '<input type="checkbox" name="route" value="iv_infusion" checked>' in html
        assert "Filters (1)" in text(html)

    def test_the_order_can_be_changed_and_is_kept_in_the_form(self):
        make_listing(name="Zeta")
        make_listing(name="Alpha")
        html = page("/directory/?sort=name")
        assert names(html) == ["Alpha", "Zeta"]
        assert '<input type="hidden" name="sort" value="name">' in html
        assert 'href="/directory/?sort=price"' in html
        assert "sort=distance" not in html

    def test_results_are_numbered_on_over_the_pages(self):
        for _ in range(21):
            make_listing()
        assert '<p class="listing-card-number numeric" aria-hidden="true">1</p>' in page("/directory/")
        second = page("/directory/?page=2")
        assert '<ol class="results" start="21">' in second
        assert 'aria-hidden="true">21</p>' in second

    def test_distance_is_an_order_only_where_there_is_a_point(self, denver):
        make_listing()
        assert "sort=distance" in page("/directory/?place=Denver")
        assert "sort=distance" not in page("/directory/?place=Colorado")

    def test_the_order_is_explained(self):
        make_listing()
        html = page("/directory/")
        assert 'href="/how-we-rank/"' in html
        assert "Confirmed within 90 days · today’s shuffle" in html

    def test_a_page_holds_twenty(self):
        for _ in range(21):
            make_listing()
        first, second = page("/directory/?route=iv_infusion"), page("/directory/?route=iv_infusion&page=2")
        assert (len(names(first)), len(names(second))) == (20, 1)
        assert 'rel="next" href="/directory/?route=iv_infusion&amp;page=2"' in first
        assert headline(second) == "21 providers"
        assert not set(names(first)) & set(names(second))

    def test_the_number_of_queries_does_not_grow_with_the_results(self, django_assert_max_num_queries):
        make_listing()
        with django_assert_max_num_queries(50) as one:
            page("/directory/")
        for _ in range(5):
            make_listing()
        with django_assert_max_num_queries(len(one)):
            page("/directory/")

    def test_what_a_visitor_typed_is_shown_as_text(self, denver):
        assert "<script>alert" not in page(
            "/directory/?place=%3Cscript%3Ealert(1)%3C/script%3E&route=%3Cscript%3Ealert"
        )

    def test_a_demonstration_says_so_on_the_page_and_on_the_card(self):
        make_listing(is_demonstration=True)
        html = page("/directory/")
        assert "These are demonstration listings." in html
        assert "Demonstration listing<" in html

    def test_without_demonstrations_nothing_is_said_of_them(self):
        make_listing()
        assert "emonstration" not in page("/directory/")

    def test_a_search_for_help_with_suicidal_thoughts_shows_where_to_turn(self):
        make_listing(conditions=["mdd_si"])
        html = text(page("/directory/?condition=mdd_si"))
        assert "the Suicide and Crisis Lifeline, at any hour. In danger, call 911 . A ketamine clinic is not" in html


class TestNothingFound:
    def test_it_says_what_would_find_somebody_and_where_to_turn(self, denver):
        make_listing(latitude=39.74 + 40 / 69)
        html = page("/directory/?place=Denver")
        assert headline(html) == "No providers within 25 miles of Denver, CO"
        assert '<a href="/directory/?place=Denver&amp;radius=50">Within 50 miles</a>: 1 provider' in html
        assert 'href="/articles/ketamine-iv-infusions/#getting-started"' in html
        assert 'href="/articles/ketamine-iv-infusions/checklist/"' in html
        assert "If you think of ending your life" in html

    def test_nobody_in_a_state_is_not_told_to_try_the_state(self, denver):
        assert "Try a state nearby." in page("/directory/?place=CO")

    def test_where_no_change_helps_it_still_says_what_to_try(self, denver):
        assert "Try a larger distance" in page("/directory/?place=Denver")

    def test_the_nearest_is_named_with_its_miles_and_its_town(self, denver):
        make_listing(slug="far", name="Far & Away", city="Casper", state="WY", latitude=39.74 + 184 / 69.09)
        html = page("/directory/?place=Denver")
        assert "The nearest is about 184 miles away, in Casper, WY: Far &amp; Away ." in text(html)
        assert '<a href="/directory/far/">Far &amp; Away</a>' in html

    def test_who_has_found_few_learns_how_many_more_are_near(self, denver):
        make_listing()
        make_listing(latitude=39.74 + 40 / 69)
        html = page("/directory/?place=Denver")
        assert '<a class="more" href="/directory/?place=Denver&amp;radius=50">1 more within 50 miles</a>' in html
        assert "more within" not in page("/directory/?place=Denver&radius=50")


class TestMap:
    @pytest.mark.parametrize("address", ["/directory/", "/directory/?place=Denver", "/directory/?place=CO"])
    def test_it_stands_beside_what_was_found_with_its_style_and_its_script(self, denver, address):
        make_listing()
        html = page(address)
        assert '<details class="search-map">' in html
        assert '<a class="map-skip" href="#results">' in html
        assert 'href="#result-1"><title>1: Test Practice' in html
        assert "css/map.css" in html
        assert "js/map.js" in html

    def test_numbers_that_lead_elsewhere_need_no_script(self, denver):
        for _ in range(21):
            make_listing()
        html = page("/directory/")
        assert 'class="map-cluster" href="/directory/?place=Colorado"' in html
        assert "js/map.js" not in html

    @pytest.mark.parametrize("address", ["/directory/?place=Denver&route=iv_infusion", "/directory/?place=Nowhere"])
    def test_where_nothing_was_found_there_is_none(self, denver, address):
        make_listing(routes=["im_injection"])
        html = page(address)
        assert "map-" not in html
        assert "map.css" not in html
        assert "map.js" not in html

    def test_a_visitors_words_stay_text_in_its_name(self, denver):
        make_listing(name="Quiet Harbor")
        html = page("/directory/?place=Denver&q=quiet+%22%3E%3Cscript%3E")
        assert "<script>" not in html

    def test_a_listing_shows_where_it_is_and_what_is_around(self):
        make_listing(slug="a", name="Quiet Harbor", location_precision="address")
        html = page("/directory/a/")
        assert "map-here" in html
        assert "About here." not in html
        assert "css/map.css" in html
        assert "js/map.js" not in html
        assert '<a href="/directory/?place=80202">Others within 25 miles</a>' in html

    def test_one_of_which_only_the_zip_code_is_known_is_about_there(self):
        make_listing(slug="a", location_precision="zip_centroid")
        html = page("/directory/a/")
        assert "map-around" in html
        assert "About here." in html

    def test_one_by_video_is_nowhere_on_a_map(self):
        make_listing(slug="a", by_video_only=True)
        html = page("/directory/a/")
        assert "map-" not in html
        assert "map.css" not in html
        assert '<a href="/directory/?place=Colorado">Others in Colorado</a>' in html


class TestRefusals:
    @pytest.fixture(autouse=True)
    def somebody(self, denver):
        make_listing(name="Quiet Harbor")
        make_place(name="Springfield", slug="springfield", state="IL", population=2)
        make_place(name="Springfield", slug="springfield", state="MA", population=1)

    @pytest.mark.parametrize(
        ("address", "sentence"),
        [
            ("radius=26", "Within: please choose 5, 10, 25, 50 or 100 miles."),
            ("radius=5&radius=10", "Within: the address gives two different values."),
            ("sort=cheapest", "Sort: we cannot sort by “cheapest”."),
            ("sort=distance", "Sort: to sort by distance, we need a city or a ZIP code to measure from."),
            ("page=0", "Page: there is no such page."),
            ("page=2", "Page: there is no page 2."),
            ("place=99999", "We do not know the ZIP code 99999."),
            ("place=Nowhereville", "We do not know a place called “Nowhereville”."),
            ("q=" + "x" * 101, "Name, treatment or condition: please type at most 100 characters; these are 101."),
            ("q=one&q=two", "Name, treatment or condition: the address gives two different values."),
            ("q=%3F%21", "Name, treatment or condition: please type a name, a treatment or a condition."),
            ("route=nonsense", "Treatment: we do not know “nonsense”."),
        ],
    )
    def test_it_gives_a_sentence_and_no_results(self, address, sentence):
        html = page(f"/directory/?{address}")
        assert sentence in text(html)
        assert (headline(html), names(html)) == (None, [])
        assert "<title>Please check your search · Psychly</title>" in html
        assert 'name="place"' in html

    @pytest.mark.parametrize("name", FORM_FACETS)
    def test_an_unknown_value_of_any_filter_is_never_everything(self, name):
        assert names(page(f"/directory/?{name}=nonsense")) == []

    def test_a_distance_that_cannot_be_read_is_marked_and_linked(self):
        html = page("/directory/?radius=26")
        assert 'aria-invalid="true" aria-describedby="id_radius_error"' in html
        assert '<p id="id_radius_error"><a href="#id_radius">Within: please choose' in html

    def test_namesakes_are_links_that_keep_all_else(self):
        html = page("/directory/?place=Springfield&radius=50&route=iv_infusion&sort=name")
        assert "<title>Which “Springfield” do you mean? · Psychly</title>" in html
        assert "/directory/?place=Springfield%2C+MA&amp;radius=50&amp;route=iv_infusion&amp;sort=name" in html
        assert names(html) == []
        assert 'role="alert"' in html

    def test_a_place_that_was_nearly_right_is_suggested(self):
        assert 'href="/directory/?place=Denver%2C+CO"' in page("/directory/?place=Denvr")

    def test_what_was_right_stays_in_the_form(self):
        html = page("/directory/?q=harbor&place=Nowhereville&radius=50&route=iv_infusion&sort=name")
        assert 'name="q" value="harbor"' in html
        assert 'value="Nowhereville"' in html
        assert '<option value="50" selected>' in html
        assert '<input type="hidden" name="route" value="iv_infusion">' in html
        assert '<input type="hidden" name="sort" value="name">' in html


class TestForSearchEngines:
    def test_the_plain_search_may_be_listed_under_its_own_address(self):
        html = page("/directory/?utm_source=letter")
        assert '<meta name="robots" content="index, follow">' in html
        assert re.search(r'<link rel="canonical" href="[^"?]+/directory/">', html)

    @pytest.mark.parametrize(
        "address", ["route=iv_infusion", "place=CO", "page=1", "sort=name", "place=Nowhereville", "q=a"]
    )
    def test_a_search_with_a_question_may_not(self, denver, address):
        make_listing()
        assert '<meta name="robots" content="noindex, follow">' in page(f"/directory/?{address}")

    def test_a_listing_is_described_for_machines(self):
        make_listing(slug="quiet-harbor")
        html = page("/directory/quiet-harbor/")
        assert '"@type": "MedicalClinic"' in html
        assert '"@type": "BreadcrumbList"' in html
        assert '<meta name="robots" content="index, follow">' in html

    def test_a_demonstration_is_not_and_may_not_be_listed(self):
        make_listing(slug="quiet-harbor", is_demonstration=True)
        html = page("/directory/quiet-harbor/")
        assert "ld+json" not in html
        assert '<meta name="robots" content="noindex">' in html

    def test_a_name_cannot_end_the_data_block(self):
        make_listing(slug="quiet-harbor", name="</script><script>alert(1)</script>")
        assert "<script>alert" not in page("/directory/quiet-harbor/")


class TestForCaches:
    @pytest.mark.parametrize("address", ["/directory/", "/directory/?place=Nowhereville", "/directory/quiet-harbor/"])
    def test_nothing_is_set_and_nothing_varies_with_who_asks(self, address):
        make_listing(slug="quiet-harbor")
        response = Client().get(address)
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")

    @pytest.mark.parametrize("address", ["/directory/", "/directory/quiet-harbor/"])
    def test_a_page_that_is_the_same_is_not_sent_again(self, address):
        make_listing(slug="quiet-harbor")
        etag = Client().get(address).headers["ETag"]
        assert Client().get(address, headers={"If-None-Match": etag}).status_code == 304
        make_listing()
        assert Client().get(address, headers={"If-None-Match": etag}).status_code == 200

    def test_these_pages_are_only_read(self):
        make_listing(slug="quiet-harbor")
        assert Client().post("/directory/").status_code == 405
        assert Client().head("/directory/quiet-harbor/").status_code == 200


parameter = st.tuples(
    st.sampled_from([*FORM_FACETS, "place", "radius", "sort", "page", "q", "utm_source"]),
    st.one_of(
        st.sampled_from(["iv_infusion", "not_stated", "25", "name", "1", "CO", "Denver", ""]),
        st.text(string.printable + "é\x00\U0001f600", max_size=12),
    ),
)


@given(parameters=st.lists(parameter, max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@override_settings(DEBUG=False)
def test_no_address_breaks_the_page_or_turns_a_mistake_into_everything(denver, parameters):
    if not Listing.objects.exists():
        make_listing(name="Quiet Harbor")
    response = Client(raise_request_exception=True).get("/directory/", query_params=parameters)
    html = response.content.decode()
    assert response.status_code == 200
    assert (headline(html) is None) == ('role="alert"' in html)
    if headline(html) is None or headline(html).startswith("No providers"):
        assert names(html) == []
