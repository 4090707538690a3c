"""Whether a name that we list can be one that the registry has for the same NPI. Pure.

The check is lenient where people really are called in several ways, because the NPI has said already who is meant:
of several last names one is enough, a nickname or an initial stands for a first name, and order and letters after the
name do not matter. What is left is a different last name, or a first name that begins otherwise.
"""

from collections.abc import Iterable, Iterator

from articles.words.folding import fold
from directory.importers.npi.nicknames import NICKNAMES

TITLES = {"dr", "doctor", "mr", "mrs", "ms", "prof", "professor"}
GENERATIONS = {"jr", "sr", "ii", "iii", "iv"}
PARTICLES = {
    "al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "el", "la", "las", "le", "los", "mac", "mc",
    "san", "st", "van", "von", "y",
}  # fmt: skip
# What the registry writes where somebody has no first name.
NO_NAME = {"fnu", "nfn", "nmn"}
SOUNDS_LIKE = str.maketrans("kj", "cg")
LEGAL_FORMS = {
    "and", "apc", "co", "company", "corp", "corporation", "inc", "incorporated", "limited", "llc", "llp", "lp", "ltd",
    "md", "of", "pa", "pc", "pllc", "plc", "professional", "psc", "sc", "the",
}  # fmt: skip


def can_be_the_person(name: str, last_names: Iterable[str], given_names: Iterable[str]) -> bool:
    words = [word for word in fold(name).split() if word not in TITLES]
    given = {word for names in given_names for word in fold(names).split()} - NO_NAME
    return any(_given_names_agree(rest, given) for last in last_names for rest in _beside(last, words))


def can_be_the_organization(names: Iterable[str], others: Iterable[str]) -> bool:
    theirs = [_telling_words(other) for other in others]
    return any(_alike(_telling_words(name), other) for name in names for other in theirs)


def _beside(last: str, words: list[str]) -> Iterator[list[str]]:
    """The words before the last name, or after one that comes first, for each way to find it in a name."""
    whole = fold(last).split()
    parts = set(whole) - PARTICLES - GENERATIONS
    wanted = {"".join(whole), "".join(word for word in whole if word not in GENERATIONS)} | parts
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            # "Mc Donald" and "McDonald", "De la Cruz" and "Delacruz" are one.
            if "".join(words[start:end]) in wanted:
                yield words[:start] or words[end:]


def _given_names_agree(ours: list[str], theirs: set[str]) -> bool:
    if not ours or not theirs:
        return True
    return any(_given_name_agrees(word, other) for word in ours for other in theirs)


def _given_name_agrees(one: str, other: str) -> bool:
    return (
        one[0].translate(SOUNDS_LIKE) == other[0].translate(SOUNDS_LIKE)
        or other in NICKNAMES.get(one, ())
        or one in NICKNAMES.get(other, ())
        or (min(len(one), len(other)) > 2 and (one in other or other in one))
    )


def _telling_words(name: str) -> list[str]:
    words = fold(name).split()
    return [word for word in words if word not in LEGAL_FORMS] or words


def _alike(one: list[str], other: list[str]) -> bool:
    if not one or not other:
        return False
    if "".join(one) == "".join(other):
        return True
    # A part of the other, unless it is a single word that many share.
    short, long = sorted((set(one), set(other)), key=len)
    return len(short) > 1 and short <= long
