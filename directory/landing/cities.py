"""Cities with listings, as links: those of a state, and those around a city."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from directory import wording
from directory.geo import distance_miles
from directory.landing import addresses
from directory.models import Place
from directory.place_names import slug_of
from directory.search.tallies import Tally

AROUND_MILES = 100
MOST_AROUND = 8


class City(NamedTuple):
    """A place as a plain row: a large state has a thousand."""

    pk: int
    name: str
    state: str
    county: str
    slug: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class CityLink:
    """`total` is None where nobody counts, and `distance` is empty where nothing is measured from."""

    label: str
    url: str
    total: int | None = None
    distance: str = ""


def label_of(city: City | Place) -> str:
    """With its county where the state has two of the name."""
    # The first is quick, and true of most.
    if city.slug == city.name.lower().replace(" ", "-") or city.slug == slug_of(city.name):
        return city.name
    return f"{city.name} ({city.county})"


def cities(pks: Iterable[int]) -> list[City]:
    """By name; one that is gone since the index was made is left out."""
    return _cities(pk__in=list(pks))


def _cities(**conditions: object) -> list[City]:
    rows = Place.objects.filter(**conditions).order_by("name", "slug").values_list(*City._fields)
    return [City(*row) for row in rows]


def links(tallied: Mapping[int, Tally]) -> list[CityLink]:
    named = cities(tallied)
    urls = addresses.of_cities(named)
    return [CityLink(label_of(city), url, tallied[city.pk].total) for city, url in zip(named, urls, strict=True)]


def links_around(center: Place, tallied: Mapping[int, Tally]) -> list[CityLink]:
    """The nearest first, and not the city itself."""
    measured = sorted((_miles(center, city), city) for city in cities(tallied.keys() - {center.pk}))
    nearest = [(miles, city) for miles, city in measured[:MOST_AROUND] if miles <= AROUND_MILES]
    return [
        CityLink(_label(city, center.state), addresses.of_city(city), tallied[city.pk].total, wording.miles(miles))
        for miles, city in nearest
    ]


def links_to_namesakes(center: Place) -> list[CityLink]:
    """Those that share its name in its state."""
    named = _cities(kind=Place.Kind.CITY, state=center.state, key=center.key)
    return [CityLink(label_of(city), addresses.of_city(city)) for city in named if city.pk != center.pk]


def _label(city: City, state: str) -> str:
    """With its state where that is another."""
    return label_of(city) if city.state == state else f"{label_of(city)}, {city.state}"


def _miles(center: Place, city: City) -> float:
    return distance_miles(center.latitude, center.longitude, city.latitude, city.longitude)
