"""What a browser sees of every kind of page, as the production server sends it."""

import pytest
from playwright.sync_api import expect

from tests.browser.eyes import narrow_targets, walk
from tests.pages import page_kinds

NAMES = [kind.name for kind in page_kinds(listing="", topic="")]
# A form that changes something guards itself against forged copies.
ALLOWED_COOKIES = {kind.name: {"csrftoken"} for kind in page_kinds(listing="", topic="") if kind.posts}
every_page = pytest.mark.parametrize("name", NAMES)


@every_page
@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "light"), (1280, "dark")])
def test_axe_finds_nothing(site, page, axe, name, width, scheme):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site[name])
    axe(page)


@every_page
@pytest.mark.parametrize("width", [320, 768, 1600])
def test_nothing_has_to_be_scrolled_sideways(site, page, name, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site[name])
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@every_page
def test_nothing_about_the_visitor_is_kept(site, page, name):
    page.goto(site[name])
    page.wait_for_load_state("networkidle")
    assert {cookie["name"] for cookie in page.context.cookies()} <= ALLOWED_COOKIES.get(name, set())
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@every_page
def test_every_target_is_large_enough_for_a_finger(site, page, name):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(site[name])
    assert narrow_targets(page) == []


# An edition is the guide's page once more, with its six hundred stops.
@pytest.mark.parametrize("name", [name for name in NAMES if name != "edition"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_keyboard_reaches_every_control_and_shows_where_it_is(site, page, name, width):
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site[name])
    assert walk(page) == []


@every_page
def test_it_can_be_read_without_javascript(site, page_without_javascript, name):
    page_without_javascript.goto(site[name])
    expect(page_without_javascript.locator("h1")).to_be_visible()
    assert page_without_javascript.locator("main").inner_text().strip()
