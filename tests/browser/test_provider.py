"""The pages of who keeps a listing true, as a browser shows them."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client

from directory.models import Listing, Sighting
from directory.sightings.counting import week_of
from tests.browser.eyes import wider_than_its_window
from tests.factories.directory import days_ago, make_draft, make_manager
from tests.provider_pages import PROVIDER_PAGES, path_of

SLUG = "quiet-harbor-infusions"


@pytest.fixture
def manager(practices, page):
    """Signed in, with a listing that is due and has been seen."""
    Listing.objects.filter(slug=SLUG).update(confirmed_on=days_ago(100))
    listing = Listing.objects.get(slug=SLUG)
    Sighting.objects.add(week_of(days_ago(0)) - timedelta(weeks=2), {listing.pk: (12, 40)})
    client = Client()
    client.force_login(make_manager(listing, make_draft()))
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": practices}])
    return page


def test_every_page_is_accessible_and_fits_a_phone(manager, practices, axe):
    for name in PROVIDER_PAGES:
        manager.goto(practices + path_of(name, SLUG))
        for width in (1280, 320):
            assert wider_than_its_window(manager, [width]) == [], name
            axe(manager)


def test_a_listing_is_confirmed_from_the_first_page_by_keyboard(manager, practices):
    manager.goto(f"{practices}/directory/mine/")
    manager.get_by_role("link", name="Look at the facts and confirm them").focus()
    manager.keyboard.press("Enter")
    manager.get_by_role("button", name="Yes, all of this is still true").focus()
    manager.keyboard.press("Enter")
    manager.get_by_role("heading", name="Thank you").wait_for()
    assert Listing.objects.get(slug=SLUG).confirmed_on == days_ago(0)
