"""The table of places at hand for maps: read once a process, and again when the places change."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

import numpy as np
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from directory.geo import distances_miles
from directory.map import MapSpec, Towns, draw
from directory.models import Place
from directory.search import live

MAPS_KEPT = 100
STATES_KEPT = 60
# Of the cities of a state some stand for those around them: none within so many miles of a larger one, or of fewer
# miles where the state would have but a handful.
MILES_APART = (25, 10)
FEWEST = 8


@dataclass(frozen=True)
class Cities:
    """Those that stand for a state, the largest first."""

    places: list[Place]
    miles_apart: int


class Map(NamedTuple):
    spec: MapSpec
    html: SafeString


class Mapmaker:
    """Each part is read when it is first asked for."""

    def __init__(self) -> None:
        self._printed = lru_cache(MAPS_KEPT)(self._print)
        self.cities_of: Callable[[str], Cities] = lru_cache(STATES_KEPT)(self._cities_of)

    @cached_property
    def towns(self) -> Towns:
        known = Place.objects.filter(kind=Place.Kind.CITY, population__gt=0)
        return Towns(known.values_list("name", "state", "latitude", "longitude", "population"))

    @cached_property
    def states(self) -> dict[str, Place]:
        return {place.state: place for place in Place.objects.filter(kind=Place.Kind.STATE)}

    def map_of(self, spec: MapSpec) -> Map:
        """Drawn and printed once, however many pages show it."""
        return Map(spec, self._printed(spec, get_language()))

    def _print(self, spec: MapSpec, language: str | None) -> SafeString:
        return render_to_string("directory/_map.html", {"drawing": draw(spec, self.towns)})

    def _cities_of(self, state: str) -> Cities:
        known = Place.objects.filter(kind=Place.Kind.CITY, state=state, population__gt=0)
        places = list(known.order_by("-population", "name", "latitude"))
        cities = Cities([], 0)
        for miles in MILES_APART:
            if len(cities.places) < FEWEST:
                cities = Cities(_apart(places, miles), miles)
        return cities


def _apart(places: list[Place], miles: int) -> list[Place]:
    points = np.array([(place.latitude, place.longitude) for place in places]).reshape(-1, 2)
    left, chosen = np.arange(len(places)), []
    while len(left):
        chosen.append(places[left[0]])
        left = left[distances_miles(*points[left[0]], *points[left].T) > miles]
    return chosen


def current() -> Mapmaker:
    if transaction.get_connection().in_atomic_block:
        # What a transaction reads may never be true for others.
        return Mapmaker()
    return _remembered(live.index().version.epoch)


def forget() -> None:
    _remembered.cache_clear()


@lru_cache(maxsize=1)
def _remembered(epoch: int) -> Mapmaker:
    # A change of places makes another epoch.
    return Mapmaker()
