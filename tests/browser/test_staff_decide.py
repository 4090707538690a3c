"""What a provider sends, what staff decide with their second step, and what a visitor then sees: each in a browser."""

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from playwright.sync_api import expect

from directory.models import Listing
from tests.directory.photos import samples
from tests.factories.accounts import code_of_app, give_app, make_user, sign_in
from tests.factories.directory import make_manager

SLUG = "quiet-harbor-infusions"
MINE = f"/directory/mine/listings/{SLUG}/"


def enter(page, site, user):
    """As if they had typed the code of a letter; staff have their second step still before them."""
    client = Client()
    sign_in(client, user, second_factor=False)
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": site}])
    return page


@pytest.fixture
def provider(practices, page):
    return enter(page, practices, make_manager(Listing.objects.get(slug=SLUG), email="anna@example.com"))


@pytest.fixture
def desk(practices, new_context, watch):
    """Opened by the code of an app."""
    boss = make_user("boss@example.com", is_staff=True, is_superuser=True)
    secret = give_app(boss)
    page = enter(watch(new_context()).new_page(), practices, boss)
    page.goto(f"{practices}/admin/")
    page.get_by_label("Code of your authenticator app").fill(code_of_app(secret))
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("heading", name="The desk").wait_for()
    return page


@pytest.fixture
def reader(new_context, watch):
    return watch(new_context()).new_page()


def test_an_edit_is_sent_approved_and_read(practices, provider, desk, reader):
    words = "Quiet rooms beside the harbor."
    provider.goto(f"{practices}{MINE}edit/words/")
    provider.get_by_label("One sentence about the practice").fill(words)
    provider.get_by_role("button", name="Send to our staff").click()
    expect(provider.get_by_role("status")).to_contain_text("Sent to our staff.")
    reader.goto(f"{practices}/directory/{SLUG}/")
    expect(reader.get_by_text(words)).to_have_count(0)
    desk.goto(f"{practices}/admin/directory/change/?queue=waiting")
    desk.get_by_role("link", name="Quiet Harbor Infusions").click()
    desk.get_by_role("button", name="Approve what is chosen").click()
    desk.get_by_text("1 line is part of the listing now.").wait_for()
    reader.reload()
    expect(reader.get_by_text(words)).to_be_visible()


def test_a_photo_is_sent_prepared_approved_and_seen(practices, provider, desk, reader):
    alt = "A treatment room with a blue chair."
    provider.goto(f"{practices}{MINE}photos/")
    file = {"name": "room.jpg", "mimeType": "image/jpeg", "buffer": samples.jpeg_full_of_metadata()}
    provider.locator("input[type=file]").set_input_files(file)
    provider.get_by_label("What does it show?").fill(alt)
    provider.get_by_role("checkbox").check()
    provider.get_by_role("button", name="Send").click()
    expect(provider.get_by_role("status")).to_contain_text("We have your photo.")
    call_command("make_photos")
    desk.goto(f"{practices}/admin/directory/photo/?status__exact=waiting")
    desk.get_by_role("link", name=alt).click()
    desk.get_by_role("button", name="Approve").click()
    desk.get_by_text("1 photo decided.").wait_for()
    reader.goto(f"{practices}/directory/{SLUG}/")
    picture = reader.get_by_alt_text(alt)
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("picture => picture.naturalWidth") > 0
