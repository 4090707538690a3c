"""Sessions: new at sign-in, dead at sign-out, and under the eyes of the one whose they are."""

from datetime import timedelta
from unittest.mock import patch

import pytest
import time_machine
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client, override_settings
from django.utils import timezone

from psychly.accounts import sessions
from psychly.models import User
from tests.factories.accounts import code_of_app, give_app, make_user, sign_in
from tests.psychly.accounts.letters import code_to
from tests.psychly.authorization.addresses import routes
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
    "a new password of one's own": lambda here, boss: here.post(
        "/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": "another long phrase", "password2": "another long phrase"},
    ),
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
    for hours in (3, 6, 9, 11):
        assert is_in_after(client, hours=hours)
    assert not is_in_after(client, hours=12, seconds=1)


def is_in_after(client, **later):
    """Asked for something then, and still somebody."""
    with time_machine.travel(timezone.now() + timedelta(**later)):
        client.get("/directory/mine/")
        return get_user(client).is_authenticated


@pytest.mark.parametrize(
    ("is_staff", "idle", "whole"), [(False, 4, 12), (True, 2, 8)], ids=["a provider", "staff, who can do more"]
)
class TestLimits:
    """Each by a moved clock."""

    @pytest.fixture
    def client(self, sam, is_staff):
        User.objects.update(is_staff=is_staff)
        return enter()

    def test_it_ends_where_nothing_is_asked_for(self, client, is_staff, idle, whole):
        assert is_in_after(client, hours=idle, seconds=-30)
        assert not is_in_after(client, hours=2 * idle, seconds=1)
        print(f"staff {is_staff}: gone {idle} hours after it was last used")

    def test_it_ends_however_much_is_asked_for(self, client, is_staff, idle, whole):
        steps = [float(hours) for hours in range(1, whole)]
        assert all(is_in_after(client, hours=hours) for hours in steps)
        assert not is_in_after(client, hours=whole, seconds=1)
        print(f"staff {is_staff}: gone {whole} hours after it began, asked for something every hour")

    def test_the_cookie_ends_with_it(self, client, is_staff, idle, whole):
        assert int(client.cookies[settings.SESSION_COOKIE_NAME]["max-age"]) == pytest.approx(idle * 3600, abs=5)

    def test_it_is_not_written_with_every_page(self, client, is_staff, idle, whole):
        before = Session.objects.get().expire_date
        assert is_in_after(client, minutes=4)
        assert Session.objects.get().expire_date == before
        assert is_in_after(client, minutes=6)
        assert Session.objects.get().expire_date > before


class TestAnotherKey:
    """Whoever shows once more who they are, or changes what they sign in with, leaves a copied cookie behind."""

    NEW = {"password1": "another long phrase", "password2": "another long phrase"}
    DEEDS = {
        "another password": lambda client, user: client.post(
            "/accounts/password/change/", {"oldpassword": PASSWORD} | TestAnotherKey.NEW
        ),
        "a first password": lambda client, user: client.post("/accounts/password/set/", TestAnotherKey.NEW),
        "the password again": lambda client, user: client.post("/accounts/reauthenticate/", {"password": PASSWORD}),
        "a code of a letter again": lambda client, user: client.post(
            "/accounts/reauthenticate/code/confirm/", {"code": code_to(user.email)}
        ),
        "the second step again": lambda client, user: client.post(
            "/accounts/2fa/reauthenticate/", {"code": code_of_app(user.secret)}
        ),
        "an app is added": lambda client, user: client.post(
            "/accounts/2fa/totp/activate/", {"code": code_of_app(user.secret)}
        ),
        "the app is taken away": lambda client, user: client.post("/accounts/2fa/totp/deactivate/"),
        "other recovery codes": lambda client, user: client.post("/accounts/2fa/recovery-codes/generate/"),
    }
    WITH_APP = {"the second step again", "the app is taken away", "other recovery codes"}

    def begin(self, deed, sam):
        """Signed in, and just before the deed."""
        client = Client()
        if deed == "a first password":
            sam.set_unusable_password()
            sam.save()
        if deed in self.WITH_APP:
            sam.secret = give_app(sam)
        client.post(SIGN_IN, {"login": sam.email})
        client.post("/accounts/login/code/confirm/", {"code": code_to(sam.email)})
        if deed in self.WITH_APP:
            client.post("/accounts/2fa/authenticate/", {"code": code_of_app(sam.secret)})
            # A code of an app counts once.
            cache.clear()
        if deed == "an app is added":
            self.ask_for_a_code(client, sam)
            self.DEEDS["a code of a letter again"](client, sam)
            client.get("/accounts/2fa/totp/activate/")
            sam.secret = client.session["mfa.totp.secret"]
        if deed == "a code of a letter again":
            self.ask_for_a_code(client, sam)
        return client

    def ask_for_a_code(self, client, sam):
        assert client.post("/accounts/reauthenticate/code/", {"recipient": sam.email}).status_code == 302

    @pytest.mark.parametrize("deed", DEEDS)
    def test_the_old_one_is_dead(self, sam, deed):
        here = self.begin(deed, sam)
        assert get_user(here).is_authenticated
        old = here.cookies[settings.SESSION_COOKIE_NAME].value
        answer = self.DEEDS[deed](here, sam)
        assert answer.status_code == 302, answer.content.decode()
        thief = Client()
        thief.cookies[settings.SESSION_COOKIE_NAME] = old
        survives = get_user(thief).is_authenticated
        print(f"{deed}: {int(survives)} of 1 old keys survives")
        assert not survives
        assert not Session.objects.filter(session_key=old).exists()
        assert get_user(here).is_authenticated
        assert here.cookies[settings.SESSION_COOKIE_NAME].value != old
        here.get("/accounts/sessions/")
        assert UserSession.objects.get().session_key == here.session.session_key

    def test_the_old_one_is_dead_once_another_address_is_theirs(self, sam):
        here = enter()
        self.DEEDS["the password again"](here, sam)
        assert (
            here.post("/accounts/email/", {"action_add": "", "email": "new@example.com"}).url
            == "/accounts/confirm-email/"
        )
        old = here.session.session_key
        code = code_to("new@example.com")
        here.post("/accounts/confirm-email/", {"code": code})
        assert User.objects.get(pk=sam.pk).email == "new@example.com"
        assert not Session.objects.filter(session_key=old).exists()
        assert get_user(here).is_authenticated

    def test_each_change_of_keys_is_an_address_of_the_site(self):
        assert {name for name, _route in routes()} >= sessions.CHANGES_OF_KEYS

    def test_after_a_fault_the_key_stays(self, sam):
        here = enter()
        here.raise_request_exception = False
        old = here.session.session_key
        with patch("allauth.account.views.PasswordChangeView.get_success_url", side_effect=RuntimeError):
            answer = here.post("/accounts/password/change/", {"oldpassword": PASSWORD} | self.NEW)
        assert answer.status_code == 500
        assert here.session.session_key == old

    def test_what_fails_changes_no_key(self, sam):
        here = enter()
        old = here.session.session_key
        assert here.post("/accounts/reauthenticate/", {"password": "wrong"}).status_code == 200
        assert here.session.session_key == old
