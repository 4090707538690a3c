"""The words of guides that a misspelt one may mean."""

from itertools import chain, islice

from django.db import models

from articles.words.known import SPELLINGS, KnownWord, Spelling
from articles.words.spelling import is_spellable
from articles.words.stems import words_of

# Letters of a word that stands in a text alone: of all that is said there, the short words are like each other.
SHORTEST_IN_A_TEXT = 5
# Each has a dozen spellings, which a database looks at one by one while somebody publishes; no section that is read by
# people has half as many.
MOST_SPELLED = 2_000


class SectionWord(KnownWord):
    sections = models.PositiveIntegerField()

    COUNTED = "sections"


class SectionSpelling(Spelling):
    word = models.ForeignKey(SectionWord, on_delete=models.CASCADE, related_name=SPELLINGS)


def spelled_in(title: str, words: str) -> str:
    """The words of a section that may be meant, with spaces between."""
    said = (word for word in words_of(words) if len(word) >= SHORTEST_IN_A_TEXT)
    may_be_meant = dict.fromkeys(filter(is_spellable, chain(words_of(title), said)))
    return " ".join(sorted(islice(may_be_meant, MOST_SPELLED)))
