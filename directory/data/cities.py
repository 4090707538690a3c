"""The cities among the places: the GeoNames list, its faults mended."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from directory.data.sources import GeoNamesCity
from directory.place_names import key_of, slug_of

if TYPE_CHECKING:
    from directory.data.outlines import Outlines

COARSENESS_MILES = 5  # how far outside the coarse outline a point at a shore or border may lie

RENAMED = {5128581: "New York"}  # "New York City", which is neither what the Postal Service nor what people write
REFUSED = {
    4970940,  # a second Madawaska, Maine, 35 miles from the only one
    4297999,  # Lexington-Fayette: Lexington, Kentucky, once more
}
# A quarter or a hamlet that the list gives the population of the city beside it (Meads, Kentucky: 288,649).
# Size decides who is suggested first, so these count as unknown.
POPULATION_OF_A_NEIGHBOR = {
    ("CA", "Universal City"), ("AZ", "Tempe Junction"), ("FL", "East Pensacola Heights"), ("FL", "West Hollywood"),
    ("CT", "East Norwalk"), ("CT", "North Stamford"), ("IL", "North Peoria"), ("KY", "Meads"),
    ("LA", "Metairie Terrace"), ("MA", "Framingham Center"), ("MA", "North Chicopee"), ("MA", "South Boston"),
    ("MA", "South Peabody"), ("MD", "South Bel Air"), ("MN", "Minnetonka Mills"), ("MN", "West Coon Rapids"),
    ("MO", "East Independence"), ("MS", "West Gulfport"), ("NC", "West Raleigh"), ("NJ", "South Vineland"),
    ("NM", "Enchanted Hills"), ("NY", "West Albany"), ("TN", "East Chattanooga"), ("TN", "New South Memphis"),
    ("TX", "The Trails of Frisco"), ("UT", "Sandy Hills"), ("VA", "East Hampton"), ("VA", "Portsmouth Heights"),
    ("VA", "South Suffolk"), ("VA", "West Lynchburg"), ("WI", "North La Crosse"),
}  # fmt: skip


@dataclass(frozen=True)
class City(GeoNamesCity):
    county: str


def mended(listed: list[GeoNamesCity], outlines: Outlines) -> list[City]:
    """One city for each name, state and county: the larger, and of equals the later entry."""
    cities: dict[tuple[str, str, str], City] = {}
    for city in sorted(filter(_is_a_place, listed), key=lambda city: (city.population, city.geonameid)):
        city = _tidy(city)
        if outlines.miles_outside(city.point, city.state) < COARSENESS_MILES:
            county = outlines.county_of(city.point, city.state)
            cities[slug_of(city.name), city.state, county] = City(**vars(city), county=county)
    return list(cities.values())


def slugs(cities: list[City]) -> dict[int, str]:
    """By geonameid; the county is added where the state repeats the name."""
    same: dict[tuple[str, str], list[City]] = defaultdict(list)
    for city in cities:
        same[city.state, slug_of(city.name)].append(city)
    return {
        city.geonameid: slug if len(group) == 1 else f"{slug}-{slug_of(city.county)}"
        for (_, slug), group in same.items()
        for city in group
    }


class CityFinder:
    """Cities by name and state, in any spelling."""

    def __init__(self, cities: list[City]) -> None:
        self._cities: dict[tuple[str, str], list[City]] = defaultdict(list)
        for city in cities:
            self._cities[key_of(city.name), city.state].append(city)

    def named(self, name: str, state: str) -> list[City]:
        return self._cities[key_of(name), state]


def _is_a_place(city: GeoNamesCity) -> bool:
    """Not a planning district ("Georgia Avenue / Walter Reed"), a campus, or gone."""
    return city.geonameid not in REFUSED and not re.search(r"[/,]|historical", city.name)


def _tidy(city: GeoNamesCity) -> GeoNamesCity:
    name = re.sub(r" \(.*\)$|^(City|Borough) of ", "", RENAMED.get(city.geonameid, city.name))
    if city.state in {"GU", "MP"}:
        name = re.sub(r" village$", "", name, flags=re.IGNORECASE)
    unknown = (city.state, name) in POPULATION_OF_A_NEIGHBOR
    return replace(city, name=re.sub("[‘`]", "ʻ", name), population=0 if unknown else city.population)
