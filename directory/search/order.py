"""Where a result stands and why: the published order, and those that visitors may choose instead."""

from functools import partial

import numpy as np
from numpy.typing import NDArray

from directory.freshness import CONFIRMED_FOR
from directory.search import circle
from directory.search.index import Index
from directory.search.names import NUMBERS
from directory.search.query import Hit, Query, Sort, WordsIn
from directory.search.sets import slots_of
from directory.search.text import TextMatch
from directory.search.window import Key, window

BANDS_MILES = (5, 10, 25, 50, 100)
BEYOND = len(BANDS_MILES)
TIERS = 2 * (BEYOND + 1)
PLACES = [*WordsIn, None]


class Order:
    """The methods that take slots give a value for each; as a key of the order, small values come first."""

    def __init__(self, index: Index, query: Query, text: TextMatch | None):
        self.columns = index.columns
        self.day = index.day(query.today)
        self.near = query.near
        self.text = text
        self.confirmed_since = (query.today - CONFIRMED_FOR).toordinal()
        self.keys = [*self._keys_of(query.sort), self.shuffled, self.drawn, self.listing_id]

    def page(self, found: NDArray, offset: int, limit: int) -> list[Hit]:
        slots = window(found, self.keys, offset, offset + limit)
        columns = [self.listing_id, self.distance, self.band, self.is_recent, self.words_in]
        rows = zip(*(column(slots).tolist() for column in columns), strict=True)
        return [_hit(*row) for row in rows]

    def _keys_of(self, sort: Sort) -> list[Key]:
        match sort:
            case Sort.DISTANCE if self.near:
                return [self.distance]
            case Sort.PRICE:
                return [self.price]
            case Sort.CONFIRMED:
                return [self.days_before_today]
            case Sort.NAME:
                return [partial(self.name, part=part) for part in range(NUMBERS)]
        return [self.tier]

    def tier(self, slots: NDArray) -> NDArray:
        """The published order: where the words stand, then confirmed within 90 days, then the nearer band; the shuffle
        does the rest."""
        band = self.band(slots) + self.words_in(slots) * TIERS
        return np.where(self.is_recent(slots), band, band + BEYOND + 1)

    def words_in(self, slots: NDArray) -> NDArray:
        """Which of PLACES."""
        if self.text is None or self.text.in_name is None or self.text.in_headline is None:
            return np.full(len(slots), len(WordsIn), np.int32)
        in_name, in_headline = (
            np.isin(slots, slots_of(having)) for having in (self.text.in_name, self.text.in_headline)
        )
        return np.where(in_name, 0, np.where(in_headline, 1, 2)).astype(np.int32)

    def is_recent(self, slots: NDArray) -> NDArray:
        return self.columns.confirmed_day[slots] >= self.confirmed_since

    def band(self, slots: NDArray) -> NDArray:
        """Which of BANDS_MILES; BEYOND where it is farther, and where nobody knows."""
        if self.near is None:
            return np.full(len(slots), BEYOND, np.int32)
        return np.searchsorted(BANDS_MILES, self.distance(slots)).astype(np.int32)

    def distance(self, slots: NDArray) -> NDArray:
        """Miles, infinite where nobody knows."""
        if self.near is None:
            return np.full(len(slots), np.inf)
        return np.nan_to_num(circle.distances(self.columns, self.near, slots), nan=np.inf)

    def price(self, slots: NDArray) -> NDArray:
        return self.columns.price_usd[slots]

    def days_before_today(self, slots: NDArray) -> NDArray:
        return self.day.today.toordinal() - self.columns.confirmed_day[slots]

    def name(self, slots: NDArray, part: int) -> NDArray:
        return self.columns.name[slots, part]

    def shuffled(self, slots: NDArray) -> NDArray:
        return self.day.shuffled[slots]

    def drawn(self, slots: NDArray) -> NDArray:
        """The fixed random number, for the two of a million that fall together on one day."""
        return self.columns.shuffle[slots]

    def listing_id(self, slots: NDArray) -> NDArray:
        return self.columns.listing_id[slots]


def _hit(listing_id: int, miles: float, band: int, is_recent: bool, place: int) -> Hit:
    return Hit(
        listing_id=listing_id,
        distance_miles=miles if miles < np.inf else None,
        band_miles=BANDS_MILES[band] if band < BEYOND else None,
        is_recently_confirmed=is_recent,
        words_in=PLACES[place],
    )
