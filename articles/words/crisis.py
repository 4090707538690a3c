"""Whether somebody who searches may think of ending their life: then the page begins with where to turn. Pure."""

from articles.words.stems import stems_of

PHRASES = [
    tuple(stems_of(phrase))
    for phrase in (
        "suicide",
        "suicidal",
        "kill myself",
        "killing myself",
        "hurt myself",
        "self harm",
        "end my life",
        "end it all",
        "ending my life",
        "want to die",
        "better off dead",
    )
]


def speaks_of_suicide(words: str) -> bool:
    stems = stems_of(words)
    return any(tuple(stems[start : start + len(phrase)]) == phrase for phrase in PHRASES for start in range(len(stems)))
