"""What a visitor typed as a place: found, one of several, or unknown. Never a guess."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.words.typed import readable
from directory.geo import Box
from directory.models import Place
from directory.place_names import key_of, spell_out
from directory.search import gazetteer, live
from directory.search.atlas import live as atlas
from directory.search.place_choice import Choice, choices_of
from directory.search.suggestions import suggested
from directory.states import SHARED_WITH_A_CITY, state_code

NEARBY_MILES = 50  # a city farther away does not tell where a point is
SUGGESTIONS = 5
MOST_REMEMBERED = 256

_ZIP = re.compile(r"(?:.*[\s,])?(?P<zip5>[0-9]{5})(?:[- ]?[0-9]{4})?")
_DIGITS = re.compile(r"[0-9]{1,9}")
_POINT = re.compile(r"(?P<latitude>[-+]?[0-9]{1,2}\.[0-9]+)\s*,\s*(?P<longitude>[-+]?[0-9]{1,3}\.[0-9]+)")
_COUNTY = re.compile(r"(?P<before>[^()]*)\((?P<county>[^()]+)\)(?P<after>[^()]*)")
_COUNTRY = re.compile(r"[\s,]+(?:u\.?s\.?a\.?|united states(?: of america)?)$", re.IGNORECASE)

UNITED_STATES = (
    Box(24.4, -125.0, 49.5, -66.8),
    Box(51.0, -180.0, 71.5, -129.9),  # Alaska
    Box(51.0, 172.0, 54.0, 180.0),  # and its islands beyond the antimeridian
    Box(18.8, -160.6, 22.4, -154.7),  # Hawaii
    Box(17.6, -67.5, 18.7, -64.5),  # Puerto Rico and the Virgin Islands
    Box(13.1, 144.5, 20.7, 146.2),  # Guam and the Northern Marianas
    Box(-14.7, -171.2, -10.9, -168.0),  # American Samoa
)


class Reason(StrEnum):
    EMPTY = "empty"
    ZIP = "zip"  # "We do not know the ZIP code 99999"
    NAME = "name"
    OUTSIDE = "outside"  # a point that is not in the United States


@dataclass(frozen=True)
class Found:
    """`kind` is a Place.Kind or "point"; `state` is a postal code, empty for a point; `slug` is that of a place in the
    table, empty for a point and for a town that only a post office is named after."""

    value: str
    label: str
    kind: str
    state: str
    latitude: float
    longitude: float
    is_approximate: bool = False
    slug: str = ""


@dataclass(frozen=True)
class Ambiguous:
    text: str
    choices: tuple[Choice, ...]  # a state first, then the largest


@dataclass(frozen=True)
class Unknown:
    text: str
    reason: Reason
    suggestions: tuple[Choice, ...] = ()


Answer = Found | Ambiguous | Unknown


def find_place(text: str) -> Answer:
    text = readable(text)
    if transaction.get_connection().in_atomic_block:
        # What a transaction reads may never be true for others.
        return _find(text)
    return _remembered(text, live.index().version.epoch, get_language())


@lru_cache(MOST_REMEMBERED)
def _remembered(text: str, epoch: int, language: str | None) -> Answer:
    # A change of places makes another epoch. The same place is asked for with each filter and each page.
    return _find(text)


def _find(text: str) -> Answer:
    if not text:
        return Unknown(text, Reason.EMPTY)
    if match := _POINT.fullmatch(text):
        return _point(text, float(match["latitude"]), float(match["longitude"]))
    if match := _ZIP.fullmatch(text):
        return _zip(match["zip5"])
    if _DIGITS.fullmatch(text):
        return _unknown_zip(text)
    return _named(text)


def _point(text: str, latitude: float, longitude: float) -> Answer:
    latitude, longitude = round(latitude, 2), round(longitude, 2)
    if not any(box.contains(latitude, longitude) for box in UNITED_STATES):
        return Unknown(text, Reason.OUTSIDE)
    value = f"{latitude:.2f},{longitude:.2f}"
    return Found(value, _label_of_point(latitude, longitude), "point", "", latitude, longitude)


def _label_of_point(latitude: float, longitude: float) -> str:
    """Not "your location": who follows a link to this search is somewhere else."""
    figures = {"latitude": f"{latitude:.2f}", "longitude": f"{longitude:.2f}"}
    if city := atlas.current().nearest_city(latitude, longitude, NEARBY_MILES):
        return _("%(latitude)s, %(longitude)s, near %(city)s") % {**figures, "city": city}
    return _("%(latitude)s, %(longitude)s") % figures


def _zip(zip5: str) -> Answer:
    place = gazetteer.zip_code(zip5)
    return _found(place) if place else _unknown_zip(zip5)


def _unknown_zip(digits: str) -> Unknown:
    return Unknown(digits, Reason.ZIP, tuple(choices_of(gazetteer.zip_codes_near(digits, SUGGESTIONS))))


def _named(text: str) -> Answer:
    """ "City, ST (County)" and every shorter way to say it."""
    name, county = text, ""
    if match := _COUNTY.fullmatch(text):
        name, county = match["before"] + match["after"], match["county"]
    name = _COUNTRY.sub("", name).strip(" ,")
    if "," in name:
        before, _, after = name.rpartition(",")
        return _in_state(text, before, state_code(after), county)
    answer = _anywhere(text, name) or _with_the_state_last(text, name, county) or _unknown(text, name)
    return _one_or_several(text, _counties(name)) or answer if isinstance(answer, Unknown) else answer


def _anywhere(text: str, name: str) -> Found | Ambiguous | None:
    """A state's name means the state, unless a large city bears it too: New York and Washington."""
    places, state = gazetteer.named(name), state_code(name)
    if state:
        places = gazetteer.states(state) + (places if state in SHARED_WITH_A_CITY else [])
    return _one_or_several(text, places)


def _with_the_state_last(text: str, name: str, county: str) -> Answer | None:
    """ "Charleston West Virginia": the longest state's name at the end is meant."""
    words = name.split()
    for count in range(min(4, len(words) - 1), 0, -1):
        if state := state_code(" ".join(words[-count:])):
            return _in_state(text, " ".join(words[:-count]), state, county)
    return None


def _in_state(text: str, name: str, state: str, county: str) -> Answer:
    if not state:
        return _unknown(text, name)
    if not key_of(name):
        return _one_or_several(text, gazetteer.states(state)) or _unknown(text, name, state)
    places = gazetteer.named(name, state) or _counties(name, state)
    if county:
        places = [place for place in places if spell_out(place.county).startswith(spell_out(county))]
    return _one_or_several(text, places) or _unknown(text, name, state)


def _counties(name: str, state: str = "") -> list[Place]:
    """ "King Co.", where nothing in Colorado can be meant."""
    *words, last = spell_out(name).split() or [""]
    return gazetteer.named(" ".join([*words, "county"]), state) if words and last == "co" else []


def _unknown(text: str, name: str, state: str = "") -> Unknown:
    """First what the field suggests to whoever types with a script, in its order; then the same name elsewhere."""
    suggestions = suggested(text, atlas.current())
    if len(suggestions) < SUGGESTIONS:
        suggestions += choices_of(gazetteer.like(name, state, SUGGESTIONS))
    return Unknown(text, Reason.NAME, tuple(dict.fromkeys(suggestions))[:SUGGESTIONS])


def _one_or_several(text: str, places: list[Place]) -> Found | Ambiguous | None:
    if len(places) == 1:
        return _found(places[0])
    return Ambiguous(text, tuple(choices_of(_with_counties_by_size(places)))) if places else None


def _with_counties_by_size(places: list[Place]) -> list[Place]:
    """The table knows how many people live in cities only; the atlas has added them up for counties."""
    if all(place.kind != Place.Kind.COUNTY for place in places):
        return places
    ranks = atlas.current().ranks({place.key for place in places})
    return sorted(places, key=lambda place: ranks.get(place.value, math.inf))


def _found(place: Place) -> Found:
    point = place.latitude, place.longitude
    slug = place.slug if place.pk else ""
    return Found(place.value, place.label, place.kind, place.state, *point, place.is_approximate, slug)
