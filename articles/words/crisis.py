"""Whether somebody who searches may think of ending their life: then the page begins with where to turn. Pure."""

from articles.words.spelling import distance
from articles.words.stems import stems_of, words_of

PHRASES = [
    tuple(stems_of(phrase))
    for phrase in (
        "kill myself",
        "hurt myself",
        "harm myself",
        "cut myself",
        "self harm",
        "end my life",
        "end it all",
        "want to end it",
        "take my life",
        "take my own life",
        "want to die",
        "ready to die",
        "going to die",
        "wanna die",
        "feel like dying",
        "better dead",
        "better off dead",
        "be dead",
        "was dead",
        "were dead",
        "dont want to live",
        "do not want to live",
        "dont want to be here",
        "do not want to be here",
        "no reason to live",
        "nothing to live for",
        "tired of living",
        "cant go on",
        "cannot go on",
    )
]


# And how many letters of each may be wrong.
NAMES = {"suicide": 1, "suicidal": 2}


def speaks_of_suicide(words: str) -> bool:
    return _has_a_phrase(stems_of(words)) or any(map(names_suicide, words_of(words)))


def names_suicide(word: str) -> bool:
    """Also misspelt."""
    return word.startswith(tuple(NAMES)) or (
        word.startswith("su") and any(distance(word, name) <= wrong for name, wrong in NAMES.items())
    )


def _has_a_phrase(stems: list[str]) -> bool:
    return any(tuple(stems[start : start + len(phrase)]) == phrase for phrase in PHRASES for start in range(len(stems)))
