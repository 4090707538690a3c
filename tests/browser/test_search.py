"""A visitor looks for somebody near a place: with a mouse, with a keyboard, with and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from tests.factories.directory import make_listing

PHONE, DESK = {"width": 320, "height": 800}, {"width": 1280, "height": 900}


def says(page, words):
    """Waits until the page says so: what was clicked may still be loading."""
    expect(page.get_by_role("status")).to_have_text(words)


def follow(page, control):
    """Clicks, and waits for the page that this leads to."""
    with page.expect_navigation():
        control.click()


def look_for(page, place):
    page.get_by_label("City, state or ZIP").fill(place)
    follow(page, page.get_by_role("button", name="Search"))


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_visitor_narrows_a_search_and_opens_a_listing(practices, visitor, size):
    visitor.set_viewport_size(size)
    visitor.goto(f"{practices}/directory/")
    look_for(visitor, "Denver")
    says(visitor, "3 providers within 25 miles of Denver, CO")
    if size is PHONE:
        visitor.locator("summary", has_text="Filters").click()
    visitor.get_by_label("Esketamine nasal spray (Spravato)").check()
    follow(visitor, visitor.get_by_role("button", name="Show results"))
    says(visitor, "1 provider within 25 miles of Denver, CO")
    follow(visitor, visitor.get_by_role("link", name="Second Street Psychiatry", exact=True))
    expect(visitor.locator("h1")).to_have_text("Second Street Psychiatry")


def test_a_chosen_filter_is_taken_back_by_its_chip(practices, visitor):
    visitor.goto(f"{practices}/directory/?place=Denver&route=intranasal_esketamine&accepting=newpt")
    says(visitor, re.compile("^1 provider "))
    follow(visitor, visitor.get_by_role("link", name="Remove: Esketamine nasal spray (Spravato)"))
    says(visitor, re.compile("^3 providers "))
    follow(visitor, visitor.get_by_role("link", name="Clear all"))
    assert "accepting" not in visitor.url


def test_a_namesake_is_chosen_and_all_else_is_kept(practices, visitor):
    visitor.goto(f"{practices}/directory/?route=iv_infusion")
    look_for(visitor, "Springfield")
    expect(visitor.get_by_role("alert").locator("h2")).to_have_text("Which “Springfield” do you mean?")
    follow(visitor, visitor.get_by_role("link", name="Springfield, IL"))
    says(visitor, "No providers within 25 miles of Springfield, IL")
    expect(visitor.get_by_role("link", name="Remove: IV infusion")).to_be_visible()


def test_a_place_that_is_mended_keeps_the_filters(practices, visitor):
    visitor.goto(f"{practices}/directory/?place=Nowhereville&route=intranasal_esketamine")
    look_for(visitor, "Denver")
    says(visitor, "1 provider within 25 miles of Denver, CO")


def test_the_order_is_chosen_from_a_list_and_stays(practices, visitor):
    visitor.goto(f"{practices}/directory/?place=Denver")
    visitor.locator("summary", has_text="Sort:").click()
    follow(visitor, visitor.get_by_role("link", name="Name", exact=True))
    expect(visitor.locator(".listing-card h3")).to_have_text(
        ["Quiet Harbor Infusions", "Second Street Psychiatry", "Third Way Therapy"]
    )
    look_for(visitor, "Colorado")
    assert "sort=name" in visitor.url


def test_each_result_says_why_it_stands_there(practices, visitor):
    visitor.goto(f"{practices}/directory/?place=Denver")
    first = visitor.locator(".listing-card").first
    first.locator("summary").click()
    expect(first.get_by_text("Confirmed within 90 days · within 5 miles · today’s shuffle")).to_be_visible()


def test_many_choices_unfold(practices, visitor):
    for language in ("es", "fr", "de", "zh", "vi", "ar", "ko", "ru", "pl"):
        make_listing(statements=[("language", language)])
    visitor.goto(f"{practices}/directory/")
    visitor.locator("summary", has_text="Access and the visit").click()
    polish = visitor.get_by_label("Polish")
    expect(polish).to_be_hidden()
    visitor.locator(".facet", has_text="Language").locator("summary").click()
    expect(polish).to_be_visible()


def test_on_a_wide_screen_the_filters_stand_open(practices, page):
    page.set_viewport_size(DESK)
    page.goto(f"{practices}/directory/")
    expect(page.get_by_label("IV infusion")).to_be_visible()
    expect(page.locator("summary", has_text="Filters")).to_be_hidden()


def test_on_a_phone_they_are_folded_and_counted(practices, page):
    page.set_viewport_size(PHONE)
    page.goto(f"{practices}/directory/?route=iv_infusion")
    expect(page.locator("summary", has_text="Filters (1)")).to_be_visible()
    expect(page.get_by_label("IV infusion")).to_be_hidden()


def test_only_a_script_shortens_the_address(practices, page, page_without_javascript):
    for visitor, address in [(page, "?place=Denver"), (page_without_javascript, "?q=&place=Denver&radius=25")]:
        visitor.goto(f"{practices}/directory/")
        look_for(visitor, "Denver")
        assert visitor.url == f"{practices}/directory/{address}"


def test_the_form_can_be_used_again_after_going_back(practices, page):
    page.goto(f"{practices}/directory/")
    look_for(page, "Denver")
    page.go_back()
    expect(page).to_have_url(f"{practices}/directory/")
    expect(page.get_by_label("City, state or ZIP")).to_be_enabled()
    expect(page.get_by_label("Within")).to_be_enabled()


def test_unfolded_filters_have_no_fault_that_axe_knows(practices, page, axe):
    page.set_viewport_size(PHONE)
    page.goto(f"{practices}/directory/?place=Denver&condition=trd")
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    axe(page)


def test_on_paper_the_results_stand_without_controls(practices, page):
    page.emulate_media(media="print")
    page.goto(f"{practices}/directory/?place=Denver&route=iv_infusion")
    card = page.locator(".listing-card", has=page.get_by_role("link", name="Quiet Harbor Infusions"))
    expect(card.get_by_text("(303) 555-0123 · 1 Test Street, Denver, CO 80202")).to_be_visible()
    expect(page.get_by_text("Filters: IV infusion")).to_be_visible()
    expect(page.get_by_text("/directory/?place=Denver&route=iv_infusion")).to_be_visible()
    expect(page.get_by_role("button", name="Search")).to_be_hidden()
    expect(page.locator("summary", has_text="Sort:")).to_be_hidden()
