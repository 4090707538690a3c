"""A listing is claimed by a person on a phone, from its public page to the first page of who keeps it."""

import pytest
from django.conf import settings
from django.test import Client

from directory.models import Claim, Listing
from tests.directory.models.claiming import code_for
from tests.factories.directory import make_manager

SLUG = "quiet-harbor-infusions"


@pytest.fixture
def claimant(practices, page):
    """Signed in, with nothing of their own."""
    Listing.objects.filter(slug=SLUG).update(email="office@quiet.example")
    client = Client()
    client.force_login(make_manager(email="anna@example.com"))
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": practices}])
    page.set_viewport_size({"width": 320, "height": 900})
    return page


def fits(page):
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url


def test_a_listing_is_claimed_by_keyboard_with_the_code_from_the_letter(claimant, practices, axe):
    claimant.goto(f"{practices}/directory/{SLUG}/")
    claimant.get_by_role("link", name="Claim it").focus()
    claimant.keyboard.press("Enter")
    claimant.get_by_role("heading", name="Is this your practice?").wait_for()
    fits(claimant)
    axe(claimant)
    claimant.get_by_label("A letter to the e-mail address that the listing has").focus()
    claimant.keyboard.press("Space")
    claimant.get_by_label("Who are you at this practice?").fill("Anna Testperson, office manager")
    claimant.get_by_role("button", name="Claim this listing").focus()
    claimant.keyboard.press("Enter")
    claimant.get_by_role("heading", name="Type the code from our letter").wait_for()
    fits(claimant)
    axe(claimant)
    claimant.get_by_label("Code from the letter").fill(code_for(Claim.objects.get()).lower())
    claimant.keyboard.press("Enter")
    claimant.get_by_text("Yes: you keep this listing.").wait_for()
    claimant.get_by_role("link", name="Go to your listing").click()
    claimant.get_by_role("heading", name="Quiet Harbor Infusions").wait_for()
