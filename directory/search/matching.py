"""Which listings match a query: any chosen value within a facet, every facet together."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from pyroaring import BitMap

from directory.search.circle import slots_within
from directory.search.index import Index
from directory.search.query import Query
from directory.search.sets import bitmap
from directory.search.text import TextMatch


@dataclass(frozen=True)
class Match:
    """`found` matches everything; `without[facet]` everything but what was chosen in that facet; `text` is None where
    the query has no words."""

    found: BitMap
    without: dict[str, BitMap]
    text: TextMatch | None


def match(index: Index, query: Query) -> Match:
    text = index.day(query.today).having_words(query.words) if query.words else None
    allowed = _allowed(index, query, text)
    chosen = _chosen(index, query)
    without = {facet: _all([allowed, *(bits for other, bits in chosen.items() if other != facet)]) for facet in chosen}
    return Match(_all([allowed, *chosen.values()]), without, text)


def _allowed(index: Index, query: Query, text: TextMatch | None) -> BitMap:
    live = text.found if text else index.day(query.today).live
    if query.near is None or query.state:
        return live
    return live & bitmap(slots_within(index, query.near))


def _chosen(index: Index, query: Query) -> dict[str, BitMap]:
    """What may be in each facet with a choice. A value that nobody knows matches nothing."""
    chosen = {facet: frozenset(slugs) for facet, slugs in query.chosen.items() if slugs}
    if query.state:
        chosen["state"] = chosen.get("state", frozenset([query.state])) & {query.state}
    return {facet: _any(_sets(index, facet, slugs)) for facet, slugs in chosen.items()}


def _sets(index: Index, facet: str, slugs: Iterable[str]) -> list[BitMap]:
    known = index.facets.get(facet, {})
    return [known[slug] for slug in slugs if slug in known]


def _any(sets: list[BitMap]) -> BitMap:
    return reduce(or_, sets) if sets else BitMap()


def _all(sets: list[BitMap]) -> BitMap:
    return reduce(and_, sorted(sets, key=len))
