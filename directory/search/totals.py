"""How many a query finds and who is nearest: what a search answers too, without its page and its counts."""

import numpy as np

from directory.search import circle
from directory.search.index import Index
from directory.search.matching import match
from directory.search.query import Near, Query
from directory.search.sets import slots_of


def total(index: Index, query: Query) -> int:
    return len(match(index, query).found)


def totals_without(index: Index, query: Query) -> dict[str, int]:
    """For each facet with a choice, how many there are without that choice."""
    without = match(index, query).without
    return {facet: len(without[facet]) for facet, slugs in query.chosen.items() if slugs}


def nearest(index: Index, query: Query, point: Near, most: int) -> list[tuple[int, float]]:
    """Up to so many that the query finds, wherever the miles of the point end: their listings and miles."""
    slots = slots_of(match(index, query).found)
    miles = circle.distances(index.columns, point, slots)
    known = ~np.isnan(miles)
    slots, miles = slots.compress(known), miles.compress(known)
    first = np.argpartition(miles, min(most, len(miles)) - 1)[:most] if len(miles) else np.arange(0)
    first = first[np.argsort(miles[first])]
    return list(zip(index.columns.listing_id[slots[first]].tolist(), miles[first].tolist(), strict=True))
