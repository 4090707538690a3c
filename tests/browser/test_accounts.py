"""What only a browser shows of accounts: passkeys, and the whole way of a provider and of staff."""

import re

import pytest

from tests.factories.accounts import code_of_app, make_user
from tests.psychly.accounts.letters import CODE

HOME = re.compile(r"/directory/mine/$")
SECOND = "/accounts/2fa/"


@pytest.fixture
def address(live_server):
    """By name: browsers make no passkeys for a bare number."""
    return live_server.url.replace("127.0.0.1", "localhost")


@pytest.fixture
def phone(page):
    """A phone that keeps passkeys, and whose owner always agrees."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return session


def type_code(page, mailoutbox, button):
    page.get_by_label("Code").fill(CODE.search(mailoutbox[-1].body)[1])
    page.get_by_role("button", name=button).click()


def enter(page, address, mailoutbox, goal=SECOND):
    page.goto(f"{address}/accounts/login/?next={goal}")
    page.get_by_label("E-mail address").fill("sam@example.com")
    page.get_by_role("button", name="Sign in", exact=True).click()
    type_code(page, mailoutbox, "Sign in")


def test_an_account_is_opened_with_an_address_and_its_code_without_javascript(
    page_without_javascript, address, mailoutbox
):
    page = page_without_javascript
    page.goto(f"{address}/accounts/signup/?next={SECOND}")
    page.get_by_label("E-mail address").fill("nobody")
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_role("alert").get_by_role("link").click()
    page.get_by_label("E-mail address").fill("sam@example.com")
    page.get_by_role("button", name="Send me a code").click()
    type_code(page, mailoutbox, "Confirm the address")
    assert page.url.partition("#")[0] == address + SECOND
    assert page.get_by_role("heading", level=1).inner_text() == "Second step at sign-in"


def test_a_passkey_is_added_and_signs_in(page, address, mailoutbox, phone, axe):
    make_user()
    enter(page, address, mailoutbox)
    page.get_by_role("link", name="Look at your passkeys").click()
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_role("button", name="Send me a code").click()
    type_code(page, mailoutbox, "Go on")
    axe(page)
    page.get_by_role("button", name="Make the passkey").click()
    page.get_by_role("heading", name="Your recovery codes").wait_for()
    axe(page)
    page.get_by_role("link", name="Sign out").click()
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    page.goto(f"{address}/accounts/login/?next={SECOND}")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(address + SECOND)
    assert "1 passkey" in page.get_by_role("main").inner_text()


def test_an_account_is_opened_with_a_passkey(page, address, mailoutbox, phone):
    page.goto(f"{address}/accounts/signup/passkey/?next={SECOND}")
    page.get_by_label("E-mail address").fill("key@example.com")
    page.get_by_role("button", name="Send me a code").click()
    type_code(page, mailoutbox, "Confirm the address")
    page.get_by_role("button", name="Make the passkey").click()
    page.wait_for_url(address + SECOND)


def test_a_passkey_that_is_refused_is_said_in_words(page, address):
    page.goto(f"{address}/accounts/login/")
    page.evaluate(
        "() => { navigator.credentials.get = () => Promise.reject(new DOMException('no', 'NotAllowedError')) }"
    )
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.get_by_text("That did not work").wait_for()


def test_staff_set_up_an_app_and_open_the_desk(page, address, mailoutbox, axe):
    make_user(is_staff=True, is_superuser=True)
    enter(page, address, mailoutbox, goal="/admin/")
    page.get_by_text("The staff desk needs a second step").wait_for()
    page.get_by_role("link", name="Set up an app").click()
    page.get_by_role("button", name="Send me a code").click()
    type_code(page, mailoutbox, "Go on")
    axe(page)
    secret = page.locator("code").inner_text()
    page.get_by_label("Code that the app shows").fill(code_of_app(secret))
    page.get_by_role("button", name="Set up the app").click()
    page.get_by_role("heading", name="Your recovery codes").wait_for()
    recovery = page.locator(".account-codes li").first.inner_text()
    page.goto(f"{address}/admin/")
    page.get_by_label("Code of your authenticator app").fill(recovery)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("heading", name="The desk").wait_for()
