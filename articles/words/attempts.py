"""Who has the words of a visitor: as typed, else as they may have been meant, else some of them, else words that begin
so. `Holders` says who has what; here is only what to ask, and in which order."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, pairwise, product
from typing import Generic, TypeVar

from pyroaring import BitMap

from articles.words.answer import How, WordsAnswer
from articles.words.asked import SMALL, Asked
from articles.words.crisis import names_suicide, speaks_of_suicide
from articles.words.full_text import Groups
from articles.words.known import KnownWordManager
from articles.words.stems import stem

MOST_TRIES = 12

Place = TypeVar("Place")


class Holders(Generic[Place]):
    """Whoever may be found, by number. `ask` tells who has something of every group in a place; each question is asked
    once. A word that only somebody hidden has counts as one that nobody has."""

    def __init__(self, live: BitMap, ask: Callable[[Groups, Place], BitMap], anywhere: Place):
        self.live, self._ask, self.anywhere = live, ask, anywhere
        self._known: dict[tuple[Groups, Place], BitMap] = {}

    def having(self, groups: Groups, place: Place, number: int) -> BitMap:
        """Those that have something of so many groups there."""
        if number == len(groups):
            return self._having_all(groups, place)
        at_least = [self.live, *(BitMap() for _ in groups)]
        for group in groups:
            having = self._having_all((group,), place)
            at_least[1:] = [more | (fewer & having) for fewer, more in pairwise(at_least)]
        return at_least[number]

    def anywhere_having(self, stem: str) -> BitMap:
        return self._having_all(((stem,),), self.anywhere)

    def _having_all(self, groups: Groups, place: Place) -> BitMap:
        if not groups:
            return BitMap()
        if (groups, place) not in self._known:
            self._known[groups, place] = self._ask(groups, place) & self.live
        return self._known[groups, place]


@dataclass(frozen=True)
class Attempt:
    """`found` have something of so many (`number`) of the groups that are `needed`; `named` are those and the words
    that only make a place better."""

    answer: WordsAnswer
    found: BitMap
    needed: Groups = ()
    named: Groups = ()
    number: int = 0


class Attempts:
    """Each but the best and the last gives what it found, or None."""

    def __init__(
        self,
        typed: str,
        asked: Asked,
        holders: Holders,
        known: KnownWordManager,
        spelled_right: Callable[[str], Collection[str]] = lambda typed: (),
    ):
        """`spelled_right` gives the words of a text that are no mistakes, whoever has them."""
        self.typed, self.asked, self.holders, self.known = typed, asked, holders, known
        self.spelled_right = spelled_right

    def best(self) -> Attempt:
        if self._is_crisis:
            return self.exact() or self.corrected() or self.some() or self.nothing()
        return self.exact() or self.corrected() or self.some() or self.beginning() or self.nothing()

    def nothing(self) -> Attempt:
        return Attempt(WordsAnswer(How.NOTHING, self.typed, stems(self.asked.words)), BitMap())

    def exact(self) -> Attempt | None:
        return self._all_of(self.asked, How.EXACT, self.typed)

    def corrected(self) -> Attempt | None:
        """Each word that nobody has, replaced by one that it is like."""
        for meant in islice(product(*self.meanings.values()), MOST_TRIES):
            asked = self.asked.respelled(dict(zip(self.meanings, meant, strict=True)))
            if found := self._all_of(asked, How.CORRECTED, str(asked)):
                return found
        return None

    def some(self) -> Attempt | None:
        """As many of the words together as anybody has."""
        left_out = tuple(word for word, meant in self.meanings.items() if not meant)
        asked = self.asked.without(left_out).respelled(
            {word: meant[0] for word, meant in self.meanings.items() if meant}
        )
        answer = WordsAnswer(How.SOME, str(asked), stems(asked.words), left_out)
        needed = one_each(asked.needed)
        tries = (self._attempt(answer, needed, needed, number) for number in range(len(needed), 0, -1))
        return next(filter(None, tries), None)

    def beginning(self) -> Attempt | None:
        words = {word: self.known.beginning_with(word) for word in self.asked.needed}
        left_out = tuple(word for word, longer in words.items() if not longer)
        asked = self.asked.without(left_out)
        needed = tuple(tuple(sorted(stems(words[word]))) for word in asked.needed)
        answer = WordsAnswer(How.BEGINNING, str(asked), frozenset().union(*needed), left_out)
        return self._attempt(answer, needed, needed, len(needed))

    @cached_property
    def meanings(self) -> dict[str, list[str]]:
        """Of each word that is needed: itself, where somebody has it, or else those that it may have been."""
        return {word: [word] if self._is_held(word) else self._meant_by(word) for word in self.asked.needed}

    def _meant_by(self, word: str) -> list[str]:
        """Nobody in a crisis is told that they meant something else."""
        if word in self._spelled_right:
            return []
        meant = [other for other in self.known.meant_by(word) if other not in SMALL and self._is_held(other)]
        return list(filter(names_suicide, meant)) if self._is_crisis else meant

    @cached_property
    def _is_crisis(self) -> bool:
        return speaks_of_suicide(self.typed)

    @cached_property
    def _spelled_right(self) -> Collection[str]:
        return self.spelled_right(self.typed)

    def _is_held(self, word: str) -> bool:
        return bool(self.holders.anywhere_having(stem(word)))

    def _all_of(self, asked: Asked, how: How, searched: str) -> Attempt | None:
        answer = WordsAnswer(how, searched, stems(asked.words))
        return self._attempt(answer, one_each(asked.needed), one_each(asked.words), len(asked.needed))

    def _attempt(self, answer: WordsAnswer, needed: Groups, named: Groups, number: int) -> Attempt | None:
        found = self.holders.having(needed, self.holders.anywhere, number)
        return Attempt(answer, found, needed, named, number) if found else None


def stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(stem, words))


def one_each(words: Iterable[str]) -> Groups:
    return tuple((stem(word),) for word in words)
