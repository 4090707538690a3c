"""What a visitor asks for in words: what must be found, and what only makes a place better."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from articles.words.stems import words_of

MOST_WORDS = 12
# They say how words hang together, or that a search is one; never what is looked for.
SMALL = frozenset(
    "a an and any at best by can do find for from i in is me my near nearby of on or that the to with".split()
)
# They ask, or point at somebody; never what is looked for.
ASKING = frozenset(
    "about am are as be been being but could did does get gets give given had has have he her him his how if into "
    "it its just like may might much must need needs our out she should so some take takes taking than their them "
    "then there these they this those up us use used using versus very vs want wants was we were what whats when "
    "where which while who whom whose why will would you your".split()
)


@dataclass(frozen=True)
class Asked:
    """Folded words in their order. All that are `needed` have to be found; the others only make a place better."""

    words: tuple[str, ...]
    needed: tuple[str, ...]

    @classmethod
    def read(cls, typed: str, generic: Collection[str], small: Collection[str] = SMALL) -> "Asked":
        """`generic` words are true of whatever is searched."""
        words = _unless_all(words_of(typed), small)[:MOST_WORDS]
        return cls(words, _unless_all(words, generic))

    def respelled(self, meant: Mapping[str, str]) -> "Asked":
        """With other words for some; a word that is meant twice counts once."""
        return Asked(*(tuple(dict.fromkeys(meant.get(w, w) for w in words)) for words in (self.words, self.needed)))

    def without(self, left_out: Collection[str]) -> "Asked":
        return Asked(*(tuple(word for word in words if word not in left_out) for words in (self.words, self.needed)))

    def __str__(self) -> str:
        return " ".join(self.words)


def _unless_all(words: Collection[str], left_out: Collection[str]) -> tuple[str, ...]:
    """Each word once, without these; but who asks for nothing else means them."""
    distinct = tuple(dict.fromkeys(words))
    return tuple(word for word in distinct if word not in left_out) or distinct
