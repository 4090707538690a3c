"""Sessions: new at sign-in, dead at sign-out, and under the eyes of the one whose they are."""

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.models import Session
from django.test import Client, override_settings
from django.utils import timezone

from psychly.models import User
from tests.factories.accounts import make_user, sign_in
from tests.psychly.accounts.letters import code_to
from tests.psychly.test_every_page import settings_on_https

pytestmark = pytest.mark.django_db
SIGN_IN = "/accounts/login/"
PASSWORD = "a long pass phrase"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def sam():
    return make_user(password=PASSWORD)


def enter(**headers):
    client = Client(headers=headers)
    client.post(SIGN_IN, {"login": "sam@example.com", "password": PASSWORD})
    assert get_user(client).is_authenticated
    return client


def test_a_session_from_before_is_worth_nothing_after(sam):
    """Whoever planted a session in somebody's browser does not come in with them."""
    client = Client()
    client.post(SIGN_IN, {"login": "sam@example.com"})
    planted = client.session.session_key
    client.post("/accounts/login/code/confirm/", {"code": code_to("sam@example.com")})
    assert client.session.session_key != planted
    assert not Session.objects.filter(session_key=planted).exists()


def test_sign_out_ends_the_session_on_the_server(sam):
    client = enter()
    kept = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post("/accounts/logout/")
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = kept
    assert get_user(thief).is_anonymous


def test_a_link_alone_signs_nobody_out(sam):
    client = enter()
    assert "Sign out" in client.get("/accounts/logout/").content.decode()
    assert get_user(client).is_authenticated


def test_one_sees_where_one_is_signed_in_and_ends_the_others(sam):
    here, there = enter(user_agent=FIREFOX), enter()
    page = here.get("/accounts/sessions/").content.decode()
    assert "Firefox on Linux" in page
    assert "End all other sessions" in page
    here.post("/accounts/sessions/")
    assert get_user(there).is_anonymous
    assert get_user(here).is_authenticated


def test_nobody_sees_the_sessions_of_others(sam, client):
    enter(user_agent=FIREFOX)
    sign_in(client, make_user("kim@example.com"))
    assert "Firefox" not in client.get("/accounts/sessions/").content.decode()


def test_a_new_password_ends_the_other_sessions(sam):
    here, there = enter(), enter()
    new = {"oldpassword": PASSWORD, "password1": "another long phrase", "password2": "another long phrase"}
    response = here.post("/accounts/password/change/", new)
    assert response.status_code == 302
    assert "other sessions have ended" in here.get(response.url).content.decode()
    assert get_user(there).is_anonymous
    assert get_user(here).is_authenticated


def test_a_closed_account_has_no_session(sam):
    client = enter()
    User.objects.update(is_active=False)
    assert get_user(client).is_anonymous
    assert client.get("/accounts/email/").status_code == 302


def test_a_session_ends_after_twelve_hours(sam):
    assert enter().session.get_expiry_age() == 12 * 60 * 60


def test_a_session_that_has_run_out_is_nobodys(sam):
    client = enter()
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert get_user(client).is_anonymous


def test_its_cookie_is_for_this_site_alone(sam):
    with override_settings(**settings_on_https()):
        client = Client()
        data = {"login": "sam@example.com", "password": PASSWORD}
        cookie = client.post(SIGN_IN, data, secure=True).cookies["__Host-session"]
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (True, True, "Lax")
    assert (cookie["path"], cookie["domain"]) == ("/", "")


def test_a_forged_form_is_refused():
    client = Client(enforce_csrf_checks=True)
    for path in [
        SIGN_IN,
        "/accounts/signup/",
        "/accounts/login/code/",
        "/accounts/password/reset/",
        "/accounts/logout/",
    ]:
        assert client.post(path, {"email": "sam@example.com"}).status_code == 403


def test_pages_for_readers_look_at_no_session(sam):
    client = enter()
    response = client.get("/privacy/")
    assert "Cookie" not in response.headers.get("Vary", "")
    assert not response.cookies
    assert not hasattr(response.wsgi_request, "_cached_user")
    assert not response.wsgi_request.session.accessed


ENDINGS = {
    "sign out": lambda here, boss: here.post("/accounts/logout/"),
    "new password": lambda here, boss: other_session().post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": "another long phrase", "password2": "another long phrase"},
    ),
    "forgotten password": lambda here, boss: choose_a_new_password(Client()),
    "ended from another session": lambda here, boss: other_session().post("/accounts/sessions/"),
    "account closed by its owner": lambda here, boss: here.post(
        "/directory/mine/close-account/", {"email": "sam@example.com"}
    ),
    "account closed by staff": lambda here, boss: User.objects.filter(email="sam@example.com").update(is_active=False),
    "address changed by staff": lambda here, boss: boss.post(
        f"/admin/psychly/user/{User.objects.get(email='sam@example.com').pk}/change/",
        {"email": "moved@example.com", "name": "", "is_active": "on"},
    ),
    "twelve hours": lambda here, boss: None,
}


def other_session():
    return enter()


def choose_a_new_password(client):
    client.post("/accounts/password/reset/", {"email": "sam@example.com"})
    client.post("/accounts/password/reset/confirm/", {"code": code_to("sam@example.com")})
    new = {"password1": "another long phrase", "password2": "another long phrase"}
    client.post("/accounts/password/reset/complete/", new)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_cookie_that_was_kept_opens_nothing_after(sam, ending):
    boss, here = Client(), enter()
    sign_in(boss, make_user("boss@example.com", is_staff=True, is_superuser=True))
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = here.cookies[settings.SESSION_COOKIE_NAME].value
    assert get_user(thief).is_authenticated
    ENDINGS[ending](here, boss)
    later = timedelta(hours=12, seconds=1) if ending == "twelve hours" else timedelta()
    with time_machine.travel(timezone.now() + later):
        answer = thief.get("/accounts/email/")
        survives = get_user(thief).is_authenticated
    print(f"{ending}: {int(survives)} of 1 survives")
    assert (survives, answer.status_code) == (False, 302)


def test_nobody_stays_in_by_being_busy(sam):
    """A session ends twelve hours after it began, whatever was done in between."""
    client = enter()
    for hours in (4, 8, 11):
        with time_machine.travel(timezone.now() + timedelta(hours=hours)):
            assert client.get("/accounts/email/").status_code in {200, 302}
            assert get_user(client).is_authenticated
    with time_machine.travel(timezone.now() + timedelta(hours=12, seconds=1)):
        assert get_user(client).is_anonymous
