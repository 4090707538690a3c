"""The questions that are measured: what visitors ask, each in several forms so that no answer is a lucky one."""

from datetime import date

from directory.search.query import Near, Query
from tests.bench.cities import Cities
from tests.bench.writing import NAMES, Words

# Around cities of every size, by their place among all when the largest comes first.
CITIES = (0, 4, 20, 150, 1200)
STATES = ("ca", "tx", "co", "oh", "vt")
# Of two words, by how common they are: the first is in most texts, the two hundredth in one of twenty.
RANKS = ((100, 200), (50, 100), (5, 100), (10, 30), (0, 10))
# The letter that is left out of a name.
DROPPED = 3
TWO = (
    {"route": {"iv_infusion"}, "accepting": {"newpt"}},
    {"condition": {"trd", "ptsd"}, "monitor": {"anesthesiologist"}},
    {"price": {"under_300"}, "language": {"es"}},
    {"payment": {"hsa_fsa"}, "setting": {"infusion_clinic", "not_stated"}},
    {"route": {"intranasal_esketamine"}, "insurer": {"aetna"}},
)
THIRD = (
    {"age": {"teens_12_to_17"}},
    {"access": {"step_free_entrance"}},
    {"hours": {"evening", "weekend"}},
    {"psychotherapy": {"included"}},
    {"physician": {"always_during_sessions"}},
)


def questions(today: date) -> dict[str, list[Query]]:
    """By what they are, in the letters of the table."""
    cities = Cities.read()
    points = [(float(cities.latitude[place]), float(cities.longitude[place])) for place in CITIES]
    two = [_frozen(chosen) for chosen in TWO]
    three = [_frozen(chosen | third) for chosen, third in zip(TWO, THIRD, strict=True)]
    return {
        "a  25 miles around a city": [Query(today, near=Near(point[0], point[1], 25)) for point in points],
        "b  50 miles and 2 filters": [
            Query(today, chosen=chosen, near=Near(point[0], point[1], 50))
            for chosen, point in zip(two, points, strict=True)
        ],
        "e  one state": [Query(today, state=state) for state in STATES],
        "f  the whole country": [Query(today, offset=offset) for offset in (0, 20)],
        "g  the country and 3 filters": [Query(today, chosen=chosen) for chosen in three],
    }


def in_words(today: date) -> dict[str, list[Query]]:
    """Two words, common ones and rarer ones, in a state; and names with a letter dropped, which nobody bears."""
    words = Words.invent().words
    return {
        "c  two words and a state": [
            Query(today, words=f"{words[one]} {words[other]}", state=state)
            for (one, other), state in zip(RANKS, STATES, strict=True)
        ],
        "d  a misspelt name": [Query(today, words=name[:DROPPED] + name[DROPPED + 1 :]) for name in NAMES[::500]],
    }


def _frozen(chosen: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {facet: frozenset(slugs) for facet, slugs in chosen.items()}
