from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from directory.upkeep.purges import purge_sessions, purge_unfinished_accounts
from psychly.models import User
from tests.factories.accounts import make_user
from tests.psychly.accounts.letters import code_to

pytestmark = pytest.mark.django_db
LONG_AGO = timezone.now() - timedelta(days=8)


def enter():
    make_user()
    client = Client()
    client.post("/accounts/login/", {"login": "sam@example.com"})
    client.post("/accounts/login/code/confirm/", {"code": code_to("sam@example.com")})


def test_a_session_that_has_run_out_goes_and_others_stay():
    enter()
    assert (purge_sessions(), UserSession.objects.count()) == (0, 1)
    Session.objects.update(expire_date=LONG_AGO)
    assert purge_sessions() == 1
    assert not UserSession.objects.exists()


def test_an_account_that_was_never_confirmed_goes_after_a_week():
    Client().post("/accounts/signup/", {"email": "new@example.com"})
    assert purge_unfinished_accounts() == 0
    User.objects.update(joined_at=LONG_AGO)
    assert purge_unfinished_accounts() == 1
    assert not EmailAddress.objects.exists()


def test_confirmed_accounts_and_those_of_staff_stay():
    make_user()
    User.objects.create_superuser("boss@example.com", "x")
    User.objects.create_user("made-by-staff@example.com")
    User.objects.update(joined_at=LONG_AGO)
    assert purge_unfinished_accounts() == 0
