"""All cities, counties and states in memory, to be asked with each letter that somebody types.

By SQL it cannot be had in time: the beginning of a name with a mistake in it is the beginning of any of some four
hundred others, and a short one begins thousands of names, all to be sorted by how many people live there. Here both
take well under a millisecond. ZIP codes stay in the database, which finds and orders them by their number.
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from directory.geo import distances_miles
from directory.place_names import without_doubles
from directory.search.atlas.names import Names
from directory.states import STATE_NAMES

STATES = {code: number for number, code in enumerate(STATE_NAMES)}


class Version(NamedTuple):
    """As the database tells it: see SearchVersion."""

    epoch: int
    number: int


class Entry(NamedTuple):
    """A place before it is a row. `keys` are all that it is called; `weight` is how many people it stands for."""

    value: str
    kind: str
    state: str
    weight: float
    keys: tuple[str, ...]
    latitude: float = np.nan
    longitude: float = np.nan


class Atlas:
    """The rows stand in the order in which places of equal merit are suggested: those with most people first."""

    def __init__(self, version: Version, entries: Iterable[Entry]):
        rows = sorted(entries, key=lambda entry: (-entry.weight, entry.kind != "state", entry.value))
        self.version = version
        self.values = [entry.value for entry in rows]
        self.kinds = [entry.kind for entry in rows]
        self.weights = np.array([entry.weight for entry in rows], np.float32)
        self._states = np.array([STATES[entry.state] for entry in rows], np.uint8)
        self._latitudes = np.array([entry.latitude for entry in rows], np.float32)
        self._longitudes = np.array([entry.longitude for entry in rows], np.float32)
        self.names = Names((key, row) for row, entry in enumerate(rows) for key in entry.keys)
        self.misspelled = Names(
            (key, row) for row, entry in enumerate(rows) for key in set(without_doubles(entry.keys))
        )

    def are_in(self, rows: NDArray, states: Collection[str]) -> NDArray[np.bool_]:
        return np.isin(self._states[rows], [STATES[code] for code in states])

    def ranks(self, keys: Collection[str]) -> dict[str, int]:
        """Of every place that is called one of these, by its value: the smaller, the more people it stands for."""
        return {self.values[row]: row for row in self.names.whole(keys).tolist()}

    def nearest_city(self, latitude: float, longitude: float, within_miles: float) -> str:
        """Its value; empty where there is none."""
        miles = distances_miles(latitude, longitude, self._latitudes, self._longitudes)
        near = np.flatnonzero(miles <= within_miles)
        return self.values[near[np.argmin(miles[near])]] if near.size else ""
