"""The main guide's questions as a sheet to take along."""

import pytest
from playwright.sync_api import expect

LETTER = {"width": 720, "height": 960}  # of paper, in pixels, within its margins


@pytest.fixture
def sheet(site):
    return site["checklist_of_questions"]


def test_it_is_found_from_the_section_of_the_guide(page_without_javascript, sheet):
    page = page_without_javascript
    page.goto(sheet.replace("checklist/", "#questions-to-ask"))
    page.get_by_role("link", name="As a sheet to print").click()
    expect(page.locator(".checklist > li")).to_have_count(10)


def test_on_paper_each_question_has_a_box_and_room_to_write(page, sheet):
    page.set_viewport_size(LETTER)
    page.emulate_media(media="print")
    page.goto(sheet)
    for question in page.locator(".checklist > li").all():
        assert question.evaluate("item => getComputedStyle(item, '::before').borderTopWidth") != "0px"
        assert question.locator(".checklist-room").bounding_box()["height"] >= 50
    expect(page.get_by_text("Asked of:")).to_be_visible()
    expect(page.locator(".site-top")).to_be_hidden()
    expect(page.get_by_role("button", name="Print")).to_be_hidden()
    expect(page.get_by_text("In crisis: call or text 988")).to_be_visible()


def test_it_takes_two_sheets_at_most(page, sheet):
    page.goto(sheet)
    for format in ("Letter", "A4"):
        paper = page.pdf(format=format, margin=dict.fromkeys(("top", "right", "bottom", "left"), "1.5cm"))
        assert 1 <= paper.count(b"/Type /Page\n") <= 2, format


def test_on_a_screen_nobody_is_asked_to_write(page, sheet):
    page.goto(sheet)
    expect(page.locator(".checklist-room").first).to_be_hidden()
    expect(page.get_by_text("Asked of:")).to_be_hidden()
    expect(page.get_by_role("button", name="Print")).to_be_visible()


def test_what_asks_for_a_name_or_a_number_has_a_line_for_it_on_paper_only(page, site):
    page.set_viewport_size(LETTER)
    page.goto(site["checklist"])
    lines = page.locator(".checklist-line")
    expect(lines).to_have_count(2)
    expect(lines.first).to_be_hidden()
    page.emulate_media(media="print")
    for line in lines.all():
        box = line.bounding_box()
        assert box["height"] >= 24
        assert box["width"] >= LETTER["width"] / 2


def test_the_lists_to_tick_take_two_sheets_at_most(page, site):
    page.goto(site["checklist"])
    for format in ("Letter", "A4"):
        paper = page.pdf(format=format, margin=dict.fromkeys(("top", "right", "bottom", "left"), "1.5cm"))
        assert 1 <= paper.count(b"/Type /Page\n") <= 2, format
