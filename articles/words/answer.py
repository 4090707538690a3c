"""What a search by words says of its words. Plain values."""

from dataclasses import dataclass
from enum import StrEnum


class How(StrEnum):
    """How the words of a search were found."""

    EXACT = "exact"  # every word, by its stem
    CORRECTED = "corrected"  # every word, some of them spelled otherwise
    SOME = "some"  # not all words together, but some of them
    BEGINNING = "beginning"  # words that begin so
    NOTHING = "nothing"


@dataclass(frozen=True)
class WordsAnswer:
    """`searched` is what was searched for in the end, as a person reads it; `stems` are what to highlight, and
    `left_out` the words that nobody has."""

    how: How
    searched: str
    stems: frozenset[str]
    left_out: tuple[str, ...] = ()

    def shown(self, typed: str) -> str:
        """What was searched for in the end, where that is not what was typed."""
        return self.searched if self.how in (How.CORRECTED, How.SOME) else typed
