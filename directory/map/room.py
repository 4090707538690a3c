"""What is taken in a picture and what is free.

A picture grows with its window, the numbers and names on it do not. A mark stands at a share of the picture and takes
so many pixels around that spot. Two marks that keep to one side of each other both in the narrowest and in the widest
picture do so in every picture between, because the distance of their spots grows evenly."""

from typing import NamedTuple

import numpy as np

from directory.map.arrays import Flags, Floats
from directory.map.frame import Area, Spot

EDGE = 2.0
ROUNDING = 0.001
# Of left, top, right and bottom: what is reckoned twice, in the narrowest picture and in the widest.
LOW, HIGH = np.array([0, 1, 0, 1]), np.array([2, 3, 2, 3])


class Widths(NamedTuple):
    """Of a picture, in pixels."""

    narrowest: int
    widest: int

    @property
    def are_narrow(self) -> bool:
        return self.narrowest < 360


# On phones and in a column beside the text; on tablets and over the width of a page. map.css shows one of both.
NARROW, WIDE = Widths(256, 480), Widths(480, 720)
# The same of a picture that is never wide: what is laid out for fewer widths finds more room.
SMALL_NARROW, SMALL_WIDE = Widths(256, 360), Widths(360, 480)


class Room:
    """An extent is in pixels from its spot: left and top are negative."""

    def __init__(self, ratio: float, widths: Widths) -> None:
        self._ratio, self.widths = ratio, widths
        self.size = np.array([widths.narrowest, widths.narrowest / ratio])
        self._sizes = np.array([[*self.size, widths.widest, widths.widest / ratio]]).T
        self._low = self._high = np.empty((4, 0))

    def emptied(self) -> "Room":
        return Room(self._ratio, self.widths)

    def take(self, spot: Spot, extent: Area) -> None:
        self.take_all(np.array([spot]), np.array([extent]))

    def take_all(self, spots: Floats, extents: Floats) -> None:
        low, high = self._edges(spots, extents)
        self._low, self._high = np.hstack([self._low, low]), np.hstack([self._high, high])

    def free(self, spots: Floats, extents: Floats) -> Flags:
        """Which of some marks lie in the picture and touch nothing. Rows of both arrays belong together; one that has
        a single row serves for all."""
        low, high = self._edges(spots, extents)
        return self._inside(low, high) & _apart(low, high, self._low, self._high).all(axis=1)

    def take_first_free(self, spots: Floats, extents: Floats) -> list[int | None]:
        """For each of some marks, one after the other, the first of its spots that is free, which it takes. `spots` has
        a row of them for each mark, all of one length."""
        marks, tries = spots.shape[:2]
        low, high = self._edges(spots.reshape(-1, 2), extents.repeat(tries, axis=0))
        free = self._inside(low, high) & _apart(low, high, self._low, self._high).all(axis=1)
        taken: list[int] = []
        chosen: list[int | None] = []
        for first in range(0, marks * tries, tries):
            found = np.flatnonzero(free[first : first + tries])
            chosen.append(int(found[0]) if len(found) else None)
            if len(found):
                taken.append(first + int(found[0]))
                free &= _apart(low, high, low[:, taken[-1:]], high[:, taken[-1:]])[:, 0]
        self._low, self._high = np.hstack([self._low, low[:, taken]]), np.hstack([self._high, high[:, taken]])
        return chosen

    def first_free(self, spots: Floats, extents: Floats) -> int | None:
        found = np.flatnonzero(self.free(spots, extents))
        return int(found[0]) if len(found) else None

    def apart(self, spots: Floats, extents: Floats) -> Flags:
        """For each pair of some marks whether they keep apart; every mark does from itself."""
        low, high = self._edges(spots, extents)
        return _apart(low, high, low, high) | np.eye(low.shape[1], dtype=bool)

    def _inside(self, low: Floats, high: Floats) -> Flags:
        return np.asarray(((low >= EDGE - ROUNDING) & (high <= self._sizes - EDGE + ROUNDING)).all(axis=0))

    def _edges(self, spots: Floats, extents: Floats) -> tuple[Floats, Floats]:
        """Left and top, right and bottom of each, in the narrowest picture and in the widest: a column a mark, because
        NumPy is quick along rows."""
        places, extents = spots.T.take(LOW, axis=0) * self._sizes, extents.T
        return places + extents.take(LOW, axis=0), places + extents.take(HIGH, axis=0)


def _apart(low: Floats, high: Floats, other_low: Floats, other_high: Floats) -> Flags:
    """For each mark and each other, whether they keep to the same side of each other at both widths."""
    after = other_low[:, None] >= high[..., None] - ROUNDING
    before = other_high[:, None] <= low[..., None] + ROUNDING
    keeps = (after[:2] & after[2:]) | (before[:2] & before[2:])
    return np.asarray(keeps[0] | keeps[1])
