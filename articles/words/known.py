"""The words that a misspelt one may have meant, or that begin as it does: a table of words with the number of rows that
have each, and one of their spellings, with and without one letter. Each search has two such tables of its own."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from typing import Any, ClassVar

from django.db import models

from articles.words.spelling import SHORTEST_TO_SPELL, deletions, distance
from articles.words.stems import LONGEST

BATCH = 1000
MOST_MEANT = 3
# What the spellings call their way back to a word, in each pair of tables.
SPELLINGS = "spellings"
SHORTEST_BEGINNING = 3
# Letters from which a word may have two of them wrong.
LONG = 8
MOST_BEGINNINGS = 30


class KnownWordManager(models.Manager["KnownWord"]):
    def recount(self, before: Iterable[str], after: Iterable[str]) -> None:
        """Rows had these words, and have those now."""
        change = _counted(after)
        change.subtract(_counted(before))
        change = Counter({word: number for word, number in change.items() if number})
        known = self._numbers(self.filter(word__in=change))
        self._store({word: known.get(word, 0) + number for word, number in change.items()}, known)

    def rebuild(self, spelled: Iterable[str]) -> None:
        """All that rows have, counted anew."""
        counted, known = _counted(spelled), self._numbers(self.all())
        wrong = {word for word in counted.keys() | known.keys() if counted[word] != known.get(word)}
        self._store({word: counted[word] for word in sorted(wrong)}, known)

    def meant_by(self, word: str) -> list[str]:
        """The nearest first; of those the one with the same first letter, then the most common."""
        if len(word) < SHORTEST_TO_SPELL:
            return []
        if len(word) == SHORTEST_TO_SPELL:
            return self._swapped(word)
        near = self.filter(**{f"{SPELLINGS}__spelling__in": deletions(word)}).exclude(word=word).distinct()
        ranked = sorted(
            (distance(word, other), other[0] != word[0], -number, other)
            for other, number in near.values_list("word", self.model.COUNTED)
        )
        return [other for edits, _, _, other in ranked if edits <= (2 if len(word) >= LONG else 1)][:MOST_MEANT]

    def _swapped(self, word: str) -> list[str]:
        """Three letters are like too many others: "odc" is "ocd", but "son" is not "san"."""
        swapped = [word[1] + word[0] + word[2], word[0] + word[2] + word[1]]
        words = self.filter(word__in=swapped).exclude(word=word).order_by(f"-{self.model.COUNTED}", "word")
        return list(words.values_list("word", flat=True))

    def beginning_with(self, start: str) -> list[str]:
        """The most common first."""
        if len(start) < SHORTEST_BEGINNING:
            return []
        words = self.filter(word__startswith=start).order_by(f"-{self.model.COUNTED}", "word")
        return list(words.values_list("word", flat=True)[:MOST_BEGINNINGS])

    def _numbers(self, words: models.QuerySet) -> dict[str, int]:
        return dict(words.values_list("word", self.model.COUNTED))

    def _store(self, numbers: Mapping[str, int], known: Container[str]) -> None:
        gone = [word for word, number in numbers.items() if number <= 0]
        for start in range(0, len(gone), BATCH):
            self.filter(word__in=gone[start : start + BATCH]).delete()
        counted = self.model.COUNTED
        kept = [self.model(word=word, **{counted: number}) for word, number in numbers.items() if number > 0]
        self.bulk_create(kept, update_conflicts=True, unique_fields=["word"], update_fields=[counted])
        spelling: Any = self.model._meta.get_field(SPELLINGS).related_model
        spelling.objects.bulk_create(
            spelling(spelling=spelled, word_id=row.word)
            for row in kept
            if row.word not in known
            for spelled in sorted(deletions(row.word))
        )


def _counted(spelled: Iterable[str]) -> Counter[str]:
    return Counter(word for words in spelled for word in words.split())


class KnownWord(models.Model):
    word = models.CharField(max_length=LONGEST, primary_key=True)

    objects = KnownWordManager()

    # The field with the number of rows that have it.
    COUNTED: ClassVar[str]

    class Meta:
        abstract = True

    def __str__(self):
        return self.word


class Spelling(models.Model):
    """The word itself, or what is left of it without one of its letters."""

    spelling = models.CharField(max_length=LONGEST, db_index=True)

    class Meta:
        abstract = True

    def __str__(self):
        return self.spelling
