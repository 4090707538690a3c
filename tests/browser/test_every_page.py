"""What a browser sees of every kind of page, as the production server sends it.

A page is opened three times, and each visit looks for everything: opening it anew for every rule took most of the time.
"""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import COLORS
from tests.browser.eyes import kept_about_visitor, narrow_targets, walk, wider_than_its_window
from tests.pages import page_kinds

KINDS = page_kinds(listing="", topic="")
# A form that changes something guards itself against forged copies.
ALLOWED = {kind.name: {"csrftoken"} if kind.posts else set() for kind in KINDS}
# An edition is the guide's page once more, with its six hundred stops.
WALKED = [kind.name for kind in KINDS if kind.name != "edition"]
every_page = pytest.mark.parametrize("name", [kind.name for kind in KINDS])


def open_at(page, address, width):
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)


@every_page
def test_on_a_phone_it_fits_is_easy_to_hit_and_has_no_fault_that_axe_knows(site, page, axe, name):
    open_at(page, site[name], width=320)
    axe(page)
    assert wider_than_its_window(page, [320]) == []
    assert narrow_targets(page) == []
    assert name not in WALKED or walk(page) == []


@every_page
def test_on_a_desk_it_fits_keeps_nothing_and_has_no_fault_that_axe_knows(site, page, axe, name):
    open_at(page, site[name], width=1280)
    axe(page)
    page.emulate_media(color_scheme="dark")
    axe(page, COLORS)
    page.emulate_media(color_scheme="light")
    assert name not in WALKED or walk(page) == []
    assert wider_than_its_window(page, [1600, 768]) == []
    assert kept_about_visitor(page) - ALLOWED[name] == set()


@every_page
def test_it_can_be_read_without_javascript(site, page_without_javascript, name):
    page_without_javascript.goto(site[name])
    expect(page_without_javascript.locator("h1")).to_be_visible()
    assert page_without_javascript.locator("main").inner_text().strip()
