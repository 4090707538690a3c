"""A reader looks for words in the guides, on a narrow phone and at a desk, with and without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_search import DESK, PHONE, follow


@pytest.fixture
def address(site):
    return site["article_list"]


def scrolls_sideways(page):
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


def look_for(page, words):
    page.get_by_label("Search the guides").fill(words)
    follow(page, page.get_by_role("button", name="Search"))


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_reader_finds_the_section(address, visitor, size):
    visitor.set_viewport_size(size)
    visitor.goto(address)
    look_for(visitor, "ride home")
    expect(visitor.get_by_role("status")).to_contain_text("in the guides for “ride home”")
    assert not scrolls_sideways(visitor)
    follow(visitor, visitor.get_by_role("link", name="A ride home, and a quiet evening"))
    assert visitor.url.endswith("/articles/preparing-for-your-first-infusion/#ride")
    expect(visitor.locator("#ride")).to_be_in_viewport()


def test_a_misspelt_word_finds_what_was_meant_and_another_nothing(address, visitor):
    visitor.goto(address)
    look_for(visitor, "esketmine")
    expect(visitor.get_by_role("status")).to_contain_text("These are results for “esketamine”.")
    look_for(visitor, "xyzzyplugh")
    expect(visitor.get_by_role("status")).to_contain_text("Nothing in the guides for “xyzzyplugh”")
    follow(visitor, visitor.get_by_role("link", name="Look for “xyzzyplugh” among therapists and clinics"))
    expect(visitor.get_by_role("status")).to_contain_text("No providers for “xyzzyplugh”")


def test_by_keyboard_alone(address, page):
    page.set_viewport_size(PHONE)
    page.goto(address)
    page.get_by_label("Search the guides").focus()
    page.keyboard.type("x" * 120)  # the field takes no more than it should
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Nothing in the guides for")
    assert not scrolls_sideways(page)
