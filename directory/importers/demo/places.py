"""Where demonstration practices stand: towns drawn by their size, then one of the ZIP codes around."""

from dataclasses import dataclass
from itertools import accumulate

import numpy

from directory import geo
from directory.models import Place

AROUND_TOWN_MILES = 8
# The middle of a ZIP code moves by up to this, so that neighbors do not stand on one point.
SPREAD_DEGREES = 0.012


@dataclass
class Towns:
    towns: list
    weights: list[float]
    zips: dict[str, list]

    @classmethod
    def load(cls):
        towns = list(Place.objects.filter(kind=Place.Kind.CITY, population__gte=2000).order_by("pk"))
        zips: dict[str, list] = {}
        for place in Place.objects.filter(kind=Place.Kind.ZIP, is_approximate=False).order_by("zip5"):
            zips.setdefault(place.state, []).append(place)
        towns = [town for town in towns if town.state in zips]
        return cls(towns, list(accumulate(town.population**0.95 for town in towns)), zips)

    def draw(self, draw):
        """A town, a ZIP code near it and a point in that ZIP code."""
        town = draw.choices(self.towns, cum_weights=self.weights)[0]
        around = self._around(town)
        zip_place = draw.choice(around)
        spread = [draw.uniform(-SPREAD_DEGREES, SPREAD_DEGREES) for _ in range(2)]
        return town, zip_place, (round(zip_place.latitude + spread[0], 5), round(zip_place.longitude + spread[1], 5))

    def _around(self, town):
        if not hasattr(town, "zips_around"):
            candidates = self.zips[town.state]
            miles = geo.distances_miles(
                town.latitude,
                town.longitude,
                numpy.array([place.latitude for place in candidates]),
                numpy.array([place.longitude for place in candidates]),
            )
            near = [candidates[i] for i in numpy.flatnonzero(miles <= AROUND_TOWN_MILES)]
            town.zips_around = near or [candidates[int(miles.argmin())]]
        return town.zips_around
