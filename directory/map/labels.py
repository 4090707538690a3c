"""Names beside their places, the most important first; a name that would touch anything is not written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from operator import itemgetter

import numpy as np

from directory.map.clusters import Bubble
from directory.map.frame import Area, Spot
from directory.map.lettering import Stand, extents, stands_around, width_of
from directory.map.room import Room
from directory.map.towns import Town

CITY = 100_000  # people; its name is a little larger. Sizes in pixels, as in map.css
CITY_SIZE, TOWN_SIZE = 13.5, 12.5
MOST_NARROW, MOST_WIDE = 9, 20
BESIDE_A_DOT = 5.0
# Where a pin hides the dot of a town, its name stands without one, farther away at last.
WITHOUT_A_DOT = (7.0, 17.0)


@dataclass(frozen=True)
class Name:
    """What to write beside a spot: this far from its dot, or else without a dot, so far from the spot."""

    text: str
    spot: Spot
    size: float
    beside_a_dot: tuple[float, ...]
    without_a_dot: tuple[float, ...]

    @property
    def stands(self) -> tuple[Stand, ...]:
        """Best first."""
        return stands_around(self.size, self.beside_a_dot, self.without_a_dot)


@dataclass(frozen=True)
class Label:
    name: Name
    stand: Stand
    extent: Area


def place_labels(towns: Sequence[tuple[Town, Spot]], bubbles: Sequence[Bubble], room: Room) -> list[Label]:
    """On a map of clusters these come first, and a town that has lost its dot is not named: its name would seem to be
    that of the number beside it."""
    most = MOST_NARROW if room.widths.are_narrow else MOST_WIDE
    labels: list[Label] = []
    for name, choices in _hopeful(list(_names(towns, bubbles)), room):
        taken = np.array([extent for _, extent in choices])
        if len(labels) < most and (found := room.first_free(np.array([name.spot]), taken)) is not None:
            labels.append(Label(name, *choices[found]))
            room.take(name.spot, labels[-1].extent)
    return labels


def _names(towns: Sequence[tuple[Town, Spot]], bubbles: Sequence[Bubble]) -> Iterator[Name]:
    for bubble in bubbles:
        if bubble.spot:
            yield Name(bubble.cluster.label, bubble.spot, TOWN_SIZE, (), (bubble.radius + 4,))
    named = {bubble.cluster.label for bubble in bubbles}
    for town, spot in towns:
        if town.name not in named:
            size = CITY_SIZE if town.population >= CITY else TOWN_SIZE
            yield Name(town.name, spot, size, (BESIDE_A_DOT,), () if bubbles else WITHOUT_A_DOT)


def _hopeful(names: Sequence[Name], room: Room) -> Iterator[tuple[Name, list[tuple[Stand, Area]]]]:
    """The names that have room before any other is written, and the stands where they have it."""
    if not names:
        return
    choices = [name.stands for name in names]
    taken = extents(choices, [width_of(name.text, name.size) for name in names], [name.size for name in names])
    owners = np.repeat(np.arange(len(names)), [len(stands) for stands in choices])
    stands = list(chain.from_iterable(choices))
    free = np.flatnonzero(room.free(np.array([name.spot for name in names])[owners], taken))
    rows = zip(owners[free].tolist(), free.tolist(), taken[free].tolist(), strict=True)
    for owner, found in groupby(rows, key=itemgetter(0)):
        yield names[owner], [(stands[index], Area(*extent)) for _, index, extent in found]
