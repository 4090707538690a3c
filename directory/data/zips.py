"""Which point, city and state a ZIP gets: two lists that disagree, and neither to be believed alone."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, TypeVar

from directory.data.cities import CityFinder
from directory.data.sources import Point, ZipName
from directory.geo import distance_miles

if TYPE_CHECKING:
    from directory.data.outlines import Outlines

Key = TypeVar("Key")

COARSENESS_MILES = 1  # the outlines are coarse: a point this close to its state is in it
FAR_MILES = 25  # an Alaskan ZIP this far from its town is served from the town
SAME_TOWN_MILES = 60  # a town of the right name further away is another of that name

# The list names the wrong town.
CITY_OF = {"73012": ("Edmond", "OK"), "93737": ("Fresno", "CA")}
# A ZIP of desert or forest whose people live in its town, 26 to 75 miles from the middle of the area.
SERVED_FROM_TOWN = {
    "78841", "79843", "83539", "83611", "83716", "85365",
    "87499", "88203", "89049", "89406", "95223", "95604",
}  # fmt: skip
# The list's points, 100 and 260 miles from every other ZIP that begins so.
MISPLACED = {"86555", "91743"}
# Wake Island is filed under Hawaii, 2,300 miles off.
REFUSED = {"96898"}


@dataclass(frozen=True)
class Zip:
    code: str
    city: str  # empty where no list names one
    state: str
    point: Point
    is_approximate: bool = False


class ZipFinder:
    def __init__(
        self, census: dict[str, Point], names: dict[str, ZipName], cities: CityFinder, outlines: Outlines
    ) -> None:
        self.census, self.names, self.cities, self.outlines = census, names, cities, outlines
        self.middles, self.siblings = self._middles()

    def all(self) -> Iterator[Zip]:
        for code in sorted((self.census.keys() | self.names.keys()) - REFUSED):
            city, state = self._city_and_state(code)
            if point := self._point(code, city, state):
                yield Zip(code, city, state, point)
            elif middle := self.middles.get((code[:3], state)):
                yield Zip(code, city, state, middle, is_approximate=True)

    def _city_and_state(self, code: str) -> tuple[str, str]:
        if code in CITY_OF:
            return CITY_OF[code]
        if code in self.names:
            return self.names[code].city, self.names[code].state
        return "", self.outlines.state_of(self.census[code])

    def _point(self, code: str, city: str, state: str) -> Point | None:
        """A point of either list that is outside the state is refused, and the next best is taken."""
        census = self._inside(self.census.get(code), state)
        listed = self._inside(self._listed(code), state)
        if state == "AK" or code in SERVED_FROM_TOWN:
            town = self._town(city, state, census or listed or self.middles.get((code[:3], state)))
            if town and not (census and distance_miles(*town, *census) < FAR_MILES):
                return town
        if census:
            return census
        # A post office box is in its city; the list often gives the middle of the county instead.
        sibling = self.siblings.get((code[:3], city, state))
        near = sibling or listed or self.middles.get((code[:3], state))
        return self._town(city, state, near, SAME_TOWN_MILES) or sibling or listed

    def _listed(self, code: str) -> Point | None:
        return self.names[code].point if code in self.names and code not in MISPLACED else None

    def _inside(self, point: Point | None, state: str) -> Point | None:
        return point if point and self.outlines.miles_outside(point, state) < COARSENESS_MILES else None

    def _town(self, name: str, state: str, near: Point | None, miles: float = math.inf) -> Point | None:
        """The nearest town of that name in the state."""
        if near is None:
            return None
        away = {town.point: distance_miles(*town.point, *near) for town in self.cities.named(name, state)}
        nearest = min(away, key=lambda point: away[point], default=None)
        return nearest if nearest and away[nearest] < miles else None

    def _middles(self) -> tuple[dict[tuple[str, str], Point], dict[tuple[str, str, str], Point]]:
        """The middle of all Census ZIPs with the same first three digits: by state, and by city and state."""
        by_state, by_city = defaultdict(list), defaultdict(list)
        for code, point in self.census.items():
            city, state = self._city_and_state(code)
            if self._inside(point, state):
                by_state[code[:3], state].append(point)
                by_city[code[:3], city, state].append(point)
        return _means(by_state), _means(by_city)


def _means(points: dict[Key, list[Point]]) -> dict[Key, Point]:
    return {key: (fmean(p[0] for p in near), fmean(p[1] for p in near)) for key, near in points.items()}
