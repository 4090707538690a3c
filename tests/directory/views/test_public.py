"""The pages that anybody reads."""

import re
import string
from datetime import time

import pytest
from django.test import Client, override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.facets import FACETS
from directory.models import Listing, Place, Position
from tests.factories.directory import (
    days_ago,
    make_clinician,
    make_draft,
    make_hours,
    make_license,
    make_listing,
    make_offering,
    make_place,
    make_term,
    state_that,
)

pytestmark = pytest.mark.django_db

NBSP = "\N{NO-BREAK SPACE}"
FORM_FACETS = [facet.name for facet in FACETS if facet.in_form]


def page(address, **headers):
    response = Client().get(address, headers=headers)
    assert response.status_code == 200
    return response.content.decode().replace(NBSP, " ")


def text(html):
    """Without tags, and with single spaces."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def headline(html):
    """The line that says how many there are, or None where the question was refused."""
    found = re.search(r'<div role="status"><h2>(.*?)</h2>', html)
    return found and found[1]


def names(html):
    return re.findall(r'<h3><a href="/directory/[^"]+/">(.*?)</a></h3>', html)


@pytest.fixture
def denver():
    make_place(name="Denver", slug="denver", state="CO", latitude=39.74, longitude=-104.98)
    make_place(Place.Kind.STATE, name="Colorado", slug="colorado", state="CO")


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


class TestWords:
    def test_they_find_by_name_and_are_marked_there(self):
        make_listing(name="Quiet Harbor Infusions")
        make_listing(name="Still Meadow", routes=(), practice_kind="psychiatry_practice")
        html = page("/directory/?q=infusion")
        assert headline(html) == "1 provider for “infusion”"
        assert names(html) == ["Quiet Harbor <mark>Infusions</mark>"]
        assert "<title>1 provider for “infusion” · Psychly</title>" in html

    def test_where_they_stand_elsewhere_an_excerpt_shows_them(self):
        make_listing(headline="Otters & <b>others</b>.")
        html = page("/directory/?q=otter")
        assert '<p class="listing-card-words"><mark>Otters</mark> &amp; &lt;b&gt;others&lt;/b&gt;.</p>' in html

    def test_the_field_keeps_them(self):
        assert 'name="q" value="quiet &quot;harbor&quot;"' in page("/directory/?q=quiet+%22harbor%22")

    def test_one_that_closed_is_still_found_by_its_name_beside_the_results(self):
        closed = make_listing(name="Quiet Harbor Infusions")
        closed.close(by=None)
        make_listing(name="Harbor Light")
        html = page("/directory/?q=harbor+infusions")
        assert f'<a href="{closed.get_absolute_url()}">Quiet Harbor Infusions</a>' in html
        assert "closed on" in text(html)
        assert "Quiet Harbor" not in page("/directory/?q=light")

    def test_what_was_searched_for_instead_is_said_with_the_number(self):
        make_listing(name="Quiet Harbor")
        html = page("/directory/?q=harbr")
        assert headline(html) == "1 provider for “harbor”"
        assert '</h2><p class="correction">No listing has “harbr”. These are results for “harbor”.</p></div>' in html

    def test_words_that_are_found_nowhere_are_named(self):
        make_listing(name="Quiet Harbor")
        assert "These have some of them; “xyzzy” was found nowhere." in page("/directory/?q=harbor+xyzzy")

    def test_nothing_found_says_what_to_try(self):
        make_listing()
        html = page("/directory/?q=xyzzy")
        assert headline(html) == "No providers for “xyzzy”"
        assert "Please check the spelling, or try other words." in html
        assert '<a href="/directory/">Without the words “xyzzy”</a>: 1 provider' in html

    def test_a_filter_is_offered_beside_what_was_found(self):
        make_term("language", "es", label="Spanish")
        make_listing(statements=[("language", "es")])
        html = page("/directory/?q=spanish&sort=name")
        assert '<a href="/directory/?sort=name&amp;language=es">Language: Spanish</a> <span class="numeric">(1)' in html
        assert html.index('role="status"') < html.index('class="offers"') < html.index('class="results"')

    def test_a_place_that_no_listing_names_is_offered_before_anything_else(self, denver):
        make_listing(name="Quiet Harbor", city="Aurora")
        html = page("/directory/?q=quiet+denver")
        assert '<a href="/directory/?q=quiet&amp;place=Denver%2C+CO">Near Denver, CO</a>' in html
        assert html.index('class="offers offers-first"') < html.index('role="status"')

    def test_they_are_a_chip_beside_the_filters_and_count_as_none(self):
        make_listing()
        html = page("/directory/?q=practice&route=iv_infusion")
        assert '<a class="chip" href="/directory/?route=iv_infusion">' in html
        assert '<a class="chip" href="/directory/?q=practice">' in html
        assert "Filters (1)" in text(html)

    def test_they_are_told_on_paper(self):
        make_listing()
        html = page("/directory/?q=practice&route=iv_infusion")
        assert "<p>Words: “practice”</p>" in html
        assert "/directory/?q=practice&amp;route=iv_infusion</p>" in html

    def test_a_result_says_where_they_stand(self):
        make_listing(name="Quiet Harbor")
        assert "The words are in its name · confirmed within 90 days" in page("/directory/?q=harbor")

    def test_where_the_order_is_explained_the_words_are_a_part_of_it(self):
        assert "words" in text(page("/how-we-rank/"))

    def test_words_of_suicide_are_answered_first_with_where_to_turn(self):
        make_listing(conditions=["mdd_si"])
        html = page("/directory/?q=i+want+to+die")
        assert html.count("If you think of ending your life") == 1
        assert html.index("If you think of ending your life") < html.index('role="status"')

    def test_what_is_typed_is_shown_as_text(self):
        make_listing(name="Quiet <script>alert(1)</script>")
        for words in ("%3Cscript%3Ealert(1)%3C/script%3E", "%3Cscript%3E+alert+quiet", "alert+xyzzy"):
            assert "<script>alert" not in page(f"/directory/?q={words}")

    def test_the_number_of_queries_does_not_grow_with_the_results(self, django_assert_max_num_queries):
        make_listing(headline="Otters live here.")
        with django_assert_max_num_queries(50) as one:
            page("/directory/?q=otter")
        for _ in range(5):
            make_listing(headline="Otters live here.")
        with django_assert_max_num_queries(len(one)):
            page("/directory/?q=otter")

    def test_a_search_without_words_asks_for_none(self):
        make_listing()
        html = page("/directory/")
        assert "<mark>" not in html
        assert "offers" not in html


class TestNothingFound:
    def test_it_says_what_would_find_somebody_and_where_to_turn(self, denver):
        make_listing(latitude=39.74 + 40 / 69)
        html = page("/directory/?place=Denver")
        assert headline(html) == "No providers within 25 miles of Denver, CO"
        assert '<a href="/directory/?place=Denver&amp;radius=50">Within 50 miles</a>: 1 provider' in html
        assert 'href="/articles/ketamine-iv-infusions/#getting-started"' in html
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


class TestListingDetail:
    def test_it_answers_the_questions_in_their_order(self):
        make_listing(slug="quiet-harbor", name="Quiet Harbor")
        html = page("/directory/quiet-harbor/")
        assert "<title>Quiet Harbor, Denver, CO · Psychly</title>" in html
        assert [line for line in re.findall(r'<h2 id="[^"]+">(.*?)</h2>', html) if "?" in line] == [
            "Is it right for me?",
            "What do they offer, and is it approved for this?",
            "Who is in the room?",
            "What will it cost?",
            "What happens on the day?",
            "Can I get there and get in?",
            "Who are they, and what was checked?",
        ]

    @pytest.mark.parametrize(
        "fields",
        [{"status": "draft"}, {"status": "suspended"}, {"status": "withdrawn_by_provider"}],
        ids=str,
    )
    def test_what_the_public_may_not_see_is_not_there(self, fields):
        listing = make_listing(**fields)
        assert Client().get(listing.get_absolute_url()).status_code == 404

    def test_a_listing_that_does_not_exist_is_not_there(self):
        assert Client().get("/directory/nobody/").status_code == 404

    def test_the_status_of_every_treatment_is_told_by_condition(self):
        make_listing(slug="a", routes=["intranasal_esketamine", "iv_infusion"], conditions=["trd", "ptsd"])
        words = text(page("/directory/a/"))
        assert "FDA-approved for this use Trd" in words
        assert "FDA-approved drug, off-label use Ptsd" in words
        assert "FDA-approved drug, off-label use Trd Ptsd" in words or "off-label use Ptsd Trd" in words

    def test_suicidal_thoughts_are_never_named_without_the_lifeline(self):
        make_listing(slug="a", conditions=["mdd_si"])
        make_listing(slug="b", conditions=["ptsd"])
        assert "If you think of ending your life" in page("/directory/a/")
        assert "If you think of ending your life" not in page("/directory/b/")

    def test_treating_children_is_called_off_label_specialist_care(self):
        make_listing(slug="a", min_age=17)
        make_listing(slug="b", min_age=18)
        assert "off-label, specialist care" in page("/directory/a/")
        assert "off-label, specialist care" not in page("/directory/b/")

    def test_the_cost_shows_its_arithmetic_and_its_date(self):
        listing = make_listing(slug="a", routes=[], consult_fee_usd=250, fees_as_of=days_ago(3))
        make_offering(listing, price_session_min_usd=450, sessions_initial_series=6, prices_as_of=days_ago(3))
        words = text(page("/directory/a/"))
        assert "$2,950 $250 first consultation + 6 sessions at $450 each Stated on" in words

    def test_an_old_price_is_struck_through_and_a_word_says_so(self):
        listing = make_listing(slug="a", routes=[])
        make_offering(listing, price_session_min_usd=450, sessions_initial_series=6, prices_as_of=days_ago(181))
        html = page("/directory/a/")
        assert "<s>$2,700</s>" in html
        assert "more than 180 days ago" in html

    def test_a_current_fee_is_not_struck_through_with_an_old_price(self):
        listing = make_listing(slug="a", routes=[], consult_fee_usd=250, fees_as_of=days_ago(3))
        make_offering(
            listing,
            price_session_min_usd=450,
            price_series_usd=2400,
            price_maintenance_usd=400,
            prices_as_of=days_ago(181),
        )
        html = page("/directory/a/")
        assert '<span class="numeric">$250</span>, <span class="soft">stated on' in html
        assert "<s>$250" not in html
        for amount in (450, 400):
            assert f'<s class="numeric">${amount}</s> <span class="soft">old price: stated on' in html

    def test_an_old_fee_is_struck_through(self):
        make_listing(slug="a", routes=[], consult_fee_usd=250, fees_as_of=days_ago(181))
        assert '<s class="numeric">$250</s>' in page("/directory/a/")

    def test_their_own_words_are_shown_as_theirs(self):
        make_listing(slug="a", description="We are quiet.\n\nWe are <b>kind</b>.")
        html = page("/directory/a/")
        assert "In the practice’s own words</h2>" in html
        assert "<p>We are quiet.</p>" in html
        assert "&lt;b&gt;kind" in html

    def test_rows_stand_under_the_question_they_answer(self):
        make_listing(slug="a")
        html = page("/directory/a/")
        assert html.index("<dt>Talk therapy</dt>") < html.index("<h3>IV infusion</h3>")
        assert html.index("<dt>Kind of practice</dt>") < html.index('<article class="person')

    def test_ways_to_reach_them_lead_to_them(self):
        make_listing(slug="a", website="https://www.quiet.example/a", email="hello@quiet.example", phone="+13035550123")
        html = page("/directory/a/")
        assert 'href="tel:+1-303-555-0123"' in html
        assert 'href="https://www.quiet.example/a" rel="noopener nofollow"' in html
        assert ">quiet.example</a>" in html
        assert 'href="mailto:hello@quiet.example"' in html

    def test_hours_are_told_in_their_own_time(self):
        listing = make_listing(slug="a", time_zone="America/Denver")
        make_hours(listing, 0, time(9), time(17))
        words = text(page("/directory/a/"))
        assert "Monday 9 a.m. to 5 p.m. Tuesday closed" in words
        assert "Their own time: Mountain time." in words

    def test_a_license_says_where_it_was_looked_up(self):
        listing = make_listing(slug="a", prescriber=False)
        clinician = make_clinician(name="Rhea Testperson", post_nominals="MD")
        license = make_license(
            clinician, license_type="MD", number="T-99", board="Test Board", source_url="https://b.example/"
        )
        clinician.board_certifications.create(board="Test College", specialty="Anesthesiology")
        Position.objects.create(listing=listing, clinician=clinician, prescribes=True)
        html = page("/directory/a/")
        words = text(html)
        assert "Rhea Testperson, MD" in words
        assert "License in Colorado MD T-99 : Active, expires" in words
        assert "Test Board" in words
        assert f'href="{license.source_url}" rel="noopener nofollow"' in html
        assert "Board certification Anesthesiology, Test College" in words

    def test_a_lapsed_license_hides_its_holder_and_the_page_says_so(self):
        listing = make_listing(slug="a")
        clinician = make_clinician(name="Lapsed Testperson")
        make_license(clinician, expires_on=days_ago(1))
        Position.objects.create(listing=listing, clinician=clinician)
        words = text(page("/directory/a/"))
        assert "Lapsed Testperson" not in words
        assert "1 person who works here is not shown" in words

    def test_a_confirmation_that_is_old_is_a_warning(self):
        make_listing(slug="a", confirmed_on=days_ago(12))
        make_listing(slug="b", confirmed_on=days_ago(97))
        assert "Confirmed by the clinic 12 days ago" in page("/directory/a/")
        old = page("/directory/b/")
        assert "Last confirmed 97 days ago" in old
        assert "for more than 90 days. Ask before you rely on it." in old

    def test_a_point_in_the_middle_of_a_zip_code_is_said_to_be_about_right(self):
        make_listing(slug="a", location_precision="zip_centroid")
        make_listing(slug="b", location_precision="address")
        assert "about right" in page("/directory/a/")
        assert "about right" not in page("/directory/b/")

    def test_a_practice_by_video_has_no_door(self):
        make_listing(slug="a", by_video_only=True, street="9 Hidden Street")
        html = page("/directory/a/")
        assert "They see people by video only, from Colorado." in html
        assert "9 Hidden Street" not in html
        assert "Denver" not in html
        assert "80202" not in html

    def test_the_number_of_queries_does_not_grow_with_what_it_says(self, django_assert_max_num_queries):
        listing = make_listing(slug="a")
        with django_assert_max_num_queries(50) as few:
            page("/directory/a/")
        for number in range(4):
            state_that(listing, "emergency", f"thing_{number}")
            clinician = make_clinician()
            make_license(clinician)
            Position.objects.create(listing=listing, clinician=clinician)
        for route in ("im_injection", "sc_injection"):
            make_offering(listing, route)
        with django_assert_max_num_queries(len(few)):
            page("/directory/a/")

    def test_an_empty_listing_is_all_not_stated_and_still_a_page(self):
        listing = make_listing(slug="a", routes=[], conditions=[], prescriber=False, phone="", practice_kind=THERAPIST)
        assert Listing.objects.visible().filter(pk=listing.pk).exists()
        assert page("/directory/a/").count("not stated") > 15


THERAPIST = "therapist_working_with_infusion_clinic"

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


@given(words=st.one_of(st.text(max_size=110), st.text(string.punctuation + "ab \x00\u202e'\"*:()", max_size=30)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_words_break_the_page(denver, words):
    if not Listing.objects.exists():
        make_listing(name="Ab Harbor", headline="A & b.")
    response = Client(raise_request_exception=True).get("/directory/", query_params={"q": words})
    html = response.content.decode()
    assert response.status_code == 200
    assert (headline(html) is None) == ('role="alert"' in html)
    if headline(html) is None or headline(html).startswith("No providers"):
        assert names(html) == []
