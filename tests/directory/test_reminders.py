from datetime import date, timedelta

import pytest

from directory.reminders import Dates, Reminder, reminder_due

CONFIRMED = date(2026, 1, 10)


def due_after(days, confirmed_on=CONFIRMED):
    return reminder_due(confirmed_on, confirmed_on + timedelta(days=days))


@pytest.mark.parametrize(
    ("days", "reminder"),
    [
        (0, None),
        (75, None),
        (76, Reminder.FIRST),
        (85, Reminder.FIRST),
        (86, Reminder.SECOND),
        (90, Reminder.SECOND),
        (91, Reminder.MARKED),
        (112, Reminder.MARKED),
        (113, Reminder.LAST),
        (120, Reminder.LAST),
        (121, Reminder.HIDDEN),
        (135, Reminder.HIDDEN),
        (136, None),
        (4000, None),
    ],
)
def test_each_day_has_the_reminder_that_fits_it(days, reminder):
    assert due_after(days) == reminder


def test_a_leap_day_is_a_day_like_any_other():
    assert reminder_due(date(2028, 1, 1), date(2028, 3, 16)) is None
    assert reminder_due(date(2028, 1, 1), date(2028, 3, 17)) == Reminder.FIRST  # 76 days, 29 February among them


def test_the_dates_are_those_of_the_rule():
    dates = Dates(CONFIRMED)
    assert dates.marked_on == CONFIRMED + timedelta(days=91)
    assert dates.hidden_on == CONFIRMED + timedelta(days=121)
