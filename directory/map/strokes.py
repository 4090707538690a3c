"""Many lines on the globe, in one array."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from directory.geo import Box
from directory.map.arrays import Flags, Floats


@dataclass(frozen=True)
class Strokes:
    """Points of many lines, one line after the other; `first` is where each starts, and last of all where they end."""

    points: Floats  # latitude, longitude
    first: NDArray[np.int64]

    @cached_property
    def boxes(self) -> Floats:
        """South, west, north and east of each line."""
        starts = self.first[:-1]
        return np.hstack([np.minimum.reduceat(self.points, starts), np.maximum.reduceat(self.points, starts)])

    def touching(self, windows: tuple[Box, ...]) -> Flags:
        """Which of the lines have a box that shares a point with any window."""
        south, west, north, east = self.boxes.T
        found = np.zeros(len(self.boxes), dtype=bool)
        for box in windows:
            found |= (south <= box.north) & (north >= box.south) & (west <= box.east) & (east >= box.west)
        return found

    def chosen(self, wanted: Flags) -> tuple[Floats, Flags]:
        """The points of some lines, and which of these points starts a line."""
        lines = np.flatnonzero(wanted)
        lengths = np.diff(self.first)[lines]
        before = np.cumsum(lengths) - lengths
        rows = np.arange(lengths.sum()) + np.repeat(self.first[lines] - before, lengths)
        starts = np.zeros(len(rows), dtype=bool)
        starts[before] = True
        return self.points[rows], starts
