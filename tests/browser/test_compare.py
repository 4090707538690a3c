"""A visitor sets practices side by side: from the cards of a search, on a phone, on paper, with or without a script."""

import re

import pytest
from playwright.sync_api import expect

from directory.models import Listing
from tests.factories.directory import days_ago, make_offering, state_that
from tests.pages import DENVER, listings_on

PHONE, DESK = {"width": 320, "height": 800}, {"width": 1280, "height": 900}
SEARCH = "/directory/?place=Denver&sort=name"
HARBOR, SECOND, THIRD = "Quiet Harbor Infusions", "Second Street Psychiatry", "Third Way Therapy"
PAIR = "listing=quiet-harbor-infusions&listing=second-street-psychiatry"


def press(page, role, name):
    with page.expect_navigation():
        page.get_by_role(role, name=name, exact=True).first.click()


def kept(page):
    return page.evaluate("sessionStorage.getItem('compare')")


def columns(page):
    return page.locator(".compare-names").first.locator("a")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_two_are_chosen_from_cards_compared_and_one_is_taken_out(practices, visitor, size):
    visitor.set_viewport_size(size)
    visitor.goto(practices + SEARCH)
    press(visitor, "link", f"Compare {HARBOR}")
    expect(visitor).to_have_url(re.compile(r"\?place=Denver&sort=name&listing=quiet-harbor-infusions#result-1$"))
    expect(visitor.get_by_text("Choose one more")).to_be_visible()
    press(visitor, "link", f"Compare {SECOND}")
    expect(visitor.get_by_role("heading", name="Comparing 2 of up to 4")).to_be_visible()
    press(visitor, "link", "Compare")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Compare providers")
    expect(visitor).to_have_title(f"Compare {HARBOR} and {SECOND} · Psychly")
    press(visitor, "link", f"Remove {SECOND}")
    expect(visitor.get_by_text("Choose at least one more practice")).to_be_visible()
    press(visitor, "link", "Choose another")
    expect(visitor).to_have_url(f"{practices}{SEARCH}&listing=quiet-harbor-infusions")
    press(visitor, "link", f"Remove {HARBOR} from the comparison")
    expect(visitor).to_have_url(f"{practices}{SEARCH}#result-1")


def test_the_search_can_go_on_and_keeps_who_was_chosen(practices, visitor):
    visitor.set_viewport_size(DESK)
    visitor.goto(f"{practices}{SEARCH}&listing=third-way-therapy")
    visitor.get_by_label("Esketamine nasal spray (Spravato)").check()
    press(visitor, "button", "Show results")
    expect(visitor.get_by_role("link", name=f"Remove: {THIRD}")).to_be_visible()
    expect(visitor.locator(".listing-card")).to_have_count(1)
    press(visitor, "link", f"Compare {SECOND}")
    press(visitor, "link", "Compare")
    press(visitor, "link", "Back to your search")
    expect(visitor.get_by_label("Esketamine nasal spray (Spravato)")).to_be_checked()
    expect(visitor.get_by_role("heading", name="Comparing 2 of up to 4")).to_be_visible()


def test_what_is_chosen_stays_in_view_and_hides_no_card(practices, page):
    page.set_viewport_size(PHONE)
    page.goto(f"{practices}{SEARCH}&{PAIR}#result-2")
    compare, card = page.get_by_role("link", name="Compare", exact=True), page.locator("#result-2")
    expect(compare).to_be_in_viewport(ratio=1)
    assert card.bounding_box()["y"] >= page.locator(".compare-tray-bar").bounding_box()["height"]


class TestWhatTheBrowserRemembers:
    def test_nothing_before_the_first_choice(self, practices, page):
        for address in (f"{SEARCH}&{PAIR}", f"/directory/compare/?{PAIR}", "/directory/third-way-therapy/"):
            page.goto(practices + address)
            assert kept(page) is None

    def test_another_search_offers_who_was_chosen_in_the_last_one(self, practices, page):
        page.goto(practices + SEARCH)
        press(page, "link", f"Compare {HARBOR}")
        page.goto(f"{practices}/directory/?place=Colorado")
        press(page, "link", "Keep them in this search")
        expect(page).to_have_url(f"{practices}/directory/?place=Colorado&listing=quiet-harbor-infusions")
        expect(page.get_by_role("link", name=f"Remove: {HARBOR}")).to_be_visible()

    def test_they_can_be_forgotten(self, practices, page):
        page.goto(practices + SEARCH)
        press(page, "link", f"Compare {HARBOR}")
        page.goto(practices + SEARCH)
        page.get_by_role("button", name="Forget them").click()
        expect(page.get_by_text("You chose practices to compare before.")).to_be_hidden()
        assert kept(page) is None

    def test_a_listing_joins_them_from_its_own_page(self, practices, page):
        page.goto(practices + SEARCH)
        press(page, "link", f"Compare {HARBOR}")
        page.goto(f"{practices}/directory/second-street-psychiatry/")
        press(page, "link", "Add to your comparison")
        expect(page).to_have_title(f"Compare {HARBOR} and {SECOND} · Psychly")
        page.goto(f"{practices}/directory/second-street-psychiatry/")
        expect(page.get_by_role("link", name="See your comparison")).to_be_visible()

    def test_a_listing_alone_begins_a_comparison_without_a_script(self, practices, visitor):
        visitor.goto(f"{practices}/directory/second-street-psychiatry/")
        press(visitor, "link", "Compare with others")
        press(visitor, "link", "Choose another")
        expect(visitor.get_by_role("link", name=f"Remove: {SECOND}")).to_be_visible()

    def test_after_going_back_the_address_is_right(self, practices, page):
        page.goto(practices + SEARCH)
        press(page, "link", f"Compare {HARBOR}")
        press(page, "link", f"Compare {SECOND}")
        page.go_back()
        expect(page.get_by_text("Choose one more")).to_be_visible()
        page.wait_for_function("sessionStorage.getItem('compare') === '[\"quiet-harbor-infusions\"]'")

    def test_the_last_one_taken_out_leaves_nothing(self, practices, page):
        page.goto(practices + SEARCH)
        press(page, "link", f"Compare {HARBOR}")
        press(page, "link", f"Remove: {HARBOR}")
        assert kept(page) is None


@pytest.fixture
def compared(practices):
    """Address of a comparison of two that differ in much."""
    harbor = Listing.objects.get(slug="quiet-harbor-infusions")
    Listing.objects.filter(pk=harbor.pk).update(session_monitor_role="rn", fasting="light", min_age=13)
    harbor.offerings.all().delete()
    make_offering(harbor, price_session_min_usd=450, sessions_initial_series=6, prices_as_of=days_ago(200))
    state_that(harbor, "emergency", "oxygen")
    return f"{practices}/directory/compare/?{PAIR}"


def test_on_a_wide_screen_the_names_stay_above_their_answers(compared, page):
    page.set_viewport_size({"width": 1280, "height": 600})
    page.goto(compared)
    page.get_by_role("heading", name="What will it cost?").scroll_into_view_if_needed()
    expect(columns(page).first).to_be_in_viewport(ratio=1)


def test_on_a_phone_each_answer_says_whose_it_is(compared, page):
    page.set_viewport_size(PHONE)
    page.goto(compared)
    line = page.locator("tr", has=page.get_by_role("rowheader", name="Who monitors the session"))
    expect(line.get_by_text(HARBOR)).to_be_visible()
    expect(line.get_by_text("Registered nurse")).to_be_visible()
    harbor, second = (cell.bounding_box() for cell in line.locator("td").all())
    assert second["y"] >= harbor["y"] + harbor["height"]


def test_on_a_wide_screen_a_name_is_read_once(compared, page):
    page.set_viewport_size(DESK)
    page.goto(compared)
    expect(page.locator("tbody").get_by_text(HARBOR, exact=True).first).to_be_hidden()
    expect(page.get_by_role("columnheader", name=HARBOR)).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_everything_unfolded_has_no_fault_that_axe_knows(compared, page, axe, size):
    page.set_viewport_size(size)
    page.goto(compared)
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    axe(page)


def test_the_button_prints_and_is_not_there_without_a_script(compared, page, page_without_javascript):
    page_without_javascript.goto(compared)
    expect(page_without_javascript.get_by_role("button", name="Print on one page")).to_be_hidden()
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(compared)
    page.get_by_role("button", name="Print on one page").click()
    assert page.evaluate("window.printed")


def test_on_paper_stands_what_decides_without_controls(compared, page):
    page.emulate_media(media="print")
    page.goto(compared)
    expect(page.get_by_text("Registered nurse")).to_be_visible()
    expect(page.get_by_role("link", name="(303) 555-0123").first).to_be_visible()
    expect(page.get_by_text(f"/directory/compare/?{PAIR}")).to_be_visible()
    expect(page.get_by_role("link", name="Call 988")).to_be_visible()
    for name in (f"Remove {HARBOR}", f"What to ask {HARBOR}", "Search for more"):
        expect(page.get_by_role("link", name=name)).to_be_hidden()
    expect(page.locator("summary").first).to_be_hidden()


def pages_of(pdf):
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("start", [0, 5, 10, 15])
def test_four_practices_fit_on_one_sheet(site, page, start):
    """Demonstrations answer at random, so that nearly everything differs: as full as a comparison gets."""
    address = site["search_city"].removesuffix(DENVER)
    four = listings_on(f"{address}/directory/?sort=name")[start : start + 4]
    chosen = "&".join(f"listing={path.split('/')[-2]}" for path in four)
    page.goto(f"{address}/directory/compare/?{chosen}")
    expect(columns(page)).to_have_count(4)
    assert pages_of(page.pdf(prefer_css_page_size=True)) == 1
