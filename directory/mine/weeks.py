"""How often a listing was seen, week by week: whole weeks only, and no number that is so small that it tells of one
person."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from directory.models import Sighting
from directory.sightings.counting import week_of

FEWEST_SHOWN = 5
WEEKS = 26
A_WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Week:
    """None is fewer than five, or none at all: nobody is told which."""

    first_day: date
    seen: int | None
    listed: int | None

    @property
    def seen_words(self) -> str:
        return in_words(self.seen)

    @property
    def listed_words(self) -> str:
        return in_words(self.listed)


@dataclass(frozen=True)
class Chart:
    """Columns from the oldest week to the newest, 0 to 100 high, where 100 is `highest`."""

    name: str
    title: str
    columns: list[float]
    highest: int


class Weeks:
    """The last whole weeks of one listing. This week's is not shown: it would tell of every single visit."""

    def __init__(self, listing) -> None:
        self.weeks = list(_weeks(listing))

    @property
    def newest_first(self) -> list[Week]:
        return self.weeks[::-1]

    @property
    def is_quiet(self) -> bool:
        """Nothing to draw."""
        return not self.charts

    @property
    def charts(self) -> list[Chart]:
        made = [
            _chart("seen", _("Its page was opened"), [week.seen for week in self.weeks]),
            _chart("listed", _("It stood in the results of a search"), [week.listed for week in self.weeks]),
        ]
        return [chart for chart in made if chart]


def last_week(listings) -> dict[int, Week]:
    """{listing: the last whole week}, for those with numbers."""
    this = week_of(timezone.localdate())
    rows = Sighting.objects.filter(listing__in=listings).from_week(this - A_WEEK, this)
    return {row.listing_id: _week(row.week, row) for row in rows}


def in_words(number: int | None) -> str:
    return _("fewer than %(n)s") % {"n": FEWEST_SHOWN} if number is None else f"{number:,}"


def _weeks(listing) -> Iterable[Week]:
    this = week_of(timezone.localdate())
    first = this - WEEKS * A_WEEK
    rows = {row.week: row for row in listing.sightings.from_week(first, this)}
    for number in range(WEEKS):
        day = first + number * A_WEEK
        yield _week(day, rows.get(day))


def _week(day: date, row: Sighting | None) -> Week:
    return Week(day, _shown(row.seen), _shown(row.listed)) if row else Week(day, None, None)


def _shown(number: int) -> int | None:
    return number if number >= FEWEST_SHOWN else None


def _chart(name: str, title: str, numbers: list[int | None]) -> Chart | None:
    """None where no week has enough."""
    highest = max((number for number in numbers if number is not None), default=0)
    if not highest:
        return None
    return Chart(name, title, [round(100 * (number or 0) / highest, 1) for number in numbers], highest)
