"""Words that name a place: "ketamine denver", "infusion 80202", "therapist springfield il"."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from directory.place_names import key_of
from directory.results.recognition.typed import Stretch, Typed
from directory.search import gazetteer
from directory.search.gazetteer import Populations
from directory.search.place_choice import Choice
from directory.search.places import Ambiguous, Found, find_place
from directory.states import state_code

LONGEST = 7  # words: four of a town, three of its state
LONGEST_STATE = 3
MOST_CHOICES = 5
# A name that is found in listings too is often somebody's: only of a city of this size is it a likely place.
LIKELY_PEOPLE = 30_000
LIKELY_PEOPLE_OF_TWO_WORDS = 5_000
SHORTEST_TO_CORRECT = 5

# Cities that are named like something else that is looked for here.
ORDINARY = {"anthem", "center", "enterprise", "independence", "mobile", "normal", "reading", "surprise", "university"}
# Codes of states that are words or mean something else here: "in", "or", a physician assistant, veterans affairs.
NOT_ALONE = set("al as co de gu hi id in la ma md me mp ms oh ok or pa sc va vi".split())
BEFORE_A_PLACE = {"around", "at", "by", "from", "in", "near", "within"}

_ZIP = re.compile(r"[0-9]{5}(-[0-9]{4})?")


@dataclass(frozen=True)
class PlaceMeant:
    """`stretch` with the "in" before it, `text` without; `choices` are several where the place has namesakes."""

    stretch: Stretch
    text: str
    choices: tuple[Choice, ...]


class Likeness(NamedTuple):
    """How surely a stretch is meant as a place; the largest is meant."""

    is_precise: bool
    words: int
    is_town: bool
    first: int


def recognised(typed: Typed, found: frozenset[str]) -> PlaceMeant | None:
    """`found` are the stems that stand in listings."""
    stretches = list(typed.stretches(LONGEST))
    known = gazetteer.populations(key_of(typed.text(stretch)) for stretch in stretches)
    likely = [(likeness, stretch) for stretch in stretches if (likeness := _likeness(typed, stretch, known, found))]
    for _, stretch in sorted(likely, reverse=True):
        text = typed.text(stretch)
        if choices := _choices(text):
            return PlaceMeant(typed.with_the_word_before(stretch, BEFORE_A_PLACE), text, choices)
    return None


def misspelt(typed: Typed, found: frozenset[str]) -> PlaceMeant | None:
    """A word that stands in no listing and is one letter away from a large city."""
    for stretch in typed.stretches(1):
        text = typed.text(stretch)
        if len(text) < SHORTEST_TO_CORRECT or found.issuperset(typed.stems(stretch)):
            continue
        if cities := gazetteer.misspelt(text, LIKELY_PEOPLE):
            choices = tuple(Choice(city.value, city.label, city.kind) for city in cities[:MOST_CHOICES])
            return PlaceMeant(typed.with_the_word_before(stretch, BEFORE_A_PLACE), text, choices)
    return None


def _likeness(typed: Typed, stretch: Stretch, known: Populations, found: frozenset[str]) -> Likeness | None:
    """None for what is no place, or is rather something else."""
    words = typed.words[stretch.first : stretch.end]
    if _ZIP.fullmatch(words[-1]):
        is_place = len(words) == 1 or _names_a_place(words[:-1], known)
        return Likeness(True, len(words), True, stretch.first) if is_place else None
    if _is_precise(words, known):
        return Likeness(True, len(words), True, stretch.first)
    is_town = _is_likely_town(words, known, is_found=found.issuperset(typed.stems(stretch)))
    if is_town or _is_state(words):
        return Likeness(False, len(words), is_town, stretch.first)
    return None


def _is_precise(words: list[str], known: Populations) -> bool:
    """A name with its state behind it."""
    return any(
        state_code(" ".join(words[end:])) in known.get(key_of(" ".join(words[:end])), {})
        for end in range(max(1, len(words) - LONGEST_STATE), len(words))
    )


def _names_a_place(words: list[str], known: Populations) -> bool:
    return key_of(" ".join(words)) in known or _is_precise(words, known)


def _is_likely_town(words: list[str], known: Populations, *, is_found: bool) -> bool:
    text = " ".join(words)
    people = max(known.get(key_of(text), {}).values(), default=None)
    if people is None or (text.lower() in ORDINARY and is_found):
        return False
    if not is_found:
        # "Cost" and "Speaks" are post offices: of a name that nobody lives under, its state has to be said.
        return people > 0
    return people >= (LIKELY_PEOPLE if len(words) == 1 else LIKELY_PEOPLE_OF_TWO_WORDS)


def _is_state(words: list[str]) -> bool:
    text = " ".join(words)
    return bool(state_code(text)) and text.lower() not in NOT_ALONE


def _choices(text: str) -> tuple[Choice, ...]:
    answer = find_place(text)
    if isinstance(answer, Found):
        return (Choice(answer.value, answer.label, answer.kind),)
    return answer.choices[:MOST_CHOICES] if isinstance(answer, Ambiguous) else ()
