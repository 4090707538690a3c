"""When a provider is asked whether a listing is still true: before it is marked, when it is, before it is hidden."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from directory.freshness import CONFIRMED_FOR, SHOWN_FOR

ONE_DAY = timedelta(days=1)


class Reminder(StrEnum):
    FIRST = "first"
    SECOND = "second"
    MARKED = "marked"
    LAST = "last"
    HIDDEN = "hidden"


# How long after the confirmation each is due.
DUE_AFTER = {
    Reminder.FIRST: CONFIRMED_FOR - timedelta(days=14),
    Reminder.SECOND: CONFIRMED_FOR - timedelta(days=4),
    Reminder.MARKED: CONFIRMED_FOR + ONE_DAY,
    Reminder.LAST: SHOWN_FOR - timedelta(days=7),
    Reminder.HIDDEN: SHOWN_FOR + ONE_DAY,
}
assert list(DUE_AFTER) == list(Reminder), "a reminder is never due"
assert sorted(DUE_AFTER.values()) == list(DUE_AFTER.values()), "reminders are out of order"
# The last one is not sent any more where nobody ran the command for this long.
GIVEN_UP_AFTER = DUE_AFTER[Reminder.HIDDEN] + timedelta(days=14)


@dataclass(frozen=True)
class Dates:
    """What happens to a listing that nobody confirms again."""

    confirmed_on: date

    @property
    def marked_on(self) -> date:
        return self.confirmed_on + CONFIRMED_FOR + ONE_DAY

    @property
    def hidden_on(self) -> date:
        return self.confirmed_on + SHOWN_FOR + ONE_DAY


def reminder_due(confirmed_on: date, today: date) -> Reminder | None:
    """The one that fits today. Those that were missed are not made up for: a letter says how things stand now."""
    age = today - confirmed_on
    if age > GIVEN_UP_AFTER:
        return None
    passed = [reminder for reminder, after in DUE_AFTER.items() if age >= after]
    return passed[-1] if passed else None
