"""The vocabulary at hand: what visitors may choose, in the order and the words in which they read it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.db import transaction

from directory.facets import NOT_STATED
from directory.models import Term
from directory.search import live

# The condition that is never shown without the crisis line.
SUICIDAL_THOUGHTS = "mdd_si"


@dataclass(frozen=True)
class Choice:
    """One term as pages show it."""

    slug: str
    label: str
    explanation: str
    guide_url: str

    @classmethod
    def of(cls, term: Term) -> "Choice":
        return cls(term.slug, term.label, term.explanation, term.guide_url)


class Vocabulary:
    """Fetched once a page and handed on."""

    def __init__(self, terms: Iterable[Term]):
        self._facets: dict[str, dict[str, Choice]] = {}
        for term in sorted(terms, key=lambda term: (term.slug == NOT_STATED, term.position, term.number)):
            self._facets.setdefault(term.facet, {})[term.slug] = Choice.of(term)

    def choices_of(self, facet: str) -> Mapping[str, Choice]:
        """By slug, "not stated" last; nothing for a facet without terms."""
        return self._facets.get(facet, {})

    def find(self, facet: str, slug: str) -> Choice | None:
        return self.choices_of(facet).get(slug)


def current() -> Vocabulary:
    if transaction.get_connection().in_atomic_block:
        # What a transaction reads may never be true for others.
        return Vocabulary(Term.objects.all())
    return _remembered(live.version())


@lru_cache(maxsize=1)
def _remembered(version: str) -> Vocabulary:
    # Every change of a term makes another version.
    return Vocabulary(Term.objects.all())
