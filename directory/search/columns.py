"""The numbers of every listing, an array for each kind. A listing's place in them is its slot."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from directory.search.names import name_numbers

NO_PRICE = np.iinfo(np.int32).max
NEVER = 0
NO_CITY = 0
BEFORE_1970 = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, eq=False)
class Columns:
    """Days are ordinals, NEVER where there is none. A listing without a point has NaN for both its angles."""

    listing_id: NDArray[np.int64]
    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]
    shuffle: NDArray[np.uint32]
    price_usd: NDArray[np.int32]
    confirmed_day: NDArray[np.int32]
    live_until_day: NDArray[np.int32]
    is_demonstration: NDArray[np.bool_]
    city_id: NDArray[np.int32]
    name: NDArray[np.uint64]

    @classmethod
    def read(cls, columns: Iterable[Sequence[Any]]) -> "Columns":
        """From the values of SearchRows, a sequence for each of these fields, with days as ISO dates in text."""
        pks, latitudes, longitudes, shuffles, prices, confirmed, live_until, demonstrations, cities, names = columns
        return cls(
            np.array(pks, np.int64),
            np.array(latitudes, np.float64),
            np.array(longitudes, np.float64),
            np.array(shuffles, np.uint32),
            np.array([NO_PRICE if price is None else price for price in prices], np.int32),
            _days(confirmed),
            _days(live_until),
            np.array(demonstrations, np.bool_),
            np.array([NO_CITY if city is None else city for city in cities], np.int32),
            name_numbers(names),
        )

    @classmethod
    def room(cls, size: int) -> "Columns":
        """To be filled. Memory taken at once can be given back; that of many small arrays stays with the process."""
        example = cls.read([(value,) for value in (0, None, None, 0, None, None, None, False, None, "")])
        return cls(*(np.empty((size, *column.shape[1:]), column.dtype) for column in example.arrays()))

    def filled(self, start: int, page: "Columns") -> "Columns":
        """With a page from this slot on: in place, or where the room ends in larger arrays."""
        return Columns(*(_filled(column, start, values) for column, values in self.beside(page)))

    def until(self, stop: int) -> "Columns":
        return self if stop == len(self) else Columns(*(column[:stop].copy() for column in self.arrays()))

    def patched(self, slots: NDArray, page: "Columns") -> "Columns":
        """With the page's rows in these slots; arrays that stay as they were are shared."""
        return Columns(*(_patched(column, slots, values) for column, values in self.beside(page)))

    def slots_of(self, listing_ids: NDArray[np.int64]) -> NDArray[np.intp]:
        """Of those listings that are here, in ascending order."""
        if not len(self):
            return np.empty(0, np.intp)
        places = np.searchsorted(self.listing_id, listing_ids, sorter=self._by_listing_id).clip(max=len(self) - 1)
        slots = places if self._by_listing_id is None else self._by_listing_id[places].astype(np.intp)
        return np.sort(slots.compress(self.listing_id[slots] == listing_ids))

    @cached_property
    def _by_listing_id(self) -> NDArray[np.uint32] | None:
        """None where they are in order: until one that is older than others is listed for the first time."""
        if np.all(self.listing_id[1:] > self.listing_id[:-1]):
            return None
        return np.argsort(self.listing_id, kind="stable").astype(np.uint32)

    def beside(self, page: "Columns") -> Iterator[tuple[NDArray, NDArray]]:
        return zip(self.arrays(), page.arrays(), strict=True)

    def arrays(self) -> list[NDArray]:
        return [getattr(self, column.name) for column in fields(self)]

    def __len__(self) -> int:
        return len(self.listing_id)

    @property
    def nbytes(self) -> int:
        return sum(column.nbytes for column in self.arrays())


def _days(dates: Sequence[str | None]) -> NDArray[np.int32]:
    days = np.array(dates, "M8[D]")
    return np.where(np.isnat(days), NEVER, days.astype(np.int64) + BEFORE_1970).astype(np.int32)


def _filled(column: NDArray, start: int, values: NDArray) -> NDArray:
    stop = start + len(values)
    if stop > len(column):
        return np.concatenate([column[:start], values])
    column[start:stop] = values
    return column


def _patched(column: NDArray, slots: NDArray, values: NDArray) -> NDArray:
    size = max(len(column), int(slots.max()) + 1)
    if size == len(column) and np.array_equal(column[slots], values, equal_nan=column.dtype.kind == "f"):
        return column
    copy = np.empty((size, *column.shape[1:]), column.dtype)
    copy[: len(column)] = column
    copy[slots] = values
    return copy
