"""From the table of places to an atlas."""

from collections import Counter
from collections.abc import Iterator

from django.db.models import Sum

from directory.models import Place, SearchVersion
from directory.place_names import key_of
from directory.search.atlas.table import Atlas, Entry, Version
from directory.search.gazetteer import NICKNAMES
from directory.states import names_of

ZIP, CITY, COUNTY, STATE = Place.Kind.ZIP, Place.Kind.CITY, Place.Kind.COUNTY, Place.Kind.STATE

# Most who type "los angeles" mean the city, though its county has three times as many people.
SHARE_OF_A_COUNTY = 0.1
# What the cities of the smallest add up to leaves out who lives in none.
LEAST_OF_A_STATE = 100_000

NICKNAMES_OF = {
    meant: [nickname for nickname, other in NICKNAMES.items() if other == meant] for meant in NICKNAMES.values()
}

People = Counter[tuple[str, str | None]]


def refreshed(atlas: Atlas | None) -> Atlas:
    """The same unless places have changed."""
    version = Version(*SearchVersion.objects.values_list("epoch", "places_number").first() or (0, 0))
    return atlas if atlas and atlas.version == version else Atlas(version, entries())


def entries() -> Iterator[Entry]:
    people, named = _people(), set()
    # One after the other: all at once would leave the process twice as large as before.
    for place in Place.objects.exclude(kind=ZIP).iterator():
        keys = _keys(place)
        named |= {(place.state, key) for key in keys if place.kind != STATE}
        point = (place.latitude, place.longitude) if place.kind == CITY else ()
        yield Entry(place.value, place.kind, place.state, max(1, _weight(place, people)), keys, *point)
    yield from _towns(named)


def _people() -> People:
    """Of counties, and of states under None: the table knows those of cities only."""
    people: People = Counter()
    for state, county, number in Place.objects.values_list("state", "county").annotate(Sum("population")):
        people[state, county] += number
        people[state, None] += number
    return people


def _weight(place: Place, people: People) -> float:
    if place.kind == STATE:
        return max(LEAST_OF_A_STATE, people[place.state, None])
    if place.kind == COUNTY:
        return SHARE_OF_A_COUNTY * people[place.state, place.county or place.name]
    return place.population


def _keys(place: Place) -> tuple[str, ...]:
    if place.kind == STATE:
        return place.state.lower(), *map(key_of, names_of(place.state))
    nicknames = NICKNAMES_OF.get((place.key, place.state), []) if place.kind == CITY else []
    without_article = [place.key.removeprefix("the")] if place.name.startswith("The ") else []
    return place.key, *nicknames, *without_article


def _towns(named: set[tuple[str, str]]) -> Iterator[Entry]:
    """Those that only a post office is named after; the rule is gazetteer.named's."""
    offices = Place.objects.filter(kind=ZIP).order_by("zip5").values_list("state", "key", "name")
    for state, key, name in offices.iterator():
        if (state, key) not in named:
            named.add((state, key))
            yield Entry(f"{name}, {state}", CITY, state, 1, (key,))
