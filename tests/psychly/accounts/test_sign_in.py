"""The ways in, and every way in which one is refused."""

import time
from unittest.mock import patch
from urllib.parse import urljoin, urlsplit

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user
from django.test import Client
from django.urls import reverse

from directory.models import Letter
from psychly.accounts.forms import SignUpForm
from psychly.models import User
from tests.factories.accounts import code_of_app, give_app, make_user
from tests.psychly.accounts.letters import code_to, letter_to

pytestmark = pytest.mark.django_db
SIGN_UP, SIGN_IN = "/accounts/signup/", "/accounts/login/"
CONFIRM, VERIFY = "/accounts/login/code/confirm/", "/accounts/confirm-email/"
PASSWORD = "a long pass phrase"
TOO_MANY = "too many tries"
# Ways to write an address of another site into `next`.
ELSEWHERE = [
    "//evil.example",
    "https://evil.example/",
    "http:evil.example",
    "https:/evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "///evil.example",
    "////evil.example",
    "/%09/evil.example",
    "\t//evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    " //evil.example",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "//evil.example@127.0.0.1",
    "https://127.0.0.1@evil.example",
    "https://testserver.evil.example",
    "//evil\u3002example",
    "\u2028//evil.example",
    "/\u2028/evil.example",
    "https:evil.example",
    "http:///evil.example",
    "//evil.example/%2f..",
    "ftp://evil.example",
    "vbscript:x",
    "//[::1]",
    "https://evil.example\\@testserver",
    "//evil.example?next=/",
    "//evil.example#/",
    "https://user:pass@evil.example",
]


def who(client):
    return get_user(client)


def sign_up(client, email="new@example.com"):
    client.post(SIGN_UP, {"email": email})
    return client.post(VERIFY, {"code": code_to(email)})


class TestSignUp:
    def test_an_address_and_its_code_are_enough(self, client):
        assert sign_up(client).url == "/directory/mine/"
        user = User.objects.get(email="new@example.com")
        assert who(client) == user
        assert not user.has_usable_password()
        assert EmailAddress.objects.get(user=user).verified

    def test_without_the_code_nobody_is_in(self, client):
        client.post(SIGN_UP, {"email": "new@example.com"})
        assert who(client).is_anonymous
        assert not EmailAddress.objects.filter(verified=True).exists()

    def test_an_address_that_has_an_account_gets_a_letter_and_no_second_one(self, client):
        make_user("Sam@Example.com")
        client.post(SIGN_UP, {"email": "sAM@example.com"})
        assert User.objects.count() == 1
        assert letter_to("sam@example.com").subject == "You have an account on Psychly already"
        assert client.post(VERIFY, {"code": "AAAA-AAAA"}).status_code in {200, 302}
        assert who(client).is_anonymous


class TestSignInByCode:
    @pytest.fixture(autouse=True)
    def sam(self):
        self.user = make_user()

    def ask(self, client, email="sam@example.com", **data):
        return client.post(SIGN_IN, {"login": email} | data)

    def test_a_code_signs_in_once(self, client):
        self.ask(client)
        code = code_to("sam@example.com")
        assert client.post(CONFIRM, {"code": code}).url == "/directory/mine/"
        assert who(client) == self.user
        client.post("/accounts/logout/")
        client.post(CONFIRM, {"code": code})
        assert who(client).is_anonymous

    def test_the_case_of_an_address_and_the_look_of_a_code_do_not_matter(self, client):
        self.ask(client, "SAM@EXAMPLE.COM")
        client.post(CONFIRM, {"code": " " + code_to("sam@example.com").lower().replace("-", "") + " "})
        assert who(client) == self.user

    def test_a_wrong_code_is_refused_beside_its_field(self, client):
        self.ask(client)
        assert "This code is not right" in client.post(CONFIRM, {"code": "AAAA-AAAA"}).content.decode()
        assert who(client).is_anonymous

    def test_after_three_wrong_codes_the_right_one_is_refused(self, client):
        self.ask(client)
        code = code_to("sam@example.com")
        for _ in range(3):
            client.post(CONFIRM, {"code": "AAAA-AAAA"})
        client.post(CONFIRM, {"code": code})
        assert who(client).is_anonymous

    def test_a_code_runs_out(self, client):
        self.ask(client)
        code = code_to("sam@example.com")
        with patch("time.time", return_value=time.time() + 15 * 60 + 1):
            client.post(CONFIRM, {"code": code})
        assert who(client).is_anonymous

    def test_the_code_of_another_account_is_refused(self, client):
        make_user("kim@example.com")
        self.ask(client)
        other = Client()
        self.ask(other, "kim@example.com")
        client.post(CONFIRM, {"code": code_to("kim@example.com")})
        assert who(client).is_anonymous

    def test_a_code_opens_nothing_in_another_browser(self, client):
        self.ask(client)
        other = Client()
        other.post(CONFIRM, {"code": code_to("sam@example.com")})
        assert who(other).is_anonymous

    def test_a_closed_account_gets_no_code(self, client):
        User.objects.update(is_active=False)
        self.ask(client)
        assert "There is no account" in letter_to("sam@example.com").subject

    def test_only_three_codes_in_fifteen_minutes(self, client):
        for _ in range(3):
            self.ask(Client())
        assert TOO_MANY in self.ask(Client()).content.decode()
        assert Letter.objects.count() == 3

    @pytest.mark.parametrize("goal", ELSEWHERE)
    def test_it_leads_to_no_other_site(self, client, goal):
        response = self.ask(client, next=goal)
        assert response.url.startswith(CONFIRM)
        response = client.post(CONFIRM, {"code": code_to("sam@example.com"), "next": goal})
        assert response.status_code == 302
        assert urlsplit(urljoin("http://testserver/", response.url)).netloc == "testserver"
        assert who(client) == self.user

    def test_it_leads_to_where_somebody_wanted_to_go(self, client):
        self.ask(client, next="/accounts/2fa/")
        assert (
            client.post(CONFIRM, {"code": code_to("sam@example.com"), "next": "/accounts/2fa/"}).url == "/accounts/2fa/"
        )


class TestSignInByPassword:
    @pytest.fixture(autouse=True)
    def sam(self):
        self.user = make_user(password=PASSWORD)

    def test_a_password_signs_in(self, client):
        client.post(SIGN_IN, {"login": "Sam@example.com", "password": PASSWORD})
        assert who(client) == self.user

    def test_a_wrong_one_is_refused(self, client):
        page = client.post(SIGN_IN, {"login": "sam@example.com", "password": "x"}).content.decode()
        assert "do not belong together" in page
        assert who(client).is_anonymous

    def test_the_first_superuser_proves_the_address_by_a_code(self, client):
        User.objects.create_superuser("Boss@Example.com", PASSWORD)
        assert client.post(SIGN_IN, {"login": "boss@example.com", "password": PASSWORD}).url == VERIFY
        client.post(VERIFY, {"code": code_to("boss@example.com")})
        assert who(client).email.lower() == "boss@example.com"
        assert EmailAddress.objects.get(user=who(client)).verified

    def test_a_new_password_by_a_code_ends_the_old_sessions(self, client):
        client.post(SIGN_IN, {"login": "sam@example.com", "password": PASSWORD})
        other = Client()
        other.post("/accounts/password/reset/", {"email": "sam@example.com"})
        other.post("/accounts/password/reset/confirm/", {"code": code_to("sam@example.com")})
        new = {"password1": "another long phrase", "password2": "another long phrase"}
        assert other.post("/accounts/password/reset/complete/", new).status_code == 302
        assert who(client).is_anonymous
        assert who(other).is_anonymous
        assert "chosen" in letter_to("sam@example.com").text


class TestSecondStep:
    @pytest.fixture(autouse=True)
    def sam(self, client):
        self.user = make_user()
        self.secret = give_app(self.user)
        client.post(SIGN_IN, {"login": "sam@example.com"})
        assert client.post(CONFIRM, {"code": code_to("sam@example.com")}).url == "/accounts/2fa/authenticate/"

    def send(self, client, code):
        return client.post(reverse("mfa_authenticate"), {"code": code})

    def test_a_code_by_mail_alone_is_not_enough(self, client):
        assert who(client).is_anonymous

    def test_the_app_opens(self, client):
        self.send(client, code_of_app(self.secret))
        assert who(client) == self.user

    def test_a_code_of_the_app_opens_once(self, client):
        code = code_of_app(self.secret)
        self.send(client, code)
        client.post("/accounts/logout/")
        client.post(SIGN_IN, {"login": "sam@example.com"})
        client.post(CONFIRM, {"code": code_to("sam@example.com")})
        self.send(client, code)
        assert who(client).is_anonymous

    def test_a_recovery_code_opens_once(self, client):
        code = self.user.authenticator_set.get(type="recovery_codes").wrap().get_unused_codes()[0]
        self.send(client, code)
        assert who(client) == self.user
        assert code not in self.user.authenticator_set.get(type="recovery_codes").wrap().get_unused_codes()

    def test_after_ten_wrong_codes_the_right_one_waits(self, client):
        for _ in range(10):
            assert "not right" in self.send(client, "000000").content.decode()
        assert TOO_MANY in self.send(client, code_of_app(self.secret)).content.decode()
        assert who(client).is_anonymous


def test_the_slower_of_two_clicks_at_sign_up_meets_the_account_of_the_other(client):
    """Between its look whether there is one and its own there was time for the other to make it."""
    save = SignUpForm.save

    def too_late(form, request):
        make_user("new@example.com")
        return save(form, request)

    with patch.object(SignUpForm, "save", too_late):
        answer = client.post(SIGN_UP, {"email": "new@example.com"})
    assert answer.status_code == 302
    assert User.objects.filter(email="new@example.com").count() == 1
    assert who(client).is_anonymous
    assert Letter.objects.filter(to="new@example.com").count() == 1


class TestNewAddress:
    @pytest.fixture(autouse=True)
    def sam(self, client):
        self.user = make_user()
        client.post(SIGN_IN, {"login": "sam@example.com"})
        client.post(CONFIRM, {"code": code_to("sam@example.com")})
        client.post("/accounts/reauthenticate/code/", {"recipient": "sam@example.com"})
        client.post("/accounts/reauthenticate/code/confirm/", {"code": code_to("sam@example.com")})

    def change(self, client, email):
        return client.post("/accounts/email/", {"email": email, "action_add": ""})

    def test_the_new_one_gets_a_code_and_the_old_one_a_notice(self, client):
        assert self.change(client, "New@Example.com").url == VERIFY
        self.user.refresh_from_db()
        assert self.user.email == "sam@example.com"
        client.post(VERIFY, {"code": code_to("new@example.com")})
        self.user.refresh_from_db()
        assert self.user.email == "new@example.com"
        assert list(EmailAddress.objects.filter(user=self.user).values_list("email", flat=True)) == ["new@example.com"]
        notice = letter_to("sam@example.com")
        assert "has changed" in notice.subject
        for words in (notice.text, notice.html):
            assert "answer this letter today" in words
            assert "sign in, end all other sessions" not in words
            assert "/accounts/" not in words

    def test_an_address_of_somebody_else_cannot_be_taken(self, client):
        make_user("kim@example.com")
        self.change(client, "KIM@example.com")
        client.post(VERIFY, {"code": "AAAA-AAAA"})
        self.user.refresh_from_db()
        assert self.user.email == "sam@example.com"

    def test_it_asks_first_whether_it_is_you(self, client):
        session = client.session
        session["account_authentication_methods"][-1]["at"] -= 3600
        session.save()
        assert self.change(client, "new@example.com").url.startswith("/accounts/reauthenticate/")
        assert not EmailAddress.objects.filter(email="new@example.com").exists()
