"""From the globe to a plane measured in miles: x grows to the east, y grows to the south, as in a picture."""

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from directory.geo import EARTH_RADIUS_MILES
from directory.map.arrays import Floats


@dataclass(frozen=True)
class Azimuthal:
    """Equidistant around a point: directions and distances from there are true, so a circle around it stays one.
    For areas up to the size of Alaska; the antimeridian means nothing to it."""

    latitude: float
    longitude: float

    def __call__(self, points: Floats) -> Floats:
        here, there = math.radians(self.latitude), np.radians(points[:, 0])
        turn = np.radians(points[:, 1] - self.longitude)
        east = np.cos(there) * np.sin(turn)
        north = math.cos(here) * np.sin(there) - math.sin(here) * np.cos(there) * np.cos(turn)
        along = math.sin(here) * np.sin(there) + math.cos(here) * np.cos(there) * np.cos(turn)
        sine = np.hypot(east, north)
        stretch = np.where(sine > 1e-12, np.arctan2(sine, along) / np.maximum(sine, 1e-12), 1.0) * EARTH_RADIUS_MILES
        return np.column_stack([east * stretch, -north * stretch])


@dataclass(frozen=True)
class Albers:
    """Conic between two parallels: every area keeps its size, which is fair to states."""

    south: float
    north: float
    latitude: float
    longitude: float

    @cached_property
    def _cone(self) -> tuple[float, float]:
        low, high = math.sin(math.radians(self.south)), math.sin(math.radians(self.north))
        return (low + high) / 2, math.cos(math.radians(self.south)) ** 2 + (low + high) * low

    def __call__(self, points: Floats) -> Floats:
        n, _ = self._cone
        turn = n * np.radians((points[:, 1] - self.longitude + 180) % 360 - 180)
        away, middle = self._away(points[:, 0]), self._away(np.array(self.latitude))
        return np.column_stack([away * np.sin(turn), away * np.cos(turn) - middle])

    def _away(self, latitudes: Floats) -> Floats:
        """The distance from the tip of the cone."""
        n, c = self._cone
        return np.asarray(EARTH_RADIUS_MILES * np.sqrt(c - 2 * n * np.sin(np.radians(latitudes))) / n)


Projection = Azimuthal | Albers
