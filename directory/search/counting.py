"""How many results each value of each facet would leave."""

from directory.search.index import Counts, Index
from directory.search.matching import Match
from directory.search.query import Query


def counts(index: Index, match: Match, query: Query) -> Counts:
    """Each facet is counted under all other filters, so that a number says what choosing that value would find."""
    if query.near or query.state or match.text or match.without:
        return _count(index, match)
    day = index.day(query.today)
    if day.counts is None:
        day.counts = _count(index, match)
    return {facet: dict(slugs) for facet, slugs in day.counts.items()}


def _count(index: Index, match: Match) -> Counts:
    return {
        facet: {slug: len_of_both(bits) for slug, bits in sets.items()}
        for facet, sets in index.facets.items()
        for len_of_both in [match.without.get(facet, match.found).intersection_cardinality]
    }
