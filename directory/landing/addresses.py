"""Where the pages of states and cities are, and which one is meant by an address."""

from collections.abc import Sequence
from typing import Protocol

from django.urls import reverse
from django.utils.http import urlencode

from directory.models import Place
from directory.place_names import key_of, slug_of


class InAState(Protocol):
    """A city, as a model or as a row."""

    @property
    def state(self) -> str: ...
    @property
    def slug(self) -> str: ...


def of_state(code: str) -> str:
    return reverse("directory:in_state", args=[code.lower()])


def of_city(city: InAState) -> str:
    return reverse("directory:in_city", args=[city.state.lower(), city.slug])


def of_cities(cities: Sequence[InAState]) -> list[str]:
    """To reverse each of a thousand would take longer than all the rest of a page."""
    states = {state: of_state(state) for state in {city.state for city in cities}}
    return [f"{states[city.state]}{city.slug}/" for city in cities]


def of_search(**parameters: str | int) -> str:
    return reverse("directory:search") + (f"?{urlencode(parameters)}" if parameters else "")


def city_at(code: str, slug: str) -> Place | None:
    """The city at this address, or the one that has or had it in another spelling: "Denver", "st-louis", a name with a
    county that it needs no longer. Of several, the largest."""
    cities = Place.objects.filter(kind=Place.Kind.CITY, state=code).order_by("-population", "pk")
    return cities.filter(slug=slug).first() or cities.filter(key=key_of(slug)).first() or _with_county(cities, slug)


def _with_county(cities, slug: str) -> Place | None:
    words = slug_of(slug).split("-")
    beginnings = ["".join(words[:end]) for end in range(1, len(words))]
    named = cities.filter(key__in=beginnings)
    return next((city for city in named if f"{city.key}{key_of(city.county)}" == "".join(words)), None)
