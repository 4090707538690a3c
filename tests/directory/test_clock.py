"""What time does, to the minute: each rule holds until midnight in New York, whatever day it is there or elsewhere."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone

from directory.models import Check, License, Listing, Place
from directory.profile.ledger import Ledger
from directory.upkeep.confirmations import ask_for_confirmations
from tests.factories.directory import make_listing, make_place

NEW_YORK = ZoneInfo("America/New_York")
ONE_DAY = timedelta(days=1)
LAST_DAYS = [
    date(2026, 12, 31),  # the year ends
    date(2027, 2, 28),  # no leap year
    date(2027, 3, 13),  # the day after has 23 hours
    date(2027, 3, 14),  # 23 hours
    date(2027, 11, 7),  # 25 hours
    date(2028, 2, 28),  # the day after is a leap day
    date(2028, 2, 29),
]
pytestmark = [pytest.mark.django_db, pytest.mark.parametrize("last", LAST_DAYS, ids=str)]


def at(day, hour, minute):
    return time_machine.travel(datetime.combine(day, time(hour, minute), NEW_YORK), tick=False)


def noon(day):
    return at(day, 12, 0)


def last_minute(day):
    """In UTC it is the next day already."""
    return at(day, 23, 59)


def minute_after(day):
    return at(day + ONE_DAY, 0, 0)


@pytest.fixture
def words(client):
    return lambda listing: client.get(listing.get_absolute_url()).content.decode()


@pytest.fixture
def found(client):
    """How many the search finds in its state."""
    make_place(Place.Kind.STATE, name="Colorado", slug="colorado", latitude=39.0, longitude=-105.5)
    return lambda: client.get("/directory/", {"place": "Colorado"}).context["search"].results.total


def confirmed(days, last, **fields):
    with noon(last - timedelta(days=days)):
        return make_listing(confirmed_on=timezone.localdate(), **fields)


def test_a_confirmation_counts_for_90_days(words, last):
    listing = confirmed(90, last)
    with last_minute(last):
        assert "Confirmed by the clinic 90 days ago" in words(listing)
        assert Listing.objects.recently_confirmed().exists()
    with minute_after(last):
        assert "Last confirmed 91 days ago" in words(listing)
        assert not Listing.objects.recently_confirmed().exists()
        assert Listing.objects.due_for_confirmation().exists()


def test_it_is_shown_for_120_days(words, found, last):
    listing = confirmed(120, last)
    with noon(last - timedelta(days=120)):
        License.objects.update(expires_on=last + timedelta(days=400))
        listing.index()
    with last_minute(last):
        assert found() == 1
        assert "Hidden" not in words(listing)
    with minute_after(last):
        assert found() == 0
        assert "Hidden: not confirmed for a long time" in words(listing)


def test_a_license_counts_on_the_day_it_ends(words, found, last):
    listing = confirmed(30, last)
    with noon(last - timedelta(days=30)):
        License.objects.update(expires_on=last)
        listing.index()
    with last_minute(last):
        assert found() == 1
        assert "Hidden" not in words(listing)
    with minute_after(last):
        assert found() == 0
        assert "Hidden: no license in force on record" in words(listing)


def test_a_price_is_old_after_180_days(words, last):
    listing = confirmed(30, last)
    listing.offerings.update(price_session_min_usd=450, prices_as_of=last - timedelta(days=180))
    with last_minute(last):
        assert "more than 180 days ago" not in words(listing)
    with minute_after(last):
        assert "more than 180 days ago" in words(listing)


@pytest.mark.parametrize(("claim", "days"), [("address_phone", 90), ("price", 180), ("monitoring", 365)])
def test_a_check_counts_until_its_last_day(last, claim, days):
    with noon(last - timedelta(days=days)):
        listing = make_listing()
        row = Check.record(listing, claim, method="phone_call", result="confirmed", by=None)
    assert row.valid_until == last
    with last_minute(last):
        assert len(Ledger(listing).badges) == 1
    with minute_after(last):
        assert Ledger(listing).badges == []


@pytest.mark.parametrize("days", [75, 85, 90, 112, 120])
def test_a_letter_is_due_from_the_first_minute_of_its_day(last, days):
    listing = confirmed(days, last, email="office@quiet.example")
    with last_minute(last):
        ask_for_confirmations()
        before = listing.letters.count()
    with minute_after(last):
        assert ask_for_confirmations() == 1
        assert ask_for_confirmations() == 0
    assert listing.letters.count() == before + 1
