"""A word that the glossary explains: by mouse, keyboard and touch, without script and on paper."""

import pytest
from playwright.sync_api import expect

from tests.browser.eyes import narrow_targets, walk, wider_than_its_window

NARROW, WIDE = {"width": 320, "height": 700}, {"width": 1280, "height": 900}


@pytest.fixture
def address(site):
    return site["guide"]


@pytest.fixture
def guide(page, address):
    page.set_viewport_size(WIDE)
    page.goto(address)
    return page


@pytest.fixture
def glossary(site):
    return site["glossary"]


def word(page, slug="median"):
    return page.locator(f'a.term[aria-describedby="term-{slug}"]')


def note(page, slug="median"):
    return page.locator(f".term-note:has(#term-{slug})")


class TestInAGuide:
    def test_it_opens_in_place_by_click_and_closes_by_escape(self, guide, address):
        expect(note(guide)).to_be_hidden()
        word(guide).click()
        expect(note(guide)).to_contain_text("half of all values are lower")
        assert guide.url == address
        guide.keyboard.press("Escape")
        expect(note(guide)).to_be_hidden()

    def test_it_opens_while_the_mouse_rests_on_it_and_closes_when_it_leaves(self, guide):
        word(guide).hover()
        expect(note(guide)).to_be_visible()
        guide.mouse.move(5, 5)
        expect(note(guide)).to_be_hidden()

    def test_a_mouse_that_passes_over_it_opens_nothing(self, guide):
        word(guide).hover()
        guide.wait_for_timeout(150)
        guide.mouse.move(5, 5)
        guide.wait_for_timeout(600)
        expect(note(guide)).to_be_hidden()

    def test_the_keyboard_is_shown_it_and_goes_on(self, guide):
        word(guide).focus()
        guide.keyboard.press("Shift+Tab")
        guide.keyboard.press("Tab")
        expect(word(guide)).to_be_focused()
        expect(note(guide)).to_be_visible()
        guide.keyboard.press("Tab")
        expect(note(guide)).to_be_hidden()
        assert guide.evaluate("document.activeElement.closest('.guide-text') !== null")

    def test_enter_lets_the_keyboard_in_and_on_to_the_glossary(self, guide, glossary):
        word(guide).focus()
        guide.keyboard.press("Enter")
        expect(note(guide)).to_be_visible()
        guide.keyboard.press("Tab")
        expect(note(guide).get_by_role("link")).to_be_focused()
        guide.keyboard.press("Enter")
        guide.wait_for_url(f"{glossary}#median")
        expect(guide.locator("#median")).to_be_in_viewport()

    def test_a_screen_reader_hears_the_explanation_with_the_link(self, guide):
        expect(word(guide)).to_have_accessible_description(note(guide).locator("p").first.text_content())

    def test_it_opens_by_touch_at_the_foot_of_a_phone(self, new_context, watch, address):
        page = watch(new_context(viewport=NARROW, has_touch=True, is_mobile=True)).new_page()
        page.goto(address)
        word(page).tap()
        expect(note(page)).to_be_visible()
        box = note(page).bounding_box()
        assert (round(box["y"] + box["height"]), round(box["width"])) == (NARROW["height"], NARROW["width"])
        assert page.url == address

    def test_a_click_with_a_key_held_down_follows_the_link(self, guide, glossary):
        with guide.context.expect_page() as opened:
            word(guide).click(modifiers=["ControlOrMeta"])
        opened.value.wait_for_url(f"{glossary}#median")
        expect(note(guide)).to_be_hidden()

    def test_without_script_it_leads_to_the_word_in_the_glossary(self, page_without_javascript, address, glossary):
        page = page_without_javascript
        page.goto(address)
        word(page).click()
        page.wait_for_url(f"{glossary}#median")
        expect(page.locator("#median")).to_be_in_viewport()

    def test_on_paper_it_is_a_plain_word_and_all_explanations_follow(self, guide):
        guide.emulate_media(media="print")
        assert word(guide).evaluate("word => getComputedStyle(word).textDecorationLine") == "none"
        expect(guide.get_by_role("heading", name="Words explained")).to_be_visible()
        notes = guide.locator(".term-note")
        assert notes.count() == guide.locator("a.term").count()
        for each in (notes.first, notes.last):
            expect(each).to_be_visible()
        expect(notes.first.get_by_role("link")).to_be_hidden()

    def test_on_a_screen_they_do_not_follow(self, guide):
        expect(guide.get_by_text("Words explained")).to_be_hidden()

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_axe_finds_nothing_in_an_open_explanation(self, guide, axe, scheme):
        guide.emulate_media(color_scheme=scheme)
        word(guide).click()
        axe(guide)

    def test_it_is_quieter_than_a_link_and_still_one(self, guide):
        style = "element => [getComputedStyle(element).color, getComputedStyle(element).textDecorationStyle]"
        color, line = word(guide).evaluate(style)
        assert color == guide.locator(".guide-text > p").first.evaluate(style)[0]
        assert line == "dotted"


class TestThePage:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_it_fits_is_easy_to_hit_and_has_no_fault_that_axe_knows(self, page, glossary, axe, scheme):
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size(NARROW)
        page.goto(glossary)
        axe(page)
        assert narrow_targets(page) == []
        assert walk(page) == []
        assert wider_than_its_window(page, [320, 768, 1280]) == []

    def test_letters_and_words_can_be_linked_to(self, page_without_javascript, glossary):
        page = page_without_javascript
        page.goto(glossary)
        page.get_by_role("navigation", name="Letters").get_by_role("link", name="S", exact=True).click()
        expect(page.get_by_role("heading", name="S", exact=True)).to_be_in_viewport()
        page.goto(f"{glossary}#esketamine")
        expect(page.get_by_role("heading", name="Esketamine")).to_be_in_viewport()

    def test_a_source_opens_beside_its_number(self, page, glossary):
        page.goto(glossary)
        page.locator(".cite > button").first.click()
        expect(page.locator(".preview:popover-open")).to_have_count(1)

    def test_it_prints_all_words_and_sources_and_no_controls(self, page, glossary):
        page.goto(glossary)
        page.emulate_media(media="print")
        expect(page.get_by_role("navigation", name="Letters")).to_be_hidden()
        expect(page.locator(".cite > button").first).to_be_hidden()
        expect(page.locator("#vital-signs")).to_be_visible()
        assert all(word.is_visible() for word in page.locator(".glossary-text h3").all())
        expect(page.locator(".reference").last).to_be_visible()
