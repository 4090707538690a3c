"""What somebody may mean who has typed a place so far: "springfield i" is Springfield in a state that begins with I."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from directory.place_names import key_of, keys_of_beginning, one_edit_from
from directory.states import STATE_NAMES, codes_beginning, names_of, state_code

ANYWHERE = frozenset(STATE_NAMES)
# A state typed in full counts this much more than those that merely begin so: "MI" is Michigan before Minnesota.
SURE_OF_THE_STATE = 100.0
MOST_WORDS_OF_A_STATE = 4

_COUNTRY = re.compile(r"[\s,]+(?:u\.?s\.?a?\.?|united(?: states)?(?: of america)?)$", re.IGNORECASE)
_PARENTHESES = re.compile(r"\(([^()]*)\)?")


@dataclass(frozen=True)
class Reading:
    """A name, or its beginning unless it `is_whole`, in one of these states; `merit` is how likely it is meant."""

    keys: frozenset[str]
    states: frozenset[str] = ANYWHERE
    is_whole: bool = False
    merit: float = 1.0

    @property
    def names_its_state(self) -> bool:
        return self.merit == SURE_OF_THE_STATE


def readings(text: str) -> Iterator[Reading]:
    """Of a name with or without its state; what stands in parentheses is a county, and `county_of` tells it."""
    text = _COUNTRY.sub("", _PARENTHESES.sub("", text)).strip(" ,")
    name, comma, state = text.rpartition(",")
    if comma and key_of(name):
        yield from _in_states(name, codes_meant(state), state_code(state))
        return
    yield Reading(frozenset(keys_of_beginning(text)))
    words = text.split()
    for count in range(1, min(MOST_WORDS_OF_A_STATE + 1, len(words))):
        name, state = " ".join(words[:-count]), " ".join(words[-count:])
        yield from _in_states(name, codes_beginning(state), state_code(state), is_whole=True)


def county_of(text: str) -> str:
    """The key of what stands in parentheses."""
    found = _PARENTHESES.search(text)
    return key_of(found[1]) if found else ""


def codes_meant(state: str) -> set[str]:
    """By their beginning, or else by a name with one mistake; what is no state leaves all."""
    return codes_beginning(state) or _mistyped(state) or set(ANYWHERE)


def _mistyped(state: str) -> set[str]:
    near = one_edit_from(key_of(state))
    return {code for code in STATE_NAMES if not near.isdisjoint(map(key_of, names_of(code)))}


def _in_states(name: str, codes: set[str], code: str, is_whole: bool = False) -> Iterator[Reading]:
    keys = frozenset({key_of(name)} if is_whole else keys_of_beginning(name))
    if code:
        yield Reading(keys, frozenset({code}), is_whole, SURE_OF_THE_STATE)
    if others := codes - {code}:
        yield Reading(keys, frozenset(others), is_whole)
