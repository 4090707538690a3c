"""The page of one listing."""

import re
from datetime import time

import pytest
from django.test import Client

from directory.models import Listing, Position
from tests.directory.views.reading import page, text
from tests.factories.directory import (
    days_ago,
    make_clinician,
    make_hours,
    make_license,
    make_listing,
    make_offering,
    state_that,
)

pytestmark = pytest.mark.django_db

THERAPIST = "therapist_working_with_infusion_clinic"


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
