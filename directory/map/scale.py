"""The bar that says how long a mile is."""

from dataclasses import dataclass

import numpy as np
from django.utils.translation import ngettext

from directory.map.frame import WIDTH, Area, Frame, Spot
from directory.map.room import Room

LENGTHS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
LONGEST = 0.2  # of the width of the picture
FROM_SIDE, FROM_END = 0.03, 0.03
HEIGHT, TEXT = 20.0, 70.0  # pixels that its text takes


@dataclass(frozen=True)
class ScaleBar:
    """From one share of the picture's width to another, at a share of its height; its text stands above the end that
    is nearer to a side."""

    miles: int
    start: float
    end: float
    y: float
    is_at_the_left: bool

    @property
    def text(self) -> str:
        return ngettext("%(n)s mile", "%(n)s miles", self.miles) % {"n": self.miles}


def place_scale_bar(frame: Frame, room: Room) -> ScaleBar | None:
    """In a corner that is free, left before right, below before above."""
    mile = frame.views[0].scale / WIDTH
    miles = max((length for length in LENGTHS if length * mile <= LONGEST), default=LENGTHS[0])
    # As long as in the widest picture: in a narrower one it is shorter.
    length = max(miles * mile * room.widths.widest, TEXT)
    at_the_left, at_the_right = Area(-2, -HEIGHT, length, 4), Area(-length, -HEIGHT, 2, 4)
    corners = [
        (Spot(x, y), extent)
        for y in (1 - FROM_END, FROM_END + 0.03)
        for x, extent in ((FROM_SIDE, at_the_left), (1 - FROM_SIDE, at_the_right))
    ]
    found = room.first_free(*(np.array(values) for values in zip(*corners, strict=True)))
    if found is None:
        return None
    spot, extent = corners[found]
    room.take(spot, extent)
    start = spot.x if extent is at_the_left else spot.x - miles * mile
    return ScaleBar(miles, start, start + miles * mile, spot.y, extent is at_the_left)
