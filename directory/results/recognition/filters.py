"""Words that name a filter: "spanish", "IV infusion", "veterans". The labels that visitors read, what stands in their
brackets, and the phrases of `data/phrases.csv`, each in any form of its words."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from articles.words.stems import stems_of
from directory.data.phrases import PHRASES
from directory.facets import FACETS, NOT_STATED
from directory.results.recognition.typed import Stretch, Typed
from directory.vocabulary import Vocabulary

LONGEST = 8  # words
BEFORE_A_FILTER = {"accepting", "accepts", "and", "for", "in", "takes", "taking", "that", "treating", "treats", "with"}
# Whoever types the name of a state means where the door is.
NOT_BY_WORDS = {"serves"}

_IN_BRACKETS = re.compile(r"(?P<before>[^()]*)\((?P<inside>[^()]+)\)(?P<after>[^()]*)")


class Term(NamedTuple):
    facet: str
    slug: str


Phrases = Mapping[tuple[str, ...], list[Term]]


def recognised(typed: Typed, vocabulary: Vocabulary) -> list[tuple[Stretch, list[Term]]]:
    """The stretches that name a filter, from left to right; of those that overlap the longest."""
    known = phrases(vocabulary)
    found: dict[Stretch, list[Term]] = {}
    for stretch in typed.stretches(LONGEST):
        terms = known.get(typed.stems(stretch))
        if terms and not any(stretch.overlaps(other) for other in found):
            found[stretch] = terms
    return sorted(found.items())


@lru_cache(maxsize=1)
def phrases(vocabulary: Vocabulary) -> Phrases:
    """The terms that each phrase names, by the stems of its words; in the order of the facets."""
    known: dict[tuple[str, ...], list[Term]] = {}
    for term, label in _terms(vocabulary):
        spellings = [*_spellings(label), *PHRASES.get(term, ())]
        for stems in {tuple(stems_of(words)) for words in spellings}:
            known.setdefault(stems, []).append(term)
    return known


def _terms(vocabulary: Vocabulary) -> Iterable[tuple[Term, str]]:
    for facet in FACETS:
        if facet.in_form and facet.name not in NOT_BY_WORDS:
            for choice in vocabulary.choices_of(facet.name).values():
                if choice.slug != NOT_STATED:
                    yield Term(facet.name, choice.slug), choice.label


def _spellings(label: str) -> Iterable[str]:
    """ "Injection into a muscle (IM)", and each part of it alone."""
    yield label
    if match := _IN_BRACKETS.fullmatch(label):
        yield match["before"] + match["after"]
        yield match["inside"]
