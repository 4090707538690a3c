"""The words of guides that a misspelt one may mean."""

from django.db import models

from articles.words.known import SPELLINGS, KnownWord, Spelling
from articles.words.spelling import is_spellable
from articles.words.stems import words_of

# Letters of a word that stands in a text alone: of all that is said there, the short words are like each other.
SHORTEST_IN_A_TEXT = 5


class SectionWord(KnownWord):
    sections = models.PositiveIntegerField()

    COUNTED = "sections"


class SectionSpelling(Spelling):
    word = models.ForeignKey(SectionWord, on_delete=models.CASCADE, related_name=SPELLINGS)


def spelled_in(title: str, words: str) -> str:
    """The words of a section that may be meant, with spaces between."""
    said = {word for word in words_of(words) if len(word) >= SHORTEST_IN_A_TEXT}
    return " ".join(sorted(filter(is_spellable, said.union(words_of(title)))))
