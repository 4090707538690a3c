"""Which part of the earth a map shows, and where in the picture each point of it lies."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

import numpy as np

from directory.geo import Box
from directory.map.arrays import Flags, Floats
from directory.map.projection import Projection

WIDTH = 800  # of every picture, in units of its own


class Shape(Enum):
    """The proportions a picture may have: few, because a style sheet must know them."""

    SQUARE = 800
    WIDE = 500
    TALL = 1000
    COUNTRY = 600

    @property
    def height(self) -> int:
        return self.value

    @property
    def ratio(self) -> float:
        return WIDTH / self.height


class Area(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    @property
    def path(self) -> str:
        return f"M{self.left} {self.top}H{self.right}V{self.bottom}H{self.left}z"


class Spot(NamedTuple):
    """A point of the picture, as shares of its width and height."""

    x: float
    y: float

    @property
    def text(self) -> tuple[str, str]:
        return percent(self.x), percent(self.y)

    @property
    def is_in_the_picture(self) -> bool:
        return 0 <= self.x <= 1 and 0 <= self.y <= 1


@dataclass(frozen=True)
class View:
    """One projection into one area of the picture. Its point of origin lies at x, y; a mile is `scale` units long."""

    projection: Projection
    scale: float
    x: float
    y: float
    area: Area
    boxes: tuple[Box, ...]

    def units(self, points: Floats) -> Floats:
        return self.scale * self.projection(points) + (self.x, self.y)


@dataclass(frozen=True)
class Frame:
    """`views` stand in the order in which they are asked for a point."""

    shape: Shape
    views: tuple[View, ...]

    @property
    def is_the_country(self) -> bool:
        return self.shape is Shape.COUNTRY

    @property
    def boxes(self) -> tuple[Box, ...]:
        """All that the picture shows, and a little more."""
        return tuple(box for view in self.views for box in view.boxes)

    def spots(self, points: Floats) -> list[Spot]:
        """Where each latitude and longitude lies; those that no view shows lie outside."""
        found = np.full(points.shape, -1.0)
        for view in reversed(self.views):
            seen = within(points, view.boxes)
            found[seen] = view.units(points[seen]) / (WIDTH, self.shape.height)
        return [Spot(x, y) for x, y in found.tolist()]


def within(points: Floats, boxes: Iterable[Box]) -> Flags:
    """Which latitudes and longitudes lie in any of the boxes."""
    found = np.zeros(len(points), dtype=bool)
    for box in boxes:
        found |= ((points >= (box.south, box.west)) & (points <= (box.north, box.east))).all(axis=1)
    return found


def percent(share: float) -> str:
    return f"{share * 100:.2f}%"
