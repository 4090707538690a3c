"""A pin, or several in one block of numbers."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from directory.map.frame import Area, Spot
from directory.map.room import EDGE, Room
from directory.map.spec import Pin

PIN, CELL = 26, 24  # pixels across: a pin alone, a number in a block
NEEDLE = Area(-11, -28, 11, 3)  # a pin without a number: its point is at the place
GAP = 1.5


class Cell(NamedTuple):
    """A pin's middle, in pixels from the middle of its block."""

    pin: Pin
    x: int
    y: int


@dataclass(frozen=True)
class Block:
    """`places` are the true spots of its pins, and `spot` is where it stands."""

    pins: tuple[Pin, ...]
    places: tuple[Spot, ...]
    spot: Spot

    @classmethod
    def of(cls, pins: Sequence[Pin], places: Sequence[Spot], room: Room) -> Self:
        """In the middle of its places, or as near to it as the picture allows."""
        middle = Spot(*(sum(shares) / len(places) for shares in zip(*places, strict=True)))
        block = cls(tuple(pins), tuple(places), middle)
        width, height = room.size.tolist()
        left, top, right, bottom = block.extent
        x = _within((EDGE - left) / width, middle.x, 1 - (EDGE + right) / width)
        y = _within((EDGE - top) / height, middle.y, 1 - (EDGE + bottom) / height)
        return cls(block.pins, block.places, Spot(x, y))

    @property
    def columns(self) -> int:
        return 3 if len(self.pins) == 3 else math.ceil(math.sqrt(len(self.pins)))

    @property
    def width(self) -> int:
        return self.columns * CELL if len(self.pins) > 1 else PIN

    @property
    def height(self) -> int:
        return math.ceil(len(self.pins) / self.columns) * CELL if len(self.pins) > 1 else PIN

    @property
    def extent(self) -> Area:
        if self.pins[0].number is None:
            return NEEDLE
        aside, up = self.width / 2 + GAP, self.height / 2 + GAP
        return Area(-aside, -up, aside, up)

    @property
    def cells(self) -> list[Cell]:
        if len(self.pins) == 1:
            return [Cell(self.pins[0], 0, 0)]
        left, top = (CELL - self.width) // 2, (CELL - self.height) // 2
        places = (divmod(index, self.columns) for index in range(len(self.pins)))
        return [
            Cell(pin, left + column * CELL, top + row * CELL)
            for pin, (row, column) in zip(self.pins, places, strict=True)
        ]

    @property
    def places_elsewhere(self) -> list[Spot]:
        return sorted({place for place in self.places if place != self.spot})

    def pixels_to(self, spot: Spot, room: Room) -> float:
        """In the narrowest picture."""
        width, height = room.size.tolist()
        return math.hypot((self.spot.x - spot.x) * width, (self.spot.y - spot.y) * height)


def merged(one: Block, other: Block, room: Room) -> Block:
    """In the order of the list."""
    pairs = [*zip(one.pins, one.places, strict=True), *zip(other.pins, other.places, strict=True)]
    pins, places = zip(*sorted(pairs, key=lambda pair: pair[0].number or 0), strict=True)
    return Block.of(pins, places, room)


def _within(low: float, share: float, high: float) -> float:
    return min(max(share, low), high)
