from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.utils import timezone

from directory.human_forms import new_stamp
from directory.limits import Limit, _key_of_the_day, address_of
from directory.models import Report
from tests.factories.directory import make_listing

ADDRESS = "203.0.113.7"


def test_so_many_times_and_no_more():
    limit = Limit("letters", 3)
    assert [limit.allows(ADDRESS) for _ in range(5)] == [True, True, True, False, False]


def test_each_address_and_each_limit_is_counted_by_itself():
    letters = Limit("letters", 1)
    assert letters.allows(ADDRESS)
    assert letters.allows("203.0.113.8")
    assert Limit("forms", 1).allows(ADDRESS)


def test_the_next_day_begins_anew():
    limit = Limit("letters", 1)
    assert limit.allows(ADDRESS)
    assert not limit.allows(ADDRESS)
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        assert limit.allows(ADDRESS)


def test_nothing_that_is_kept_names_the_address():
    Limit("letters", 1).allows(ADDRESS)
    assert not [key for key in cache._cache if ADDRESS in key]
    assert not [value for value in cache._cache.values() if ADDRESS.encode() in value]


def test_each_day_has_a_random_key_of_its_own():
    today = _key_of_the_day()
    assert len(today) == 32
    assert _key_of_the_day() == today
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        assert _key_of_the_day() != today


@pytest.mark.django_db
def test_nothing_of_an_address_is_in_the_database(client):
    listing = make_listing()
    with time_machine.travel(timezone.now() - timedelta(seconds=10)):
        stamp = new_stamp()
    words = {"about": "price", "text": "It is $500.", "stamp": stamp}
    client.post(f"{listing.get_absolute_url()}report/", words, REMOTE_ADDR=ADDRESS)
    assert [value for value in vars(Report.objects.get()).values() if ADDRESS in str(value)] == []


@pytest.mark.parametrize(
    ("remote", "forwarded", "address"),
    [
        ("203.0.113.7", "", "203.0.113.7"),
        ("203.0.113.7", "198.51.100.1", "203.0.113.7"),
        ("127.0.0.1", "203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", "198.51.100.1, 203.0.113.7", "203.0.113.7"),
        ("127.0.0.1", "nonsense", "unknown"),
        ("127.0.0.1", "", "127.0.0.1"),
        ("::1", "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
    ],
)
def test_only_our_own_proxy_is_believed(rf, remote, forwarded, address):
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    assert address_of(rf.get("/", REMOTE_ADDR=remote, headers=headers)) == address
