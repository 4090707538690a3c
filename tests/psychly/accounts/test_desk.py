"""The staff desk opens for staff who have shown a second factor, and leads everybody else to the next step."""

import time
from unittest.mock import patch

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from psychly.accounts.second_factor import COUNTS_FOR
from tests.factories.accounts import code_of_app, give_app, make_user, sign_in
from tests.psychly.accounts.letters import code_to

pytestmark = pytest.mark.django_db
DESK = "/admin/directory/listing/"
LOGIN = "/admin/login/"


@pytest.fixture
def boss():
    return make_user("boss@example.com", is_staff=True, is_superuser=True)


def knock(client, at=DESK):
    """Where a person ends who asks for a page of the desk: its own address if it opens."""
    response = client.get(at, follow=True)
    return response.redirect_chain[-1][0] if response.redirect_chain else at


def test_a_stranger_is_led_to_the_way_in_and_from_there_back(client):
    assert knock(client) == "/accounts/login/?next=%2Fadmin%2Fdirectory%2Flisting%2F"


def test_the_password_page_of_django_takes_no_password(client):
    user = make_user("boss@example.com", "a long pass phrase", is_staff=True, is_superuser=True)
    response = client.post(LOGIN, {"username": user.email, "password": "a long pass phrase"})
    assert response.url.startswith("/accounts/login/")
    assert "_auth_user_id" not in client.session


def test_who_is_not_staff_is_told_kindly(client):
    sign_in(client, make_user())
    response = client.get(DESK, follow=True)
    assert response.status_code == 403
    assert "not open to you" in response.content.decode()


def test_staff_without_a_second_factor_are_led_to_set_one_up(client, boss):
    sign_in(client, boss, second_factor=False)
    assert knock(client) == reverse("mfa_index")
    response = client.get(LOGIN)
    assert "second step" in str(list(get_messages(response.wsgi_request))[-1])


def test_a_session_without_it_is_asked_for_it_and_led_back(client, boss):
    secret = give_app(boss)
    sign_in(client, boss, second_factor=False)
    asked = knock(client)
    assert asked == "/accounts/2fa/reauthenticate/?next=%2Fadmin%2Fdirectory%2Flisting%2F"
    assert client.post(asked, {"code": "000000", "next": DESK}).status_code == 200
    assert knock(client) == asked
    assert client.post(asked, {"code": code_of_app(secret), "next": DESK}).url == DESK
    assert knock(client) == DESK


def test_whoever_signs_in_with_both_steps_is_in(client, boss):
    secret = give_app(boss)
    client.post("/accounts/login/", {"login": boss.email})
    client.post("/accounts/login/code/confirm/", {"code": code_to(boss.email)})
    assert knock(client) == reverse("mfa_authenticate")
    client.post(reverse("mfa_authenticate"), {"code": code_of_app(secret)})
    assert knock(client) == DESK


def test_a_recovery_code_opens_it_too(client, boss):
    give_app(boss)
    code = boss.authenticator_set.get(type="recovery_codes").wrap().get_unused_codes()[0]
    client.post("/accounts/login/", {"login": boss.email})
    client.post("/accounts/login/code/confirm/", {"code": code_to(boss.email)})
    client.post(reverse("mfa_authenticate"), {"code": code})
    assert knock(client) == DESK


def test_who_takes_the_factor_away_is_out_at_once(client, boss):
    sign_in(client, boss)
    assert knock(client) == DESK
    session = client.session
    session["account_authentication_methods"] = [
        *session["account_authentication_methods"],
        {"method": "code", "at": time.time(), "reauthenticated": True},
    ]
    session.save()
    assert client.post(reverse("mfa_deactivate_totp")).url == reverse("mfa_index")
    assert not Authenticator.objects.filter(user=boss).exists()
    assert knock(client) == reverse("mfa_index")


def test_a_desk_left_open_closes_before_the_session_does(client, boss):
    sign_in(client, boss)
    with patch("time.time", return_value=time.time() + COUNTS_FOR.total_seconds() + 1):
        assert knock(client).startswith(reverse("mfa_reauthenticate"))
    assert COUNTS_FOR.total_seconds() < settings.SESSION_COOKIE_AGE


def test_another_factor_of_the_account_does_not_open_a_session_that_used_the_lost_one(client, boss):
    sign_in(client, boss)
    boss.authenticator_set.filter(type="totp").delete()
    give_app(boss)
    assert knock(client).startswith(reverse("mfa_reauthenticate"))


def test_the_desk_leads_to_no_other_site(client, boss):
    sign_in(client, boss)
    for goal in ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:x", "/admin/login/"]:
        assert client.get(LOGIN, {"next": goal}).url == "/admin/"


def test_passwords_are_changed_where_everybody_changes_them(client, boss):
    sign_in(client, boss)
    assert client.get("/admin/password_change/").url == "/accounts/password/change/"


def test_a_superuser_helps_who_has_lost_every_factor(client, boss):
    sign_in(client, boss)
    lost = make_user("lost@example.com", is_staff=True)
    give_app(lost)
    data = {"action": "take_second_factors_away", "_selected_action": [lost.pk]}
    client.post("/admin/psychly/user/", data)
    assert not lost.authenticator_set.exists()
    assert boss.authenticator_set.exists()


def test_a_new_address_typed_by_staff_is_proved_at_the_next_sign_in(client, boss):
    sign_in(client, boss)
    user = make_user()
    theirs = Client()
    theirs.post("/accounts/login/", {"login": user.email})
    theirs.post("/accounts/login/code/confirm/", {"code": code_to(user.email)})
    data = {"email": "moved@example.com", "name": "", "is_active": "on"}
    assert client.post(f"/admin/psychly/user/{user.pk}/change/", data).status_code == 302
    assert not user.emailaddress_set.exists()
    assert get_user(theirs).is_anonymous


def test_no_secret_of_an_account_stands_on_the_desk(client, boss):
    sign_in(client, boss)
    for address in ["mfa/authenticator", "account/emailaddress", "usersessions/usersession"]:
        assert client.get(f"/admin/{address}/").status_code == 404
