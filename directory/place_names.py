"""How a place's name is compared: "St. Louis" with "Saint Louis", "De Kalb" with "DeKalb"; and how it is mistyped."""

import re
from collections.abc import Iterable
from string import ascii_lowercase

from articles.words.folding import fold

# Never at the end of a name: "Billings, MT" is in Montana, and no town is called "Main Saint".
ABBREVIATIONS = {
    "st": "saint",
    "ste": "sainte",
    "ft": "fort",
    "mt": "mount",
    "pt": "point",
}
DIRECTIONS = {"n": "north", "s": "south", "e": "east", "w": "west", "no": "north", "so": "south"}
LAST_WORDS = {
    "hts": "heights",
    "spgs": "springs",
    "vlg": "village",
    "twp": "township",
    "jct": "junction",
    "cnty": "county",
}

LONGEST_TO_CORRECT = 30  # letters; one edit of a longer name makes too many others
_DOUBLED = re.compile(r"(.)\1+")


def spell_out(name: str) -> str:
    """The name's words, folded and written in full: "N. St. Paul" becomes "north saint paul"."""
    words = fold(name).split()
    *before, last = words or [""]
    before = [ABBREVIATIONS.get(word, word) for word in before]
    if before:
        before[0] = DIRECTIONS.get(before[0], before[0])
        last = LAST_WORDS.get(last, last)
    return " ".join([*before, last])


def key_of(name: str) -> str:
    """What two spellings of one name have in common; without spaces, because people disagree about them."""
    return spell_out(name).replace(" ", "")


def slug_of(name: str) -> str:
    return spell_out(name).replace(" ", "-")


def keys_of_beginning(text: str) -> set[str]:
    """Of a name that may not be typed to its end: "st" begins Stockton and St. Louis."""
    key, last = key_of(text), fold(text).rpartition(" ")[2]
    in_full = key.removesuffix(last) + ABBREVIATIONS[last] if last in ABBREVIATIONS else key
    return {key, in_full}


def one_edit_from(key: str) -> set[str]:
    """Every word that one letter left out, added, changed or swapped with the next makes of it."""
    if len(key) > LONGEST_TO_CORRECT:
        return set()
    halves = [(key[:i], key[i:]) for i in range(len(key) + 1)]
    swapped = {before + after[1] + after[0] + after[2:] for before, after in halves if len(after) > 1}
    shorter = {before + after[1:] for before, after in halves if after}
    changed = {before + letter + after[1:] for before, after in halves if after for letter in ascii_lowercase}
    longer = {before + letter + after for before, after in halves for letter in ascii_lowercase}
    return swapped | shorter | changed | longer


def without_doubles(keys: Iterable[str]) -> list[str]:
    """Whether a letter stands once or twice is what people know least: "tennesee", "cinncinati"."""
    # All at once: that is five times faster than one by one.
    return _DOUBLED.sub(r"\1", "\n".join(keys)).split("\n")
