"""The search by words, as visitors read it."""

import string

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from directory.models import Listing
from tests.directory.views.reading import headline, names, page, text
from tests.factories.directory import (
    make_listing,
    make_term,
)

pytestmark = pytest.mark.django_db


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

    @pytest.mark.parametrize("words", ["i+want+to+die", "clinic+kill+myself", "infusion+end+my+life"])
    def test_words_of_suicide_are_answered_first_with_where_to_turn(self, words):
        make_listing(conditions=["mdd_si"])
        html = page(f"/directory/?q={words}")
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
