"""The words of names, places and terms that a misspelt one may have meant, or that begin as it does."""

from directory.models import SearchWord
from directory.spelling import deletions, distance

MOST_MEANT = 3
SHORTEST_MEANT = 3
# Letters from which a word may have two of them wrong.
LONG = 8
MOST_BEGINNINGS = 30
SHORTEST_BEGINNING = 3


def meant_by(word: str) -> list[str]:
    """The nearest first; of those the one with the same first letter, then the most common."""
    if len(word) < SHORTEST_MEANT:
        return []
    near = SearchWord.objects.filter(spellings__spelling__in=deletions(word)).exclude(word=word).distinct()
    ranked = sorted(
        (distance(word, other), other[0] != word[0], -listings, other)
        for other, listings in near.values_list("word", "listings")
    )
    return [other for edits, _, _, other in ranked if edits <= (2 if len(word) >= LONG else 1)][:MOST_MEANT]


def beginning_with(start: str) -> list[str]:
    """The most common first."""
    if len(start) < SHORTEST_BEGINNING:
        return []
    words = SearchWord.objects.filter(word__startswith=start).order_by("-listings", "word")
    return list(words.values_list("word", flat=True)[:MOST_BEGINNINGS])
