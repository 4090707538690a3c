"""A visitor takes the sheet of questions along: copied, printed, mailed."""

import pytest
from playwright.sync_api import expect

SHEET = "/directory/quiet-harbor-infusions/questions/"
FIRST = "Who will be watching me during the session, and what is their license?"


@pytest.fixture
def sheet(practices):
    return practices + SHEET


def test_the_questions_are_copied_as_plain_text_and_this_is_said(sheet, page, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(sheet)
    page.get_by_role("button", name="Copy the questions").click()
    expect(page.get_by_role("status")).to_have_text("The questions are copied. Paste them where you need them.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Questions to ask Quiet Harbor Infusions\n(303) 555-0123\n")
    assert f"\nSafety\n1. {FIRST}\n" in copied


def test_where_the_browser_refuses_this_is_said_too(sheet, page):
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error())")
    page.goto(sheet)
    page.get_by_role("button", name="Copy the questions").click()
    expect(page.get_by_role("status")).to_contain_text("did not let us copy")


def test_the_button_prints(sheet, page):
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(sheet)
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed")


def test_without_a_script_the_letter_is_there_and_no_dead_button(sheet, page_without_javascript):
    page = page_without_javascript
    page.goto(sheet)
    expect(page.get_by_role("link", name="E-mail to yourself")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)


def test_it_is_found_from_the_listing_and_leads_to_the_guide(sample, page):
    page.goto(f"{sample}/directory/quiet-harbor-infusions/")
    with page.expect_navigation():
        page.get_by_role("link", name="Questions to ask them").click()
    with page.expect_navigation():
        page.get_by_role("link", name="Monitoring").first.click()
    expect(page.get_by_role("heading", name="Monitoring", exact=True)).to_be_in_viewport()


def test_on_paper_each_question_has_a_line_to_write_on(sheet, page):
    page.emulate_media(media="print")
    page.goto(sheet)
    first = page.locator("li", has_text=FIRST)
    assert first.locator(".sheet-line").bounding_box()["height"] >= 20
    expect(first.get_by_role("link")).to_be_hidden()
    expect(page.get_by_role("link", name="E-mail to yourself")).to_be_hidden()
    expect(page.get_by_role("link", name="(303) 555-0123")).to_be_visible()
