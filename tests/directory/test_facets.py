from datetime import time

import pytest

from directory import choices, facets
from directory.models import Listing
from tests.factories.directory import make_draft, make_hours, make_offering, state_that

pytestmark = pytest.mark.django_db


def slugs(listing, facet):
    listing = Listing.objects.with_search_facts().get(pk=listing.pk)
    return {slug for name, slug in facets.terms_of(listing) if name == facet}


@pytest.mark.parametrize("facet", [facet.name for facet in facets.FACETS if facet.may_be_unstated])
def test_a_listing_that_says_nothing_is_not_stated_everywhere(facet):
    if facet != "setting":
        assert slugs(make_draft(), facet) == {"not_stated"}


def test_a_single_fact_is_its_own_slug():
    assert slugs(make_draft(accepting="waitlist"), "accepting") == {"waitlist"}


def test_only_a_yes_counts_and_a_no_is_not_silence_about_the_rest():
    listing = make_draft()
    state_that(listing, "payment", "self_pay")
    state_that(listing, "payment", "medicare", answer="no")
    assert slugs(listing, "payment") == {"self_pay"}


def test_a_facet_with_only_a_no_has_been_answered():
    listing = make_draft()
    state_that(listing, "payment", "medicare", answer="no")
    assert slugs(listing, "payment") == set()


def test_each_route_counts():
    listing = make_draft()
    make_offering(listing, "iv_infusion")
    make_offering(listing, "im_injection")
    assert slugs(listing, "route") == {"iv_infusion", "im_injection"}


@pytest.mark.parametrize(
    ("price", "band"),
    [(0, "under_300"), (299, "under_300"), (300, "300_to_449"), (599, "450_to_599"), (800, "800_or_more")],
)
def test_a_price_falls_into_its_band(price, band):
    assert facets.price_band(price) == band


@pytest.mark.parametrize(
    ("minutes", "band"), [(0, "under_30"), (30, "30_to_59"), (119, "60_to_119"), (120, "120_or_more")]
)
def test_minutes_fall_into_their_band(minutes, band):
    assert facets.observation_band(minutes) == band


@pytest.mark.parametrize(
    ("youngest", "oldest", "groups"),
    [
        (18, None, {"adults_18_to_64", "older_adults_65_plus"}),
        (None, 17, {"children_under_12", "teens_12_to_17"}),
        (16, 64, {"teens_12_to_17", "adults_18_to_64"}),
        (None, None, {"not_stated"}),
    ],
)
def test_ages_reach_into_groups(youngest, oldest, groups):
    assert slugs(make_draft(min_age=youngest, max_age=oldest), "age") == groups


def test_an_evening_is_after_six_on_a_weekday():
    listing = make_draft()
    make_hours(listing, 0, time(9), time(18))
    make_hours(listing, 5, time(9), time(13))
    assert slugs(listing, "hours") == {"weekday", "evening", "weekend"}


def test_closing_before_six_is_no_evening():
    listing = make_draft()
    make_hours(listing, 0, time(9), time(17, 59))
    assert slugs(listing, "hours") == {"weekday"}


def test_it_reads_a_listing_without_further_queries(django_assert_num_queries):
    make_offering(make_draft())
    listing = Listing.objects.with_search_facts().get()
    with django_assert_num_queries(0):
        facets.terms_of(listing)


def test_who_monitors_is_never_someone_without_a_license():
    assert choices.Role.UNLICENSED_GUIDE not in choices.MONITORS
    assert choices.PRESCRIBERS < choices.MONITORS


@pytest.mark.parametrize(("mode", "found"), [("both", {"both", "in_person", "video"}), ("video", {"video"})])
def test_who_evaluates_both_ways_is_found_by_either(mode, found):
    assert slugs(make_draft(evaluation_mode=mode), "evaluation") == found
