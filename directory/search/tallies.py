"""How many listings each city and each state has, and how many of them say more than that they exist."""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from directory.freshness import CONFIRMED_FOR
from directory.search.columns import NEVER, NO_CITY
from directory.search.index import NOBODY, Index
from directory.search.sets import slots_of


@dataclass(frozen=True)
class Tally:
    """`total` is what visitors see; `confirmed` are those of them that are real and that their provider confirmed
    within 90 days, the last of them on the day `newest`."""

    total: int = 0
    confirmed: int = 0
    newest: date | None = None


def by_state(index: Index, today: date) -> dict[str, Tally]:
    """By lower-case postal code; only states with any."""
    tallied = {state: of_state(index, state, today) for state in index.facets["state"]}
    return {state: tally for state, tally in tallied.items() if tally.total}


def of_state(index: Index, state: str, today: date) -> Tally:
    slots = slots_of(index.day(today).live & index.facets["state"].get(state, NOBODY))
    return next(iter(_tallies(index, slots, np.zeros(len(slots), np.intp), today)), Tally())


def by_city(index: Index, slots: NDArray[np.intp], today: date) -> dict[int, Tally]:
    """Of the listings in these slots that are live today, by the pk of their city; only cities with any."""
    is_live = index.columns.live_until_day[slots] >= today.toordinal()
    slots = slots[is_live & (index.columns.city_id[slots] != NO_CITY)]
    pks, groups = np.unique(index.columns.city_id[slots], return_inverse=True)
    return dict(zip(pks.tolist(), _tallies(index, slots, groups, today), strict=True))


def _tallies(index: Index, slots: NDArray[np.intp], groups: NDArray[np.intp], today: date) -> list[Tally]:
    """One for each group; `groups` has the number of each slot's, from 0 up, and none is empty."""
    days = index.columns.confirmed_day[slots]
    is_recent = days >= (today - CONFIRMED_FOR).toordinal()
    is_confirmed = is_recent & ~index.columns.is_demonstration[slots]
    totals = np.bincount(groups)
    newest = np.full(len(totals), NEVER)
    np.maximum.at(newest, groups, np.where(is_confirmed, days, NEVER))
    rows = zip(totals.tolist(), np.bincount(groups, is_confirmed).tolist(), newest.tolist(), strict=True)
    return [Tally(total, int(confirmed), _day(day)) for total, confirmed, day in rows]


def _day(ordinal: int) -> date | None:
    return None if ordinal == NEVER else date.fromordinal(ordinal)
