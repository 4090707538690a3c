"""A visitor reads the page of one practice."""

import pytest
from playwright.sync_api import expect

from directory.models import Listing
from tests.factories.directory import days_ago, make_offering

PHONE = {"width": 320, "height": 700}


@pytest.fixture
def listing(practices):
    """Address of a listing that says something under every heading."""
    listing = Listing.objects.get(slug="quiet-harbor-infusions")
    Listing.objects.update(website="https://quiet.example", email="hello@quiet.example", min_age=13)
    listing.offerings.all().delete()
    make_offering(listing, price_session_min_usd=450, sessions_initial_series=6, prices_as_of=days_ago(200))
    return f"{practices}/directory/{listing.slug}/"


def in_view(locator):
    return locator.evaluate(
        "e => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight; }"
    )


def test_ways_to_reach_them_stay_in_view_on_a_phone(listing, page):
    page.set_viewport_size(PHONE)
    page.goto(listing)
    call = page.get_by_role("link", name="Call", exact=True)
    for heading in ("What will it cost?", "Who are they, and what was checked?"):
        page.get_by_role("heading", name=heading).scroll_into_view_if_needed()
        assert in_view(call)
    assert call.get_attribute("href").startswith("tel:")


def test_a_question_is_not_hidden_beneath_them(listing, page):
    page.set_viewport_size(PHONE)
    page.goto(listing)
    page.get_by_role("link", name="What will it cost?").click()
    heading = page.get_by_role("heading", name="What will it cost?")
    assert heading.evaluate(
        "e => e.getBoundingClientRect().top >= document.querySelector('.reach').getBoundingClientRect().bottom"
    )


def test_on_a_low_screen_they_do_not_take_the_room(listing, page):
    page.set_viewport_size({"width": 640, "height": 320})
    page.goto(listing)
    page.get_by_role("heading", name="What will it cost?").scroll_into_view_if_needed()
    assert not in_view(page.locator(".reach"))


@pytest.mark.parametrize(("height", "is_in_view"), [(1300, True), (900, False)])
def test_on_a_wide_screen_the_side_stays_in_view_where_it_fits(listing, page, height, is_in_view):
    page.set_viewport_size({"width": 1280, "height": height})
    page.goto(listing)
    page.get_by_role("heading", name="What happens on the day?").evaluate("e => e.scrollIntoView()")
    assert in_view(page.locator(".listing-side")) is is_in_view


def test_words_are_explained_where_they_stand(listing, page_without_javascript):
    page = page_without_javascript
    page.goto(listing)
    section = page.locator("section", has=page.get_by_role("heading", name="Is it right for me?"))
    words = section.get_by_text("Depression that has not eased enough")
    expect(words).to_be_hidden()
    section.locator("summary", has_text="What these words mean").click()
    expect(words).to_be_visible()


def test_everything_unfolded_has_no_fault_that_axe_knows(listing, page, axe):
    page.set_viewport_size(PHONE)
    page.goto(listing)
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    axe(page)


def test_on_paper_the_facts_and_the_phone_number_stand(listing, page):
    page.emulate_media(media="print")
    page.goto(listing)
    expect(page.get_by_role("link", name="(303) 555-0123").last).to_be_visible()
    expect(page.get_by_text("Old prices: the oldest was stated on")).to_be_visible()
    expect(page.locator(".reach")).to_be_hidden()
