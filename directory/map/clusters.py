"""Clusters: how many results are in a place. The largest stand first; one that finds no room is only a dot in the
picture, and a line of the list under it in any case."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from directory.map.frame import Area, Spot
from directory.map.room import Room
from directory.map.spec import Cluster
from directory.map.spread import beside, settled

RADIUS = {1: 12.0, 2: 13.0, 3: 15.5, 4: 20.0}  # by the number of digits, which is the order of size
LARGEST = 24.0
GAP = 1.0
CORE = 0.65  # of a bubble
FARTHEST_NARROW, FARTHEST_WIDE = 12, 44  # pixels that one may be moved


@dataclass(frozen=True)
class Bubble:
    """`spot` is where its number stands; without one it is a dot at its place."""

    cluster: Cluster
    place: Spot
    spot: Spot | None = None

    @property
    def radius(self) -> float:
        return RADIUS.get(len(str(self.cluster.count)), LARGEST)

    @property
    def extent(self) -> Area:
        reach = self.radius + GAP
        return Area(-reach, -reach, reach, reach)


def place_clusters(clusters: Sequence[tuple[Cluster, Spot]], room: Room) -> list[Bubble]:
    """The largest first. In a narrow picture they take what is free; in a wide one they make room for each other, and
    who finds none goes farther, with a line to its place: small states out to sea."""
    bubbles = sorted((Bubble(cluster, spot) for cluster, spot in clusters), key=_by_size)
    if room.widths.are_narrow or not bubbles:
        return _beside(bubbles, room, FARTHEST_NARROW)
    shown, crowded = _with_hope(bubbles, room)
    spots = settled([bubble.place for bubble in shown], [bubble.extent for bubble in shown], room, FARTHEST_WIDE)
    placed = [replace(bubble, spot=spot) for bubble, spot in zip(shown, spots, strict=True)]
    return sorted(placed + _beside(crowded, room, FARTHEST_WIDE), key=_by_size)


def _beside(bubbles: Sequence[Bubble], room: Room, farthest: int) -> list[Bubble]:
    spots = beside([bubble.place for bubble in bubbles], [bubble.extent for bubble in bubbles], room, farthest)
    return [replace(bubble, spot=spot) for bubble, spot in zip(bubbles, spots, strict=True)]


def _by_size(bubble: Bubble) -> tuple[int, str, str]:
    return -bubble.cluster.count, bubble.cluster.label, bubble.cluster.url


def _with_hope(bubbles: Sequence[Bubble], room: Room) -> tuple[list[Bubble], list[Bubble]]:
    """Those whose cores keep apart, and the rest, which would only push them away from their places."""
    places, extents = (np.array(rows) for rows in zip(*((one.place, one.extent) for one in bubbles), strict=True))
    apart = room.apart(places, CORE * extents).tolist()
    hopeful: list[int] = []
    for index, keeps_apart_from in enumerate(apart):
        if all(keeps_apart_from[other] for other in hopeful):
            hopeful.append(index)
    rest = sorted(set(range(len(bubbles))) - set(hopeful))
    return [bubbles[index] for index in hopeful], [bubbles[index] for index in rest]
