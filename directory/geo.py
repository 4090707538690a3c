"""Distances and boxes on the globe. Angles are degrees, distances statute miles."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

EARTH_RADIUS_MILES = 3958.7613  # the mean radius, 6371.0088 km
MILES_PER_DEGREE = math.radians(EARTH_RADIUS_MILES)  # of latitude, and of longitude at the equator
# A box is widened by this share (an inch in a hundred miles), so that rounding never leaves out its rim.
_MARGIN = 1e-6


@dataclass(frozen=True)
class Box:
    """A band of latitudes and longitudes, edges included; it never crosses the antimeridian."""

    south: float
    west: float
    north: float
    east: float

    def contains(self, latitude: float, longitude: float) -> bool:
        return self.south <= latitude <= self.north and self.west <= longitude <= self.east


def distance_miles(latitude_a: float, longitude_a: float, latitude_b: float, longitude_b: float) -> float:
    """Haversine: within 0.6 % of the distance on the ellipsoid."""
    a, b = math.radians(latitude_a), math.radians(latitude_b)
    turn = math.radians(longitude_b - longitude_a)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(turn / 2) ** 2
    return 2 * EARTH_RADIUS_MILES * math.asin(min(1.0, math.sqrt(half)))


def distances_miles(
    latitude: float, longitude: float, latitudes: ArrayLike, longitudes: ArrayLike
) -> NDArray[np.float64]:
    """`distance_miles` from one point to many."""
    a, b = math.radians(latitude), np.radians(latitudes)
    turn = np.radians(longitudes) - math.radians(longitude)
    half = np.sin((b - a) / 2) ** 2 + math.cos(a) * np.cos(b) * np.sin(turn / 2) ** 2
    return np.asarray(2 * EARTH_RADIUS_MILES * np.arcsin(np.minimum(1.0, np.sqrt(half))))


def boxes_around(latitude: float, longitude: float, radius_miles: float) -> tuple[Box, ...]:
    """The smallest boxes that hold the circle: one, or two where it crosses the antimeridian."""
    angle = radius_miles * (1 + _MARGIN) / MILES_PER_DEGREE + _MARGIN
    south, north = max(-90.0, latitude - angle), min(90.0, latitude + angle)
    if south == -90 or north == 90 or angle >= 90:
        return (Box(south, -180.0, north, 180.0),)  # a pole is inside: every longitude is
    reach = math.sin(math.radians(angle)) / math.cos(math.radians(latitude))
    width = math.degrees(math.asin(min(1.0, reach))) + _MARGIN
    west, east = longitude - width, longitude + width
    if west < -180:
        return Box(south, -180.0, north, east), Box(south, west + 360, north, 180.0)
    if east > 180:
        return Box(south, west, north, 180.0), Box(south, -180.0, north, east - 360)
    return (Box(south, west, north, east),)
