"""Guessing and asking around at full size: `make test-corpora` runs it; test_limits.py holds the same rules small."""

import statistics
import time

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client, override_settings

from psychly.models import User
from tests.factories.accounts import make_user
from tests.psychly.accounts.ranks import chance_that_alike
from tests.psychly.accounts.test_limits import ADDRESS, PASSWORD, RESET, SIGN_IN, SIGN_UP, tries

pytestmark = [pytest.mark.corpora, pytest.mark.django_db]
MANY = 1000
SAMPLES, ROUNDS = 200, 2
MOST_LOOKED_AT = 10
MOST_MILLISECONDS_APART, MOST_PART_APART = 5, 0.02
# As slow as on a real site.
SLOW = override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.PBKDF2PasswordHasher"])


def addresses(number):
    return [f"203.{n // 62500}.{n // 250 % 250}.{n % 250 + 1}" for n in range(number)]


@pytest.mark.parametrize("where", [[ADDRESS] * MANY, addresses(MANY)], ids=["one address", "a thousand addresses"])
def test_of_a_thousand_passwords_on_one_account_ten_are_looked_at(where):
    make_user(password=PASSWORD)
    looked_at = tries(where)
    print(f"{connection.vendor}: {MANY} wrong passwords from {len(set(where))} addresses: {looked_at} looked at")
    assert looked_at <= MOST_LOOKED_AT


def test_one_password_on_a_thousand_accounts_is_looked_at_ten_times_a_minute():
    looked_at = sum(tries([ADDRESS], login=f"person{number}@example.com") for number in range(MANY))
    print(f"{connection.vendor}: one password on {MANY} accounts from one address: {looked_at} looked at")
    assert looked_at < MANY / 10


class TestNobodyLearnsWhoHasAnAccount:
    """Each kind of account against one that is not there, in turn, by the time of the thread that answers."""

    @pytest.fixture(autouse=True)
    def people(self):
        make_user("known@example.com", PASSWORD)
        make_user("bare@example.com")
        make_user("closed@example.com", PASSWORD)
        User.objects.filter(email="closed@example.com").update(is_active=False)

    @pytest.mark.parametrize(
        ("path", "field", "more"),
        [
            (SIGN_IN, "login", {"password": "wrong"}),
            (SIGN_IN, "login", {}),
            (RESET, "email", {}),
            (SIGN_UP, "email", {}),
        ],
        ids=["sign in by password", "sign in by code", "forgotten password", "sign up"],
    )
    def test_the_time_of_an_answer_tells_nothing(self, path, field, more):
        """Once more where something else that the machine did fell on one of them."""
        assert any(self.are_alike(path, field, more) for _round in range(ROUNDS))

    def are_alike(self, path, field, more):
        took = {"known": [], "bare": [], "closed": [], "unknown": []}
        for number in range(SAMPLES):
            for who, times in took.items():
                name = f"{who}{number}" if who == "unknown" else who
                times.append(self.milliseconds(path, {field: f"{name}@example.com"} | more))
        medians = {who: statistics.median(times) for who, times in took.items()}
        chances = {who: chance_that_alike(times, took["unknown"]) for who, times in took.items() if who != "unknown"}
        print(f"{connection.vendor}: {path} {more or 'no password'}, {SAMPLES} each:", end=" ")
        print(", ".join(f"{who} {medians[who]:.1f} ms (p {chances.get(who, 1):.3f})" for who in took))
        apart = max(abs(each - medians["unknown"]) for each in medians.values())
        User.objects.filter(email__startswith="unknown").delete()
        return apart <= max(MOST_MILLISECONDS_APART, medians["unknown"] * MOST_PART_APART)

    def milliseconds(self, path, data):
        cache.clear()
        client = Client()
        with SLOW:
            started = time.thread_time()
            client.post(path, data)
            return (time.thread_time() - started) * 1000
