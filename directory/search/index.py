"""Everything a search needs, in memory. An index never changes: an edit makes another one that shares most of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache, partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from directory.facets import FACETS
from directory.search import text
from directory.search.columns import Columns
from directory.search.sets import bitmap, by_term, size_of
from directory.search.shuffle import numbers_of_day

# The facet and the slug of every term by its number.
Vocabulary = Mapping[int, tuple[str, str]]
Counts = dict[str, dict[str, int]]
NOBODY = BitMap()
MOST_WORDS_REMEMBERED = 256


class Version(NamedTuple):
    epoch: int
    number: int


class Day:
    """What holds of an index for one day."""

    def __init__(self, columns: Columns, today: date):
        self.today = today
        self.live: BitMap = bitmap(np.flatnonzero(columns.live_until_day >= today.toordinal()))
        self.shuffled: NDArray[np.uint32] = numbers_of_day(columns.shuffle, today)
        # The same words are asked for again with each filter and each page.
        self.having_words = lru_cache(MOST_WORDS_REMEMBERED)(partial(text.match, columns, self.live))
        # How many of all that are live have each term, once somebody has asked.
        self.counts: Counts | None = None


@dataclass(frozen=True, eq=False)
class Index:
    """`sets` holds the slots of each term by its number; `by_latitude` all slots from south to north."""

    version: Version
    vocabulary: Vocabulary
    columns: Columns
    sets: Mapping[int, BitMap]
    by_latitude: NDArray[np.uint32]

    @cached_property
    def facets(self) -> dict[str, dict[str, BitMap]]:
        """The sets by facet and slug: every term of every facet, in the vocabulary's order."""
        facets: dict[str, dict[str, BitMap]] = {facet.name: {} for facet in FACETS}
        for number, (facet, slug) in self.vocabulary.items():
            if facet in facets:
                facets[facet][slug] = self.sets.get(number, NOBODY)
        return facets

    def day(self, today: date) -> Day:
        remembered = self._days.get(today)
        if remembered is None:
            remembered = Day(self.columns, today)
            self._days.clear()
            self._days[today] = remembered
        return remembered

    @cached_property
    def _days(self) -> dict[date, Day]:
        return {}

    @property
    def nbytes(self) -> int:
        days = sum(size_of(day.live) + day.shuffled.nbytes for day in self._days.values())
        return self.columns.nbytes + self.by_latitude.nbytes + days + sum(map(size_of, self.sets.values()))

    def patched(self, version: Version, page: Columns, packed: Sequence[bytes]) -> "Index":
        """As it is with these listings, new or changed. Whoever reads the old one is not disturbed."""
        slots = self._slots_for(page.listing_id)
        columns = self.columns.patched(slots, page)
        fresh = dict(by_term(packed, slots))
        touched = bitmap(slots)
        sets = {
            number: _patched(self.sets.get(number, NOBODY), touched, fresh.get(number, NOBODY))
            for number in self.sets.keys() | fresh.keys()
        }
        return Index(version, self.vocabulary, columns, sets, self._by_latitude(columns, slots))

    def _slots_for(self, pks: NDArray) -> NDArray:
        """Where these listings are, or, for new ones, will be."""
        here = np.flatnonzero(np.isin(self.columns.listing_id, pks))
        known = dict(zip(self.columns.listing_id[here].tolist(), here.tolist(), strict=True))
        for pk in pks.tolist():
            known.setdefault(pk, len(self.columns) + len(known) - len(here))
        return np.array([known[pk] for pk in pks.tolist()], np.int64)

    def _by_latitude(self, columns: Columns, slots: NDArray) -> NDArray:
        if columns.latitude is self.columns.latitude:
            return self.by_latitude
        others = self.by_latitude[~np.isin(self.by_latitude, slots)]
        slots = slots[np.argsort(columns.latitude[slots])].astype(np.uint32)
        places = np.searchsorted(columns.latitude[others], columns.latitude[slots])
        return np.insert(others, places, slots)


def _patched(bits: BitMap, touched: BitMap, fresh: BitMap) -> BitMap:
    return bits if bits & touched == fresh else (bits - touched) | fresh
