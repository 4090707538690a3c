"""The table of places, asked by name, by ZIP code and by what looks like a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from string import ascii_lowercase, digits

from django.db.models import Case, F, IntegerField, Max, Q, QuerySet, Value, When

from articles.words.stems import words_of
from directory.models import Place
from directory.place_names import key_of, one_edit_from, slug_of, spell_out
from directory.states import STATE_NAMES, state_code

ZIP, CITY, COUNTY, STATE = Place.Kind.ZIP, Place.Kind.CITY, Place.Kind.COUNTY, Place.Kind.STATE
LETTERS_AND_DIGITS = set(ascii_lowercase + digits)
SHORTEST_BEGINNING = 3
LARGEST = 10_000_000  # people; more than any city has
WELL_KNOWN_PEOPLE = 30_000
LETTERS_OF_A_CODE = 2

# Of each key the largest population by the state.
Populations = Mapping[str, Mapping[str, int]]

# What people call them: the key of the name, and the state.
NICKNAMES = {
    "newyorkcity": ("newyork", "NY"),
    "nyc": ("newyork", "NY"),
    "la": ("losangeles", "CA"),
    "dc": ("washington", "DC"),
    "okc": ("oklahomacity", "OK"),
    "slc": ("saltlakecity", "UT"),
    "philly": ("philadelphia", "PA"),
    "sf": ("sanfrancisco", "CA"),
    "vegas": ("lasvegas", "NV"),
    "nola": ("neworleans", "LA"),
}


def zip_code(zip5: str) -> Place | None:
    return Place.objects.filter(zip5=zip5).first()


def zip_codes_beginning(digits: str) -> QuerySet[Place]:
    return Place.objects.filter(zip5__gte=digits.ljust(5, "0"), zip5__lte=digits.ljust(5, "9")).order_by("zip5")


def zip_codes_near(typed: str, count: int) -> list[Place]:
    """By number, among those with the longest beginning in common; four digits may have lost their zero."""
    wanted = typed.zfill(5) if len(typed) == 4 else typed[:5]
    for length in range(min(4, len(wanted)), 1, -1):
        if places := zip_codes_beginning(wanted[:length]):
            number = int(wanted.ljust(5, "0"))
            return sorted(places, key=lambda place: abs(int(place.zip5) - number))[:count]
    return []


def states(code: str) -> list[Place]:
    return list(Place.objects.filter(kind=STATE, state=code))


def named(name: str, state: str = "") -> list[Place]:
    """Every city and county of the name, largest first, and towns that only a post office is named after."""
    key, in_state = key_of(name), Q(state=state) if state else Q()
    if key in NICKNAMES and state in {"", NICKNAMES[key][1]}:
        key, in_state = NICKNAMES[key][0], Q(state=NICKNAMES[key][1])
    alike = Place.objects.filter(in_state, kind__in=[CITY, COUNTY], key__in=[key, f"the{key}"])
    places = _as_spelled(alike, spell_out(name))
    elsewhere = ~Q(state__in={place.state for place in places})
    offices = Place.objects.filter(in_state, elsewhere, kind=ZIP, key=key).order_by("zip5")
    return sorted([*places, *_towns(offices)], key=_largest_first)


def populations(keys: Iterable[str]) -> Populations:
    """Which of these keys are names: the largest population of each, by its states. A county counts as a large city,
    because it says itself what it is; a town that only a post office is named after as nobody's."""
    stored = {key: NICKNAMES[key][0] if key in NICKNAMES else key for key in keys if key}
    people = Case(When(kind=COUNTY, then=Value(LARGEST)), default=F("population"), output_field=IntegerField())
    named = Place.objects.filter(kind__in=[CITY, COUNTY, ZIP], key__in=set(stored.values()))
    found: dict[str, dict[str, int]] = {}
    for key, state, largest in named.order_by().values_list("key", "state").annotate(largest=Max(people)):
        found.setdefault(key, {})[state] = largest
    return {key: found[name] for key, name in stored.items() if name in found}


def words_of_places(text: str) -> frozenset[str]:
    """The words of a text that name a state, or a city that many know: nobody has misspelt them."""
    words = words_of(text)
    stretches = {
        " ".join(words[first : first + length]) for length in (1, 2, 3) for first in range(len(words) - length + 1)
    }
    known = populations(map(key_of, stretches))
    named = [each for each in stretches if _is_state(each) or _largest(known, each) >= WELL_KNOWN_PEOPLE]
    return frozenset(word for each in named for word in each.split())


def _is_state(name: str) -> bool:
    return len(name) > LETTERS_OF_A_CODE and bool(state_code(name))


def _largest(known: Populations, name: str) -> int:
    return max(known.get(key_of(name), {}).values(), default=0)


def misspelt(name: str, population: int) -> list[Place]:
    """The cities of at least so many people whose name is one letter off, largest first."""
    cities = Place.objects.filter(kind=CITY, key__in=one_edit_from(key_of(name)), population__gte=population)
    return list(cities.order_by("-population"))


def like(name: str, state: str, count: int) -> list[Place]:
    """What may have been meant: the name in other states, one letter off, or as the beginning of a name."""
    key = key_of(name)
    if not key:
        return []
    cities = Place.objects.filter(kind=CITY)
    tries = [
        cities.filter(key__in=one_edit_from(key)),
        cities.filter(key__gte=key, key__lt=_after(key)) if _may_begin(key) else cities.none(),
    ]
    found = [place for near in tries for place in near.filter(state=state).order_by("-population")[:count] if state]
    found += named(name)[:count]
    found += [place for near in tries for place in near.order_by("-population")[:count]]
    found = found or _named_by_its_beginning(name)[:count]
    return list({place.value: place for place in found}.values())[:count]


def _named_by_its_beginning(name: str) -> list[Place]:
    """ "Denver Colrado": the name that is left when the last word goes, or the last two."""
    words = spell_out(name).split()
    for end in range(len(words) - 1, max(0, len(words) - 3), -1):
        if places := named(" ".join(words[:end])):
            return places
    return []


def _as_spelled(places: Iterable[Place], words: str) -> list[Place]:
    """Where one state has both a Newport and a New Port, the spelling decides."""
    by_state = groupby(sorted(places, key=lambda place: place.state), key=lambda place: place.state)
    kept = []
    for _, group in by_state:
        alike = list(group)
        kept += [place for place in alike if spell_out(place.name) == words] or alike
    return kept


def _towns(offices: Iterable[Place]) -> list[Place]:
    """One town, not saved, for each state that has ZIP codes of the name, in the middle of them."""
    by_state = groupby(sorted(offices, key=lambda office: office.state), key=lambda office: office.state)
    return [_town(list(group)) for _, group in by_state]


def _town(offices: list[Place]) -> Place:
    first = offices[0]
    latitude, longitude = (
        sum(degrees) / len(offices) for degrees in zip(*((o.latitude, o.longitude) for o in offices), strict=True)
    )
    return Place(
        kind=CITY, name=first.name, state=first.state, county=first.county, slug=slug_of(first.name),
        latitude=latitude, longitude=longitude,
    )  # fmt: skip


def _largest_first(place: Place) -> tuple[int, str, str]:
    return -place.population, place.name, STATE_NAMES[place.state]


def _may_begin(key: str) -> bool:
    return len(key) >= SHORTEST_BEGINNING and set(key) <= LETTERS_AND_DIGITS


def _after(beginning: str) -> str:
    """The first key that no longer begins so. LIKE would not use SQLite's index."""
    stem = beginning.rstrip("z")
    if not stem:
        return beginning + "z" * 80
    return stem[:-1] + ("a" if stem[-1] == "9" else chr(ord(stem[-1]) + 1))
