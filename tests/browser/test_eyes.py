"""The eyes themselves: what they look for on every page they see on pages made to fail."""

import pytest

from tests.browser.eyes import kept_about_visitor, narrow_targets, walk, wider_than_its_window


@pytest.mark.parametrize(
    ("html", "seen"),
    [
        ("<a href='#'>A link that stands alone</a>", 1),
        ("<p>A sentence with <a href='#'>a link</a> in it.</p>", 0),
        ("<button style='min-height: 44px'>Search</button>", 0),
        ("<label style='display: block; padding: 10px'><input type='checkbox'> A choice</label>", 0),
        ("<input type='checkbox'>", 1),
    ],
)
def test_they_see_targets_too_small_for_a_finger(page, html, seen):
    page.set_content(html)
    assert len(narrow_targets(page)) == seen


def test_they_see_focus_that_does_not_show(page):
    page.set_content("<style>a { outline: none }</style><a href='#'>Here</a><p>Text</p>")
    assert [fault.partition(":")[0] for fault in walk(page)] == ["no outline"]


def test_they_see_what_lies_on_top_of_focus(page):
    cover = "position: fixed; inset: 0; background: white"
    page.set_content(f"<style>a {{ outline: 2px solid }}</style><a href='#'>Here</a><div style='{cover}'></div>")
    assert [fault.partition(":")[0] for fault in walk(page)] == ["covered"]


def test_they_see_what_the_keyboard_does_not_reach(page):
    trap = "document.querySelector('button').addEventListener('keydown', event => event.preventDefault())"
    page.set_content("<style>* { outline: 2px solid }</style><button>Stay</button><a href='#'>Never</a>")
    page.evaluate(trap)
    assert [fault.partition(":")[0] for fault in walk(page)] == ["unreached"]


def test_they_see_a_page_that_is_wider_than_its_window(page):
    page.set_content("<body style='margin: 0'><div style='width: 400px'>Wide</div>")
    assert wider_than_its_window(page, [320, 768]) == ["400 pixels in a window of 320"]


def test_they_see_what_is_kept(site, page):
    page.goto(site["home"])
    assert kept_about_visitor(page) == set()
    page.evaluate("localStorage.a = 1, sessionStorage.b = 1, document.cookie = 'c=1'")
    assert kept_about_visitor(page) == {"a", "b", "c"}
