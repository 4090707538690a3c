"""The words of a search as they were typed, and any stretch of them."""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from articles.words.stems import stems_of

_WORD = re.compile(r"[^\s,;/|]+")


class Stretch(NamedTuple):
    """Some words in a row, from `first` up to `end`."""

    first: int
    end: int

    def overlaps(self, other: "Stretch") -> bool:
        return self.first < other.end and other.first < self.end

    def __len__(self) -> int:
        return self.end - self.first


class Typed:
    def __init__(self, text: str):
        self.words = _WORD.findall(text)
        self._stems = [tuple(stems_of(word)) for word in self.words]

    def stretches(self, longest: int) -> Iterator[Stretch]:
        """Of up to so many words: the longest first, and from left to right."""
        for length in range(min(longest, len(self.words)), 0, -1):
            for first in range(len(self.words) - length + 1):
                yield Stretch(first, first + length)

    def text(self, stretch: Stretch) -> str:
        return " ".join(self.words[stretch.first : stretch.end])

    def stems(self, stretch: Stretch) -> tuple[str, ...]:
        """A word with a hyphen has two."""
        return sum(self._stems[stretch.first : stretch.end], ())

    def with_the_word_before(self, stretch: Stretch, words: Collection[str]) -> Stretch:
        """As "near Denver" goes as a whole: one of these words belongs to what follows it."""
        before = stretch.first - 1
        is_one = before >= 0 and self.words[before].lower() in words
        return Stretch(before, stretch.end) if is_one else stretch

    def without(self, stretch: Stretch) -> str:
        return " ".join(self.words[: stretch.first] + self.words[stretch.end :])
