"""A practice that was just made, as the search reads a listing: from memory, because to read back what was written a
moment ago takes as long as to write it."""

from collections.abc import Iterable
from functools import cache
from types import SimpleNamespace
from typing import Any

from directory.importers.demo.generate import Practice
from directory.models import Listing, Offering


class Related(list):
    """Rows at hand, asked for as a model asks for its own."""

    def all(self) -> "Related":
        return self


def as_indexed(listing: Listing, made: Practice, offerings: Iterable[Offering]) -> Any:
    """`offerings` are those of this listing."""
    shown = SimpleNamespace(pk=listing.pk, **vars(listing))
    shown.offerings = Related(offerings)
    shown.hours = Related(SimpleNamespace(**row) for row in made.hours)
    shown.statements = Related(
        SimpleNamespace(term=_term(facet, slug), answer=answer) for facet, slug, answer, _detail in made.statements
    )
    shown.positions = Related(_position(shown, person) for person in made.staff)
    return shown


@cache
def _term(facet: str, slug: str) -> SimpleNamespace:
    return SimpleNamespace(facet=facet, slug=slug)


def _position(listing: SimpleNamespace, person: dict) -> SimpleNamespace:
    licenses = Related([SimpleNamespace(**person["license"])])
    clinician = SimpleNamespace(**person["clinician"], licenses=licenses)
    return SimpleNamespace(
        listing=listing, clinician=clinician, prescribes=person["prescribes"], title=person["title"], does=""
    )
