"""The frame of a map of one state."""

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np

from directory.map.arrays import Floats
from directory.map.fitting import boxes_seen, fitted
from directory.map.frame import WIDTH, Area, Frame, Shape
from directory.map.projection import Azimuthal
from directory.map.topology import overview

SHAPES = (Shape.WIDE, Shape.SQUARE, Shape.TALL)
MARGIN = 0.06  # of the width, on every side
# An island below this share of its state may lie outside the picture: the far end of the Aleutians.
SMALL_ISLAND = 0.002


def frame_of_state(state: str, spots: Sequence[tuple[float, float]] = ()) -> Frame:
    """`spots` are latitudes and longitudes that have to be in the picture too."""
    main = _main_part(state)
    latitude, longitude = (main.min(axis=0) + main.max(axis=0)) / 2
    projection = Azimuthal(float(latitude), float(longitude))
    points = np.vstack([main, spots]) if spots else main
    shape, margin = _shape_of(projection(points)), MARGIN * WIDTH
    view = fitted(projection, points, Area(margin, margin, WIDTH - margin, shape.height - margin), ())
    boxes = boxes_seen(projection, view.x, view.y, view.scale, shape)
    return Frame(shape, (replace(view, area=Area(0, 0, WIDTH, shape.height), boxes=boxes),))


def _shape_of(plane: Floats) -> Shape:
    """The one with the proportions that come nearest."""
    wide, high = np.ptp(plane, axis=0).tolist()
    own = math.log(wide / high)
    return min(SHAPES, key=lambda shape: abs(math.log(shape.ratio) - own))


@cache
def _main_part(state: str) -> Floats:
    outlines = overview()
    points, starts = outlines.rings.chosen(outlines.state_of == state)
    own = np.split(points, np.flatnonzero(starts)[1:])
    sizes = [_size(ring) for ring in own]
    return np.vstack([ring for ring, size in zip(own, sizes, strict=True) if size >= SMALL_ISLAND * sum(sizes)])


def _size(ring: Floats) -> float:
    """Of the area inside, in no unit."""
    latitude, longitude = ring.T
    return abs(float(np.dot(longitude, np.roll(latitude, 1)) - np.dot(latitude, np.roll(longitude, 1))))
