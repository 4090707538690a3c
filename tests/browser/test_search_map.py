"""The map on the pages of the site: beside a search, folded on a phone, on paper, with and without a script."""

import re

import pytest
from playwright.sync_api import expect

PHONE, TABLET, LAPTOP, DESK = (
    {"width": width, "height": 900} for width in (320, 768, 1024, 1280)
)  # fmt: skip
BY_VIDEO = re.compile("^By video only, from ")


@pytest.fixture
def address(site):
    """Of a page: address("/directory/")."""
    return lambda path: site["home"].removesuffix("/") + path


def said(page):
    return page.get_by_role("status").inner_text().strip()


def number(text):
    return int(re.match(r"[\d,]+", text)[0].replace(",", ""))


def folded(page):
    return page.locator(".search-map > summary")


def drawn(page):
    return page.locator(".map-picture")


def follow(page, name):
    """The link of a cluster that is seen; the number on it."""
    mark = page.locator(".map-wide-layer .map-cluster", has_text=re.compile(f"^{name}: "))
    count = number(mark.locator("text").text_content())
    with page.expect_navigation():
        mark.locator("circle").click()
    return count


@pytest.mark.parametrize("name", ["search_empty", "search_city", "search_state"])
def test_where_there_is_room_it_stands_beside_the_results(site, visitor, name):
    visitor.goto(site[name])
    for size in (TABLET, LAPTOP, DESK):
        visitor.set_viewport_size(size)
        expect(drawn(visitor)).to_be_visible()
        expect(folded(visitor)).to_be_hidden()
        picture, first = drawn(visitor).bounding_box(), visitor.locator("#result-1").bounding_box()
        assert picture["x"] >= first["x"] + first["width"] or picture["x"] + picture["width"] <= first["x"], size
        assert abs(picture["y"] - first["y"]) < 150, size


def test_on_a_phone_it_is_folded_above_them(site, visitor):
    visitor.set_viewport_size(PHONE)
    visitor.goto(site["search_city"])
    expect(drawn(visitor)).to_be_hidden()
    folded(visitor).click()
    expect(drawn(visitor)).to_be_visible()
    picture, first = drawn(visitor).bounding_box(), visitor.locator("#result-1").bounding_box()
    assert picture["y"] + picture["height"] <= first["y"]


@pytest.mark.parametrize("name", ["search_empty", "search_city", "search_state"])
def test_unfolded_it_fits_on_a_phone_and_has_no_fault_that_axe_knows(site, page, axe, name):
    page.set_viewport_size(PHONE)
    page.goto(site[name])
    page.evaluate("for (const part of document.querySelectorAll('.search-map, .map-list')) part.open = true")
    expect(drawn(page)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    axe(page)


def test_on_a_desk_it_stays_in_view(site, page):
    page.set_viewport_size(DESK)
    page.goto(site["search_empty"])
    page.locator("#result-9").scroll_into_view_if_needed()
    expect(drawn(page)).to_be_in_viewport(ratio=1)


def test_the_keyboard_may_skip_it(site, page):
    page.set_viewport_size(DESK)
    page.goto(site["search_city"])
    skip = page.get_by_role("link", name="Skip the map")
    skip.focus()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.wait_for_function("location.hash === '#results'")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#results') !== null")


def test_a_card_lights_its_pin_and_a_pin_its_card(site, page):
    page.set_viewport_size(DESK)
    page.goto(site["search_city"])
    page.locator("#result-1").hover()
    expect(page.locator(".map-pin.is-lit")).to_have_attribute("href", "#result-1")
    page.locator(".map-pin[href='#result-2']").focus()
    expect(page.locator("#result-2.is-lit")).to_be_visible()
    page.locator("#result-3 h3 a").focus()
    expect(page.locator(".map-pin.is-lit[href='#result-3']")).to_have_count(1)


def test_a_pin_leads_to_its_card(site, visitor):
    visitor.set_viewport_size(DESK)
    visitor.goto(site["search_city"])
    visitor.locator(".map-pin[href='#result-3'] circle").click()
    expect(visitor.locator("#result-3")).to_be_in_viewport()


def test_numbers_lead_from_the_country_to_a_state_and_on_to_a_city_and_are_what_is_found_there(address, visitor):
    visitor.set_viewport_size(DESK)
    visitor.goto(address("/directory/?route=iv_infusion"))
    count = follow(visitor, "California")
    assert said(visitor) == f"{count} providers in California"
    count = follow(visitor, "Los Angeles")
    assert said(visitor) == f"{count} providers within 25 miles of Los Angeles, CA"
    expect(visitor.get_by_role("link", name="Remove: IV infusion")).to_be_visible()
    assert visitor.locator(".map-pin").count() > 0


def test_all_numbers_stand_in_a_list_too(site, visitor):
    visitor.set_viewport_size(PHONE)
    visitor.goto(site["search_empty"])
    folded(visitor).click()
    visitor.locator(".map-list > summary").click()
    row = visitor.locator(".map-list li", has=visitor.get_by_role("link", name="New Jersey", exact=True))
    count = number(row.locator(".numeric").inner_text())
    with visitor.expect_navigation():
        row.get_by_role("link").click()
    assert said(visitor) == f"{count} providers in New Jersey"


@pytest.mark.parametrize("name", ["search_empty", "search_city", "search_state", "listing", "in_city"])
def test_it_is_printed(site, page, name):
    page.emulate_media(media="print")
    page.goto(site[name])
    expect(drawn(page)).to_be_visible()
    assert not folded(page).is_visible()
    assert drawn(page).bounding_box()["width"] < 400


def test_on_paper_the_list_of_its_numbers_is_open(site, page):
    page.emulate_media(media="print")
    page.goto(site["search_empty"])
    expect(page.locator(".map-list").get_by_text("New Jersey", exact=True)).to_be_visible()


def test_a_listing_has_a_mark_or_says_that_it_has_no_door(site, address, page):
    page.goto(site["listing"])
    expect(page.locator(".map-here")).to_be_visible()
    page.goto(address("/directory/?setting=telehealth_prescriber&sort=name"))
    with page.expect_navigation():
        page.locator(".listing-card", has=page.get_by_text(BY_VIDEO)).first.locator("h3 a").click()
    expect(page.get_by_text("They see people by video only")).to_be_visible()
    expect(drawn(page)).to_have_count(0)
