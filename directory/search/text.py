"""Which listings have the words of a visitor: as typed, else as they may have been meant, else some of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise, product

from pyroaring import BitMap

from directory.models import SearchText
from directory.models.search_text import Column, Groups
from directory.search.asked import Asked
from directory.search.columns import Columns
from directory.search.query import How, WordsAnswer
from directory.search.sets import bitmap
from directory.search.spelling import beginning_with, meant_by
from directory.words import stem

# Where more listings have the words, these do not decide the order.
MOST_RANKED = 20_000
MOST_TRIES = 12


@dataclass(frozen=True)
class TextMatch:
    """The slots that have the words, and which of them have all in a better place: None where places do not count."""

    answer: WordsAnswer
    found: BitMap
    in_name: BitMap | None = None
    in_headline: BitMap | None = None


def match(columns: Columns, live: BitMap, typed: str) -> TextMatch:
    """Of the slots that are live: a word that only a hidden listing has counts as one that nobody has."""
    attempts = Attempts(columns, live, typed)
    return (
        attempts.exact()
        or attempts.corrected()
        or attempts.some()
        or attempts.beginning()
        or TextMatch(WordsAnswer(How.NOTHING, typed, stems(attempts.asked.words)), BitMap())
    )


class Attempts:
    """Each gives what it found, or None."""

    def __init__(self, columns: Columns, live: BitMap, typed: str):
        self.columns, self.live, self.typed = columns, live, typed
        self.asked = Asked.read(typed)
        self._sets: dict[tuple[Groups, Column], BitMap] = {}

    def exact(self) -> TextMatch | None:
        return self._all_of(self.asked, How.EXACT, self.typed)

    def corrected(self) -> TextMatch | None:
        """Each word that nobody has, replaced by one that it is like."""
        for meant in islice(product(*self.meanings.values()), MOST_TRIES):
            asked = self.asked.respelled(dict(zip(self.meanings, meant, strict=True)))
            if found := self._all_of(asked, How.CORRECTED, str(asked)):
                return found
        return None

    def some(self) -> TextMatch | None:
        """As many of the words together as any listing has."""
        left_out = tuple(word for word, meant in self.meanings.items() if not meant)
        asked = self.asked.without(left_out).respelled(
            {word: meant[0] for word, meant in self.meanings.items() if meant}
        )
        answer = WordsAnswer(How.SOME, str(asked), stems(asked.words), left_out)
        needed = one_each(asked.needed)
        tries = (self._match(answer, needed, needed, number) for number in range(len(needed), 0, -1))
        return next(filter(None, tries), None)

    def beginning(self) -> TextMatch | None:
        words = {word: beginning_with(word) for word in self.asked.needed}
        left_out = tuple(word for word, longer in words.items() if not longer)
        asked = self.asked.without(left_out)
        needed = tuple(tuple(sorted(stems(words[word]))) for word in asked.needed)
        answer = WordsAnswer(How.BEGINNING, str(asked), frozenset().union(*needed), left_out)
        return self._match(answer, needed, needed, len(needed))

    @cached_property
    def meanings(self) -> dict[str, list[str]]:
        """Of each word that is needed: itself, where somebody has it, or else those that it may have been."""
        return {
            word: [word] if self._is_known(word) else [other for other in meant_by(word) if self._is_known(other)]
            for word in self.asked.needed
        }

    def _is_known(self, word: str) -> bool:
        return bool(self._having(one_each([word]), 1, Column.ANYWHERE))

    def _all_of(self, asked: Asked, how: How, searched: str) -> TextMatch | None:
        answer = WordsAnswer(how, searched, stems(asked.words))
        return self._match(answer, one_each(asked.needed), one_each(asked.words), len(asked.needed))

    def _match(self, answer: WordsAnswer, needed: Groups, named: Groups, number: int) -> TextMatch | None:
        """Those that have so many of what is needed."""
        found = self._having(needed, number, Column.ANYWHERE)
        if not found:
            return None
        if len(found) > MOST_RANKED:
            return TextMatch(answer, found)
        in_headline = self._having(needed, number, Column.HEADLINE)
        in_name = self._having(named, number + len(named) - len(needed), Column.NAME) if in_headline else in_headline
        return TextMatch(answer, found, in_name, in_headline)

    def _having(self, groups: Groups, number: int, column: Column) -> BitMap:
        """The slots that have something of so many groups there."""
        if number == len(groups):
            return self._having_all(groups, column)
        at_least = [self.live, *(BitMap() for _ in groups)]
        for group in groups:
            having = self._having_all((group,), column)
            at_least[1:] = [more | (fewer & having) for fewer, more in pairwise(at_least)]
        return at_least[number]

    def _having_all(self, groups: Groups, column: Column) -> BitMap:
        if not groups:
            return BitMap()
        if (groups, column) not in self._sets:
            slots = self.columns.slots_of(SearchText.objects.having(groups, column))
            self._sets[groups, column] = bitmap(slots) & self.live
        return self._sets[groups, column]


def stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(stem, words))


def one_each(words: Iterable[str]) -> Groups:
    return tuple((stem(word),) for word in words)
