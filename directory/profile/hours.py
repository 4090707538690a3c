"""When a practice is open, day by day, in its own time."""

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory import wording
from directory.models import OpeningHours

# What people call a zone, by its letters in winter.
ZONE_NAMES = {
    "AST": gettext_lazy("Atlantic time"),
    "EST": gettext_lazy("Eastern time"),
    "CST": gettext_lazy("Central time"),
    "MST": gettext_lazy("Mountain time"),
    "PST": gettext_lazy("Pacific time"),
    "AKST": gettext_lazy("Alaska time"),
    "HST": gettext_lazy("Hawaii time"),
    "ChST": gettext_lazy("Chamorro time"),
    "SST": gettext_lazy("Samoa time"),
}
WINTER = datetime(2026, 1, 1)


@dataclass(frozen=True)
class Day:
    """`stretches` are "9 a.m. to 5 p.m.", none where it is closed."""

    name: str
    stretches: list[str]


def week(listing) -> list[Day]:
    """Seven days, or none at all where no hours are stated."""
    rows = list(listing.hours.all())
    if not rows:
        return []
    return [Day(str(day.label), [_stretch(row) for row in rows if row.weekday == day]) for day in OpeningHours.Weekday]


def zone_name(time_zone: str) -> str:
    if not time_zone:
        return ""
    letters = WINTER.replace(tzinfo=ZoneInfo(time_zone)).tzname() or ""
    return str(ZONE_NAMES.get(letters, time_zone.replace("_", " ")))


def _stretch(row: OpeningHours) -> str:
    words = _("%(opens)s to %(closes)s") % {"opens": _clock(row.opens_at), "closes": _clock(row.closes_at)}
    return f"{words} ({row.note})" if row.note else words


def _clock(moment: time) -> str:
    return time_format(moment, "P").replace(" ", wording.NBSP)
