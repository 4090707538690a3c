"""Where things find room near the places that they belong to."""

from collections.abc import Sequence
from functools import cache

import numpy as np

from directory.map.arrays import Floats
from directory.map.frame import Area, Spot
from directory.map.room import EDGE, Room

ROUNDS = 20
BACK = 0.1  # of the way home, at first; less with every round, and none in the last third
SLACK = 0.6  # pixels more than needed, for pushing comes close to its end and never reaches it
NEARBY = 30  # pixels, to look for room where pushing did not make it
DIRECTIONS, STEP = 16, 6


def settled(homes: Sequence[Spot], extents: Sequence[Area], room: Room, farthest: float) -> list[Spot | None]:
    """Each at home or beside, no farther than so many pixels; None where there is no room. The room is taken."""
    if not homes:
        return []
    boxes = np.array(extents)
    starts = _pushed_apart(np.array(homes) * room.size, boxes[:, 2:], room.size)
    spots, ways = starts / room.size, np.hypot(*(starts - np.array(homes) * room.size).T)
    right = room.free(spots, boxes) & room.apart(spots, boxes).all(axis=1) & (ways <= farthest)
    room.take_all(spots[right], boxes[right])
    found: list[Spot | None] = [Spot(*spot) for spot in spots.tolist()]
    for index in np.flatnonzero(~right).tolist():
        found[index] = _near(starts[index] / room.size, homes[index], extents[index], room, farthest)
    return found


def beside(homes: Sequence[Spot], extents: Sequence[Area], room: Room, farthest: int) -> list[Spot | None]:
    """For each, one after the other, the free spot nearest to its home, or None. The room is taken."""
    if not homes:
        return []
    spots = np.array(homes)[:, None] + _around(farthest) / room.size
    found = room.take_first_free(spots, np.array(extents))
    return [None if first is None else Spot(*own[first].tolist()) for own, first in zip(spots, found, strict=True)]


def _near(start: Floats, home: Spot, extent: Area, room: Room, farthest: float) -> Spot | None:
    """The free spot nearest to the start, no farther from the home than so many pixels. The room is taken."""
    places = start * room.size + _around(NEARBY)
    spots = places[np.hypot(*(places - np.array(home) * room.size).T) <= farthest] / room.size
    found = room.first_free(spots, np.array([extent]))
    if found is None:
        return None
    spot = Spot(*spots[found].tolist())
    room.take(spot, extent)
    return spot


def _pushed_apart(homes: Floats, halves: Floats, size: Floats) -> Floats:
    """The middles of boxes, given half their sizes: those that overlap push each other aside along the shorter way
    out, but not out of the picture, and all lean back to their homes. All in pixels."""
    homes, halves, size = homes.T, halves.T, size[:, None]  # a row across and a row down: NumPy is quick along rows
    reach = halves[..., None] + halves[:, None] + SLACK
    np.fill_diagonal(reach[0], -1)
    homes = homes + 1e-6 * np.arange(homes.shape[1])  # of two in one place, the first goes up
    places = homes.copy()
    for turn in range(ROUNDS):
        between = places[..., None] - places[:, None]
        overlap = reach - np.abs(between)
        touching = np.minimum(*overlap) > 0
        if not touching.any():
            break
        shorter = overlap <= overlap[::-1]
        places += np.where(touching & shorter, np.sign(between) * overlap, 0).sum(axis=2) / 2
        places += BACK * max(0.0, 1 - 1.5 * turn / ROUNDS) * (homes - places)
        places = np.minimum(np.maximum(places, halves + EDGE), size - halves - EDGE)
    return places.T


@cache
def _around(farthest: int) -> Floats:
    """The place itself, then places around it, nearest first."""
    turns = np.linspace(0, 2 * np.pi, DIRECTIONS, endpoint=False)
    ring = np.column_stack([np.cos(turns), np.sin(turns)])
    return np.vstack([np.zeros((1, 2)), *(distance * ring for distance in range(STEP, farthest + 1, STEP))])
