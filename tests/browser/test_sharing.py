"""A reader passes a guide on, or a place in it: nobody else is told."""

import pytest
from playwright.sync_api import expect

PATH = "/articles/ketamine-iv-infusions/"
SHARES = "navigator.share = (what) => { window.shared = what; return Promise.resolve(); };"
CANCELS = "navigator.share = () => Promise.reject(new DOMException('', 'AbortError'));"


@pytest.fixture
def address(site):
    return site["guide"]


def test_citation_and_address_are_copied_and_this_is_said(address, page, context):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address)
    page.get_by_role("button", name="Copy the citation").click()
    expect(page.get_by_role("status")).to_have_text("Copied.")
    assert page.evaluate("navigator.clipboard.readText()").startswith("The Psychly Team. Ketamine IV Infusions")
    page.get_by_role("button", name="Copy the address").click()
    page.wait_for_function(f"navigator.clipboard.readText().then((text) => text.endsWith('{PATH}'))")


def test_where_the_browser_can_share_a_button_does(address, page):
    page.add_init_script(SHARES)
    page.goto(address)
    page.get_by_role("button", name="Share").click()
    shared = page.evaluate("window.shared")
    assert shared["url"].endswith(PATH)
    assert shared["title"] == "Ketamine IV Infusions: Everything You Need to Know"


def test_whoever_does_not_share_after_all_meets_no_error(address, page):
    page.add_init_script(CANCELS)
    page.goto(address)
    page.get_by_role("button", name="Share").click()
    expect(page.get_by_role("button", name="Share")).to_be_visible()


def test_where_it_cannot_there_is_no_such_button(address, page):
    page.add_init_script("Object.defineProperty(Navigator.prototype, 'share', { value: undefined });")
    page.goto(address)
    expect(page.get_by_role("button", name="Copy the address")).to_be_visible()
    expect(page.get_by_role("button", name="Share")).to_have_count(0)


def test_without_script_words_files_and_a_letter_are_there_and_no_dead_button(address, page_without_javascript):
    page = page_without_javascript
    page.goto(address)
    expect(page.get_by_text("Ketamine IV Infusions: Everything You Need to Know. Psychly, edition 1.")).to_be_visible()
    expect(page.get_by_role("link", name="Send its address by e-mail")).to_be_visible()
    for name in ("Copy the citation", "Copy the address", "Share"):
        expect(page.get_by_role("button", name=name)).to_have_count(0)
    with page.expect_download() as download:
        page.get_by_role("link", name="This page for BibTeX").click()
    assert download.value.suggested_filename == "ketamine-iv-infusions-1.bib"


def test_each_claim_can_be_linked_to_from_its_number(address, page):
    page.goto(address)
    page.locator("#cite-peltoniemi2016-b > button").click()
    page.locator("#preview-peltoniemi2016").get_by_role("link", name="Link to this place").click()
    assert page.url == f"{address}#cite-peltoniemi2016-b"
    expect(page.locator("#preview-peltoniemi2016")).to_be_hidden()
    page.locator("#cite-peltoniemi2016-a > button").click()
    page.locator("#preview-peltoniemi2016").get_by_role("link", name="Link to this place").click()
    assert page.url == f"{address}#cite-peltoniemi2016-a"


def test_such_a_link_leads_to_the_claim_and_marks_it(address, page_without_javascript):
    page = page_without_javascript
    page.goto(f"{address}#cite-kerrgaffney2025-a")
    claim = page.locator("#cite-kerrgaffney2025-a")
    expect(claim).to_be_in_viewport()
    assert claim.evaluate("element => element.matches(':target')")
    assert claim.evaluate("element => getComputedStyle(element).outlineStyle") == "solid"


def test_on_paper_the_citation_stays_and_the_controls_go(address, page):
    page.emulate_media(media="print")
    page.goto(address)
    expect(page.get_by_text("Ketamine IV Infusions: Everything You Need to Know. Psychly, edition 1.")).to_be_visible()
    expect(page.get_by_role("button", name="Copy the address")).to_be_hidden()
    expect(page.get_by_role("link", name="Send its address by e-mail")).to_be_hidden()
