"""What studies found: the table and the plot of the guide, and the way from the directory to each claim."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import COLORS
from tests.browser.eyes import narrow_targets, wider_than_its_window

pytestmark = pytest.mark.django_db(transaction=True)
COMPARE = "/directory/compare/?listing=quiet-harbor-infusions&listing=second-street-psychiatry"
LISTING = "/directory/quiet-harbor-infusions/"


def at(page, address, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)


def test_the_plot_fits_a_phone_and_a_desk_in_light_and_dark(site, page, axe):
    at(page, f"{site['guide']}#measured-differences", 320)
    strips = page.locator(".plot-strip")
    assert strips.count() == 6
    for width in (320, 768, 1280):
        assert wider_than_its_window(page, [width]) == []
        for strip in strips.all():
            assert strip.bounding_box()["width"] >= 100
    axe(page)
    page.emulate_media(color_scheme="dark")
    axe(page, COLORS)


def test_the_plot_says_in_words_what_it_shows(site, page):
    at(page, site["guide"], 1280)
    row = page.locator("table.plot tbody tr").first
    expect(row.get_by_role("img", name="0.58 (95% CI 0.44–0.72)")).to_be_visible()
    expect(row.locator("td").last).to_contain_text("0.58 (95% CI 0.44–0.72)")
    expect(row.locator("th")).to_contain_text("Treatment-resistant depression")


def test_the_plot_is_drawn_on_paper(site, page):
    page.emulate_media(media="print")
    at(page, site["guide"], 768)
    expect(page.locator(".plot-strip").first).to_be_visible()
    line = page.locator(".plot-interval").first
    assert line.evaluate("each => getComputedStyle(each).stroke") != "none"


def test_a_search_leads_to_the_claim(site, page, axe):
    at(page, f"{site['search_empty']}?route=iv_infusion&condition=trd", 320)
    summary = page.locator(".search-findings > summary")
    expect(summary).to_contain_text("IV infusion, moderate certainty")
    summary.click()
    leads_to_the_claim(page, axe)


@pytest.mark.parametrize("place", ["in_state", "in_city"])
def test_so_do_the_pages_of_places(site, page, axe, place):
    at(page, site[place], 320)
    leads_to_the_claim(page, axe)


@pytest.mark.parametrize("path", [LISTING, COMPARE])
def test_so_do_a_listing_and_a_comparison(sample, page, axe, path):
    at(page, sample + path, 320)
    leads_to_the_claim(page, axe)


def leads_to_the_claim(page, axe):
    finding = page.locator(".findings .facts-row").first
    expect(finding).to_contain_text("(moderate certainty)")
    axe(page)
    assert wider_than_its_window(page, [320, 1280]) == []
    assert narrow_targets(page) == []
    finding.get_by_role("link", name="In our guide").click()
    row = page.locator("tr#claim-infusions-for-depression")
    expect(row).to_be_in_viewport()
    assert row.evaluate("each => each.matches(':target')")


def test_a_search_tells_it_without_javascript(site, page_without_javascript):
    page = page_without_javascript
    page.goto(f"{site['search_empty']}?condition=ptsd")
    page.locator(".search-findings > summary").click()
    expect(page.locator(".findings")).to_contain_text("no longer clear once corrected for bias. (low certainty)")
