"""The names that a map may show: towns with a name, a point and a population."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from directory.geo import Box, distances_miles
from directory.map.arrays import Floats
from directory.map.frame import within


class Town(NamedTuple):
    name: str
    state: str
    latitude: float
    longitude: float
    population: int


class Towns:
    """Made once, and asked by every map. Towns of unknown size (0) are left out."""

    def __init__(self, rows: Iterable[tuple[str, str, float, float, int]]) -> None:
        known = (Town(*row) for row in rows if row[-1])
        self._towns = sorted(known, key=lambda town: (-town.population, town.name, town.latitude))
        self._points: Floats = np.array([(town.latitude, town.longitude) for town in self._towns]).reshape(-1, 2)
        self._states = np.array([town.state for town in self._towns], dtype="U2")

    def nearest(self, latitude: float, longitude: float) -> Town | None:
        if not self._towns:
            return None
        return self._towns[int(np.argmin(distances_miles(latitude, longitude, *self._points.T)))]

    def largest_in(self, boxes: Iterable[Box], limit: int, state: str = "") -> list[Town]:
        """Of one state, where it is given."""
        seen = within(self._points, boxes)
        if state:
            seen &= self._states == state
        return [self._towns[index] for index in np.flatnonzero(seen)[:limit]]
