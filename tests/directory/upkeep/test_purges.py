from datetime import timedelta

import pytest
from django.utils import timezone

from directory.models import Letter
from directory.reminders import GIVEN_UP_AFTER
from directory.upkeep.purges import LETTERS_KEPT_FOR, purge_letters

pytestmark = pytest.mark.django_db


def letter(days, **fields):
    written_at = timezone.now() - timedelta(days=days)
    return Letter.objects.create(
        occasion=f"{days}", to="a@example.com", subject="x", text="x", **{"written_at": written_at} | fields
    )


def test_letters_of_long_ago_are_forgotten_and_those_that_wait_are_kept():
    sent = {"sent_at": timezone.now(), "next_try_at": None}
    letter(181, **sent)
    kept = {letter(179, **sent), letter(200)}
    assert purge_letters() == 1
    assert set(Letter.objects.all()) == kept


def test_no_occasion_is_forgotten_while_it_can_come_up_again():
    assert LETTERS_KEPT_FOR > GIVEN_UP_AFTER
