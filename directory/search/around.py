"""How many results stand around each of some places: the work of many searches, in the time of a few."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

from directory.geo import EARTH_RADIUS_MILES, MILES_PER_DEGREE, boxes_around, distances_miles
from directory.search.index import Index
from directory.search.matching import match
from directory.search.query import Query
from directory.search.sets import slots_of

Point = tuple[float, float]  # latitude and longitude

# A place counts where at least this share of those around it is not around a place before it.
NEW_SHARE = 0.25
# More than rounding makes of the cosine of an angle.
ROUNDING = 1e-12


class Around(NamedTuple):
    """`counts` has a number for each place, 0 for one that does not count; `others` is how many of the state are around
    none of them, as far as they have a point."""

    counts: list[int]
    others: int


def around(index: Index, query: Query, places: Sequence[Point], miles: float, most: int) -> Around:
    """For up to so many places what a search within the miles of each finds, in any state. The first come first; each
    has somebody of the query's state whom no place before it has."""
    crowd, counts, left = _Crowd(index, query, miles), [0] * len(places), most
    for number, near in enumerate(crowd.within(places)):
        if left and len(near) and crowd.has_news(near):
            counts[number] = len(near)
            crowd.count(near)
            left -= 1
    return Around(counts, int(np.count_nonzero(crowd.is_own)))


class _Crowd:
    """Those whom a query finds in its state and near them, from south to north."""

    def __init__(self, index: Index, query: Query, miles: float):
        own, everybody = (match(index, one).found for one in (query, replace(query, state=None)))
        slots = _near(index, slots_of(own), 2 * miles)
        slots = slots.compress(_has(everybody, index)[slots])
        self.miles = miles
        self.latitude, self.longitude = index.columns.latitude[slots], index.columns.longitude[slots]
        self.vectors = _vectors(self.latitude, self.longitude)
        self.is_own, self.is_new = _has(own, index)[slots], np.ones(len(slots), bool)

    def has_news(self, near: NDArray[np.intp]) -> bool:
        return bool(self.is_own[near].any() and np.count_nonzero(self.is_new[near]) >= NEW_SHARE * len(near))

    def count(self, near: NDArray[np.intp]) -> None:
        self.is_own[near] = self.is_new[near] = False

    def within(self, places: Sequence[Point]) -> Iterator[NDArray[np.intp]]:
        """Of each place those whom `distances_miles` has within the miles of it; that is asked only about a place with
        somebody so near the rim that rounding may have put them on its other side."""
        points = np.array(places).reshape(-1, 2)
        degrees, rim = self.miles / MILES_PER_DEGREE + ROUNDING, math.cos(self.miles / EARTH_RADIUS_MILES)
        bands = np.searchsorted(self.latitude, points[:, :1] + (-degrees, degrees)).tolist()
        for point, vector, (first, last) in zip(points, _vectors(*points.T), bands, strict=True):
            cosines = self.vectors[first:last] @ vector
            near = first + np.flatnonzero(cosines > rim - ROUNDING)
            if len(near) and cosines[near - first].min() < rim + ROUNDING:
                latitude, longitude = self.latitude[near], self.longitude[near]
                near = near[distances_miles(point[0], point[1], latitude, longitude) <= self.miles]
            yield near


def _near(index: Index, slots: NDArray[np.intp], miles: float) -> NDArray[np.intp]:
    """All slots in a box that leaves so many miles around some, from south to north."""
    latitude, longitude = index.columns.latitude, index.columns.longitude
    slots = slots.compress(~np.isnan(latitude[slots]))
    if not len(slots):
        return slots
    lowest, highest = (boxes_around(parallel, 0, miles)[0] for parallel in np.sort(latitude[slots])[[0, -1]])
    first, last = np.searchsorted(latitude, (lowest.south, highest.north), sorter=index.by_latitude)
    band = index.by_latitude[first:last].astype(np.intp)
    # A circle takes more degrees of longitude the nearer it is to a pole.
    width = max(lowest.east, highest.east)
    west, east = longitude[slots].min() - width, longitude[slots].max() + width
    if west < -180 or east > 180:
        return band
    return band.compress((longitude[band] >= west) & (longitude[band] <= east))


def _vectors(latitude: NDArray[np.float64], longitude: NDArray[np.float64]) -> NDArray[np.float64]:
    """From the middle of the earth to points on it, one long."""
    up, across = np.radians(latitude), np.radians(longitude)
    return np.column_stack([np.cos(up) * np.cos(across), np.cos(up) * np.sin(across), np.sin(up)])


def _has(found: BitMap, index: Index) -> NDArray[np.bool_]:
    """Of each slot whether it is among them."""
    flags = np.zeros(len(index.columns), bool)
    flags[slots_of(found)] = True
    return flags
