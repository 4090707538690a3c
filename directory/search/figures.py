"""What a query finds, in numbers: of all that match, not of one page."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from directory.freshness import CONFIRMED_FOR
from directory.search.columns import NO_PRICE
from directory.search.index import Index
from directory.search.matching import match
from directory.search.query import Query
from directory.search.sets import slots_of


@dataclass(frozen=True)
class Prices:
    """US dollars, by the lowest price of a session that each states. At least half of them ask `middle` or less."""

    stated_by: int
    lowest: int
    middle: int
    highest: int


@dataclass(frozen=True)
class Figures:
    """`recent` were confirmed within 90 days; at least half of all within `middle_age_days`."""

    total: int
    recent: int
    middle_age_days: int | None
    prices: Prices | None


def figures(index: Index, query: Query) -> Figures:
    slots = slots_of(match(index, query).found)
    ages = np.sort(query.today.toordinal() - index.columns.confirmed_day[slots])
    return Figures(
        total=len(slots),
        recent=int(np.count_nonzero(ages <= CONFIRMED_FOR.days)),
        middle_age_days=_middle(ages) if len(ages) else None,
        prices=_prices(index.columns.price_usd[slots]),
    )


def _prices(usd: NDArray[np.int32]) -> Prices | None:
    usd = np.sort(usd[usd != NO_PRICE])
    return Prices(len(usd), int(usd[0]), _middle(usd), int(usd[-1])) if len(usd) else None


def _middle(ordered: NDArray) -> int:
    """The lower one of two."""
    return int(ordered[(len(ordered) - 1) // 2])
