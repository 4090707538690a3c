"""A manager lists a practice on a phone, stops, goes on, and sends it; later they change a word of what is public."""

import re

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from directory.models import Listing
from tests.factories.directory import make_manager

PHONE = {"width": 320, "height": 700}


@pytest.fixture
def manager(practices):
    return make_manager(Listing.objects.get(slug="quiet-harbor-infusions"), name="A. Manager")


@pytest.fixture
def sign_in(practices, manager):
    """sign_in(page): as if they had typed their code."""
    client = Client()
    client.force_login(manager)
    cookie = {"name": settings.SESSION_COOKIE_NAME, "value": client.cookies[settings.SESSION_COOKIE_NAME].value}

    def sign_in(page):
        page.context.add_cookies([cookie | {"url": practices}])
        page.set_viewport_size(PHONE)
        return page

    return sign_in


def go_on(page):
    page.get_by_role("button", name="Save and go on").click()


def test_a_new_listing_from_nothing_to_sent(practices, manager, sign_in, page_without_javascript):
    page = sign_in(page_without_javascript)
    page.goto(f"{practices}/directory/mine/new/")
    page.get_by_label("Name of the practice").fill("Quiet Rooms")
    page.get_by_label("ZIP code", exact=True).fill("80202")
    page.get_by_role("button", name="Start a draft").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Where you are")
    page.get_by_label("Street and number").fill("1 Test Street")
    page.get_by_role("group", name="Are people treated at this address?").get_by_label("Yes").check()
    go_on(page)
    page.get_by_label("Phone", exact=True).fill("12")
    go_on(page)
    page.get_by_role("link", name=re.compile("^Phone")).click()
    page.get_by_label("Phone", exact=True).fill("303 555 0123")
    page.get_by_role("button", name="Save and stop here").click()

    # Another day.
    expect(page.get_by_role("heading", level=1)).to_have_text("Look it over and send it")
    page.get_by_role("list").get_by_role("link", name="Whether you have room").first.click()
    page.get_by_role("group", name="Do you take new patients now?").get_by_label("Waiting list").check()
    go_on(page)
    page.get_by_label("IV infusion").check()
    go_on(page)
    page.get_by_label("Minutes of the whole visit").fill("90")
    go_on(page)
    page.get_by_label("Treatment-resistant depression").check()
    go_on(page)
    page.get_by_label("Who prescribes?").select_option("Psychiatrist")
    page.get_by_role("button", name="Save and stop here").click()

    page.get_by_label(re.compile("I may speak for this practice")).check()
    page.get_by_role("button", name="Send to our staff").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("It is with our staff")
    listing = Listing.objects.get(name="Quiet Rooms")
    assert (listing.status, listing.consent_by, listing.phone.as_e164) == (
        "pending_review",
        "A. Manager",
        "+13035550123",
    )
    assert page.goto(f"{practices}/directory/{listing.slug}/").status == 404


def test_a_change_of_a_public_listing_waits(practices, sign_in, page, axe):
    sign_in(page).goto(f"{practices}/directory/mine/listings/quiet-harbor-infusions/edit/words/")
    page.get_by_label("One sentence about the practice").fill("A miracle for tired minds.")
    page.get_by_role("button", name="Send to our staff").click()
    expect(page.get_by_role("status")).to_contain_text("Sent to our staff.")
    expect(page.get_by_text("It promises more than anyone knows.")).to_be_visible()
    axe(page)
    page.goto(f"{practices}/directory/quiet-harbor-infusions/")
    expect(page.get_by_text("tired minds")).to_have_count(0)


def test_every_kind_of_control_can_be_used_by_everybody(practices, sign_in, page, axe):
    sign_in(page)
    for path in ("edit/place", "edit/prices", "edit/access", "edit/hours", "edit/people", "review"):
        page.goto(f"{practices}/directory/mine/listings/quiet-harbor-infusions/{path}/")
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], path
