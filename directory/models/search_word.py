"""The words of names, places and terms, each with its spellings one letter short: what a misspelt one may mean."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping

from django.db import models

from directory.spelling import deletions
from directory.words import LONGEST

BATCH = 1000


class SearchWordManager(models.Manager["SearchWord"]):
    def recount(self, before: Iterable[str], after: Iterable[str]) -> None:
        """Listings had these words, and have those now."""
        change = _counted(after)
        change.subtract(_counted(before))
        change = Counter({word: number for word, number in change.items() if number})
        known = dict(self.filter(word__in=change).values_list("word", "listings"))
        self._store({word: known.get(word, 0) + number for word, number in change.items()}, known)

    def rebuild(self, spelled: Iterable[str]) -> None:
        """All that listings have, counted anew."""
        counted, known = _counted(spelled), dict(self.values_list("word", "listings"))
        wrong = {word for word in counted.keys() | known.keys() if counted[word] != known.get(word)}
        self._store({word: counted[word] for word in sorted(wrong)}, known)

    def _store(self, listings: Mapping[str, int], known: Container[str]) -> None:
        gone = [word for word, number in listings.items() if number <= 0]
        for start in range(0, len(gone), BATCH):
            self.filter(word__in=gone[start : start + BATCH]).delete()
        kept = [SearchWord(word=word, listings=number) for word, number in listings.items() if number > 0]
        self.bulk_create(kept, update_conflicts=True, unique_fields=["word"], update_fields=["listings"])
        SearchSpelling.objects.bulk_create(
            SearchSpelling(spelling=spelling, word_id=row.word)
            for row in kept
            if row.word not in known
            for spelling in sorted(deletions(row.word))
        )


def _counted(spelled: Iterable[str]) -> Counter[str]:
    return Counter(word for words in spelled for word in words.split())


class SearchWord(models.Model):
    word = models.CharField(max_length=LONGEST, primary_key=True)
    listings = models.PositiveIntegerField()

    objects = SearchWordManager()

    def __str__(self):
        return self.word


class SearchSpelling(models.Model):
    """The word itself, or what is left of it without one of its letters."""

    spelling = models.CharField(max_length=LONGEST, db_index=True)
    word = models.ForeignKey(SearchWord, on_delete=models.CASCADE, related_name="spellings")

    def __str__(self):
        return f"{self.spelling} – {self.word_id}"
