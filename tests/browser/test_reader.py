"""The reading page in a real browser: with and without script, by mouse, keyboard and touch, narrow and wide."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.eyes import kept_about_visitor, wider_than_its_window

NARROW, WIDE = {"width": 320, "height": 700}, {"width": 1280, "height": 900}

MISSED = """() => [...document.querySelectorAll(".cite")].filter((cite) => {
  cite.scrollIntoView({ block: "center", behavior: "instant" });
  const { x, y, width, height } = cite.querySelector("a").getBoundingClientRect();
  return document.elementFromPoint(x + width / 2, y + height / 2) !== cite.querySelector("button");
}).map((cite) => cite.id)"""
DISTANCES = """() => [...document.querySelectorAll(".cite + .cite")].map((cite) => {
  const middle = (one) => one.getBoundingClientRect().x + one.getBoundingClientRect().width / 2;
  return middle(cite.querySelector("a")) - middle(cite.previousElementSibling.querySelector("a"));
})"""


@pytest.fixture
def address(site):
    return site["guide"]


@pytest.fixture
def guide(page, address):
    page.set_viewport_size(WIDE)
    page.goto(address)
    return page


def number(page, place="peltoniemi2016-b"):
    return page.locator(f"#cite-{place} > button")


def preview(page, key="peltoniemi2016"):
    return page.locator(f"#preview-{key}")


class TestPreview:
    def test_it_opens_by_click_and_closes_by_escape(self, guide):
        expect(preview(guide)).to_be_hidden()
        number(guide).click()
        expect(preview(guide)).to_be_visible()
        expect(preview(guide)).to_contain_text("Peltoniemi MA")
        guide.keyboard.press("Escape")
        expect(preview(guide)).to_be_hidden()

    def test_it_closes_when_the_reader_clicks_elsewhere(self, guide):
        number(guide).click()
        guide.locator("h1").dispatch_event("pointerdown")
        guide.mouse.click(5, 5)
        expect(preview(guide)).to_be_hidden()

    def test_it_opens_while_the_mouse_rests_on_its_number_and_can_be_entered(self, guide):
        number(guide).hover()
        expect(preview(guide)).to_be_visible()
        preview(guide).hover()
        guide.wait_for_timeout(500)
        expect(preview(guide)).to_be_visible()
        guide.mouse.move(5, 5)
        expect(preview(guide)).to_be_hidden()

    def test_it_stays_where_it_was_asked_for_with_a_click(self, guide):
        number(guide).click()
        guide.mouse.move(5, 5)
        guide.wait_for_timeout(600)
        expect(preview(guide)).to_be_visible()

    def test_it_opens_when_the_keyboard_reaches_its_number_and_tab_goes_on_to_the_next(self, guide):
        first, second = number(guide, "yavi2022-a"), number(guide, "cohen2018-a")
        guide.locator(".cite > button").nth(0).focus()
        guide.keyboard.press("Tab")
        while not first.evaluate("element => element === document.activeElement"):
            guide.keyboard.press("Tab")
        shown = guide.locator(f"#{first.get_attribute('popovertarget')}")
        expect(shown).to_be_visible()
        guide.keyboard.press("Tab")
        expect(shown).to_be_hidden()
        expect(second).to_be_focused()

    def test_enter_lets_the_keyboard_in(self, guide):
        number(guide).focus()
        guide.keyboard.press("Enter")
        expect(preview(guide)).to_be_visible()
        guide.keyboard.press("Tab")
        expect(preview(guide).get_by_role("link", name="Open the source")).to_be_focused()

    def test_it_stands_beside_its_number(self, guide):
        number(guide).scroll_into_view_if_needed()
        number(guide).click()
        mark, box = number(guide).bounding_box(), preview(guide).bounding_box()
        assert min(abs(box["y"] - mark["y"] - mark["height"]), abs(mark["y"] - box["y"] - box["height"])) < 24
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= WIDE["width"]

    def test_its_link_leads_to_the_reference(self, guide):
        number(guide).click()
        preview(guide).get_by_role("link", name="In the list").click()
        expect(preview(guide)).to_be_hidden()
        expect(guide.locator("#ref-peltoniemi2016")).to_be_in_viewport()

    def test_it_opens_by_touch_at_the_foot_of_a_phone(self, new_context, watch, address):
        page = watch(new_context(viewport=NARROW, has_touch=True, is_mobile=True)).new_page()
        page.goto(address)
        number(page).tap()
        expect(preview(page)).to_be_visible()
        box = preview(page).bounding_box()
        assert round(box["y"] + box["height"]) == NARROW["height"]
        assert round(box["width"]) == NARROW["width"]

    def test_a_finger_can_hit_a_number(self, page, address):
        page.set_viewport_size(NARROW)
        page.goto(address)
        boxes = [button.bounding_box() for button in page.locator(".cite > button").all()[:40]]
        assert min(box["height"] for box in boxes) >= 24
        assert min(box["width"] for box in boxes) >= 24

    def test_a_finger_on_the_middle_of_a_number_hits_that_number(self, page, address):
        page.set_viewport_size(NARROW)
        page.goto(address)
        assert page.locator(".cite + .cite").count() > 20
        assert page.evaluate(MISSED) == []

    def test_neighbors_stand_apart_as_far_as_a_finger_needs(self, page, address):
        page.set_viewport_size(NARROW)
        page.goto(address)
        assert min(page.evaluate(DISTANCES)) >= 24


class TestWithoutScript:
    def test_a_number_opens_its_preview_by_click_and_by_keyboard(self, page_without_javascript, address):
        page = page_without_javascript
        page.goto(address)
        number(page).click()
        expect(preview(page)).to_be_visible()
        page.keyboard.press("Escape")
        number(page, "cohen2018-a").focus()
        page.keyboard.press("Enter")
        expect(preview(page, "cohen2018")).to_be_visible()

    def test_references_and_text_lead_to_each_other(self, page_without_javascript, address):
        page = page_without_javascript
        page.goto(address)
        number(page).click()
        preview(page).get_by_role("link", name="In the list").click()
        expect(page.locator("#ref-peltoniemi2016")).to_be_in_viewport()
        page.locator('#ref-peltoniemi2016 a[href="#cite-peltoniemi2016-b"]').click()
        expect(page.locator("#cite-peltoniemi2016-b")).to_be_in_viewport()

    def test_the_contents_are_there(self, page_without_javascript, address):
        page = page_without_javascript
        page.set_viewport_size(WIDE)
        page.goto(address)
        page.get_by_role("navigation", name="On this page").get_by_role("link", name="Cost and insurance").click()
        expect(page.get_by_role("heading", name="Cost and insurance")).to_be_in_viewport()


class TestContents:
    def marked(self, page):
        return page.locator('.guide-contents a[aria-current="true"]')

    def test_they_follow_the_reader_down_and_up(self, guide):
        expect(self.marked(guide)).to_have_count(0)
        guide.locator("#side-effects").evaluate("element => element.scrollIntoView()")
        expect(self.marked(guide)).to_have_text("Side effects and risks")
        guide.locator("#what-it-is").evaluate("element => element.scrollIntoView()")
        expect(self.marked(guide)).to_have_text("What ketamine is")
        guide.evaluate("scrollTo(0, 0)")
        expect(self.marked(guide)).to_have_count(0)

    def test_the_mark_is_in_view(self, guide):
        guide.locator("#references").evaluate("element => element.scrollIntoView()")
        expect(self.marked(guide)).to_have_text("References")
        expect(self.marked(guide)).to_be_in_viewport()

    def test_they_mark_the_part_of_a_section_too(self, guide):
        guide.locator("#a-session").evaluate("element => element.scrollIntoView()")
        expect(self.marked(guide)).to_have_text("A session")

    def test_they_keep_nothing_and_move_nothing_in_the_text(self, guide):
        guide.emulate_media(reduced_motion="reduce")
        guide.locator("#cost").evaluate("element => element.scrollIntoView()")
        expect(self.marked(guide)).to_have_text("Cost and insurance")
        before = guide.evaluate("scrollY")
        guide.wait_for_timeout(300)
        assert guide.evaluate("scrollY") == before
        assert kept_about_visitor(guide) == set()

    def test_without_script_they_mark_nothing(self, page_without_javascript, address):
        page_without_javascript.goto(f"{address}#cost")
        expect(self.marked(page_without_javascript)).to_have_count(0)

    def test_on_a_phone_they_open_on_request(self, page, address):
        page.set_viewport_size(NARROW)
        page.goto(address)
        link = page.locator(".guide-contents").get_by_role("link", name="Cost and insurance")
        expect(link).to_be_hidden()
        page.locator(".guide-contents summary").click()
        link.click()
        expect(page.locator("#cost")).to_be_in_viewport()


class TestEveryWidth:
    def test_nothing_scrolls_sideways(self, guide):
        assert wider_than_its_window(guide, [320, 768, 1280]) == []

    def test_axe_finds_nothing_in_an_open_preview(self, guide, axe):
        number(guide).click()
        axe(guide)

    def test_on_a_phone_every_cell_of_a_table_is_in_sight_and_says_its_column(self, page, address):
        page.set_viewport_size(NARROW)
        page.goto(address)
        cell = page.locator(".table-wrap td[data-label]").first
        box = cell.bounding_box()
        assert box["x"] + box["width"] <= NARROW["width"]
        assert cell.evaluate("cell => getComputedStyle(cell, '::before').content").strip('"') == cell.get_attribute(
            "data-label"
        )

    def test_certainty_stands_in_the_margin_of_a_wide_page_and_in_line_on_a_phone(self, guide):
        mark = guide.locator(".guide-text > p > .certainty").first
        paragraph = guide.locator(".guide-text > p:has(.certainty)").first
        assert mark.bounding_box()["x"] >= paragraph.bounding_box()["x"] + paragraph.bounding_box()["width"]
        guide.set_viewport_size(NARROW)
        assert mark.bounding_box()["x"] < paragraph.bounding_box()["x"] + paragraph.bounding_box()["width"]


class TestTextSize:
    @pytest.mark.parametrize("name", ["guide", "glossary", "checklist_of_questions"])
    def test_it_follows_the_size_that_the_browser_is_set_to(self, page, site, name):
        page.set_viewport_size(WIDE)
        page.goto(site[name])
        measure = "selector => parseFloat(getComputedStyle(document.querySelector(selector)).fontSize)"
        chosen = ["body", "main h1", "main a", ".site-nav a", ".site-footer p"]
        before = [page.evaluate(measure, selector) for selector in chosen]
        page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
        page.wait_for_function("getComputedStyle(document.documentElement).fontSize === '32px'")
        after = [page.evaluate(measure, selector) for selector in chosen]
        assert min(new / old for new, old in zip(after, before, strict=True)) > 1.6
        assert not wider_than_its_window(page, [WIDE["width"]])


class TestPaper:
    def test_it_prints_plain_numbers_and_no_controls(self, guide):
        guide.emulate_media(media="print")
        expect(guide.locator("#cite-peltoniemi2016-b a")).to_be_visible()
        expect(number(guide)).to_be_hidden()
        expect(guide.locator(".guide-contents")).to_be_hidden()
        expect(guide.locator("#ref-peltoniemi2016")).to_be_visible()

    def test_the_files_of_references_come_as_downloads(self, guide):
        for name, extension in [("BibTeX", "bib"), ("RIS", "ris"), ("CSL-JSON", "json")]:
            with guide.expect_download() as download:
                guide.get_by_role("link", name=name, exact=True).click()
            assert re.fullmatch(rf"ketamine-iv-infusions-references\.{extension}", download.value.suggested_filename)


class TestHelp:
    """On a phone: the strip at the top of every page, and then the guide's own box."""

    @pytest.fixture
    def box(self, page):
        page.set_viewport_size(NARROW)
        return page.locator(".guide .callout-crisis").first

    def test_it_comes_before_who_wrote_the_guide(self, page, site, box):
        for name in ("guide", "edition", "guide_with_checklist"):
            page.goto(site[name])
            assert box.bounding_box()["y"] < page.locator(".guide-facts").bounding_box()["y"], name
            assert wider_than_its_window(page, [320]) == [], name

    def test_where_the_guide_is_about_suicide_it_is_on_the_first_screen(self, page, site, box):
        page.goto(site["article_list"] + "ketamine-and-suicidal-thoughts/")
        help_at = box.get_by_text("988", exact=True).first.bounding_box()
        assert help_at["y"] + help_at["height"] <= NARROW["height"]
        assert box.bounding_box()["y"] < page.locator(".lede").bounding_box()["y"]
        expect(box.locator(".cite").first).to_be_visible()
