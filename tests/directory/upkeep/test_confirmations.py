"""Providers are asked in time, once, and never when it makes no sense."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from directory.models import Letter, Listing
from directory.upkeep.confirmations import ask_for_confirmations
from tests.factories.directory import days_ago, make_listing, make_manager

pytestmark = pytest.mark.django_db
NEW_YORK = ZoneInfo("America/New_York")


def due(days, **fields):
    return make_listing(**{"email": "office@quiet.example", "confirmed_on": days_ago(days)} | fields)


def subjects():
    return list(Letter.objects.order_by("pk").values_list("subject", flat=True))


@pytest.mark.parametrize(("days", "number"), [(75, 0), (76, 1), (90, 1), (91, 1), (121, 1), (135, 1), (136, 0)])
def test_a_letter_is_written_from_the_first_day_to_the_last(days, number):
    due(days)
    assert ask_for_confirmations() == number
    assert Letter.objects.count() == number


def test_running_it_twice_writes_nothing_more():
    due(80)
    assert [ask_for_confirmations(), ask_for_confirmations()] == [1, 0]


def test_each_stage_is_asked_once_over_the_whole_time():
    due(0)
    start = timezone.now()
    for day in range(200):
        with time_machine.travel(start + timedelta(days=day)):
            ask_for_confirmations()
    assert len(subjects()) == 5


def test_days_that_were_missed_are_not_made_up_for():
    due(95)
    ask_for_confirmations()
    assert subjects() == ["Your listing on Psychly is now marked as not confirmed"]


def test_after_a_confirmation_the_time_runs_anew():
    listing = due(80)
    ask_for_confirmations()
    listing.confirm(by=None)
    assert ask_for_confirmations() == 0
    with time_machine.travel(timezone.now() + timedelta(days=76)):
        assert ask_for_confirmations() == 1


def test_without_an_address_of_its_own_each_manager_is_asked_once(client):
    listing = due(95, email="")
    people = [make_manager(listing), make_manager(listing)]
    make_manager(due(0, email=""))
    assert [ask_for_confirmations(), ask_for_confirmations()] == [2, 0]
    letters = Letter.objects.filter(listing=listing)
    assert {letter.to for letter in letters} == {person.email for person in people}
    for letter in letters:
        assert "because you keep this listing, and it names no e-mail address of its own" in letter.text
    path = letters[0].text.split("http://127.0.0.1:8000")[1].split()[0]
    client.post(path)
    listing.refresh_from_db()
    assert listing.days_since_confirmation == 0


def test_with_an_address_of_its_own_no_manager_is_asked():
    make_manager(due(95))
    ask_for_confirmations()
    assert Letter.objects.get().to == "office@quiet.example"


@pytest.mark.parametrize(("before", "after"), [("me@quiet.example", ""), ("", "me@quiet.example")])
def test_nobody_is_asked_twice_where_the_address_comes_or_goes_between(before, after):
    listing = due(80, email=before)
    make_manager(listing, email="me@quiet.example")
    assert ask_for_confirmations() == 1
    Listing.objects.update(email=after)
    assert ask_for_confirmations() == 0
    with time_machine.travel(timezone.now() + timedelta(days=6)):
        assert ask_for_confirmations() == 1


def test_the_longest_address_fits():
    listing = due(80, email="")
    make_manager(listing, email=f"{'m' * 64}@{'example' * 24}.com")
    assert ask_for_confirmations() == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"email": ""},
        {"is_demonstration": True},
        {"status": Listing.Status.SUSPENDED},
        {"status": Listing.Status.DRAFT},
    ],
)
def test_nobody_is_asked_who_cannot_answer_or_is_not_shown(fields):
    due(80, **fields)
    assert ask_for_confirmations() == 0


def test_the_day_begins_at_midnight_in_new_york():
    with time_machine.travel(datetime(2026, 3, 1, 12, tzinfo=NEW_YORK)):
        due(0)
    # 76 days later, with the change to summer time between.
    with time_machine.travel(datetime(2026, 5, 15, 23, 59, tzinfo=NEW_YORK)):
        assert ask_for_confirmations() == 0
    with time_machine.travel(datetime(2026, 5, 16, 0, 1, tzinfo=NEW_YORK)):
        assert ask_for_confirmations() == 1


def test_the_letter_goes_to_the_address_of_the_listing_with_a_link_that_works(client):
    listing = due(80)
    ask_for_confirmations()
    letter = Letter.objects.get()
    assert (letter.to, letter.listing) == ("office@quiet.example", listing)
    path = letter.text.split("http://127.0.0.1:8000")[1].split()[0]
    assert client.get(path).status_code == 200
