from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from directory.confirmation_links import LASTS, confirmation_path, read_token
from tests.factories.directory import days_ago, make_listing

pytestmark = pytest.mark.django_db


def token_of(listing):
    return confirmation_path(listing).rstrip("/").rpartition("/")[2]


def test_it_tells_the_listing_and_the_day_it_was_confirmed():
    listing = make_listing(confirmed_on=days_ago(80))
    assert read_token(token_of(listing)) == (listing.pk, days_ago(80))


def test_it_lasts_for_some_weeks():
    token = token_of(make_listing())
    with time_machine.travel(timezone.now() + LASTS - timedelta(minutes=1)):
        assert read_token(token)
    with time_machine.travel(timezone.now() + LASTS + timedelta(minutes=1)):
        assert read_token(token) is None


def test_a_letter_changed_makes_it_void():
    token = token_of(make_listing())
    for place in range(len(token)):
        other = "A" if token[place] != "A" else "B"
        assert read_token(token[:place] + other + token[place + 1 :]) is None


@given(st.text())
def test_any_other_text_is_void(text):
    assert read_token(text) is None
