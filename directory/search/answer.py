"""A query answered from one index."""

from directory.search.counting import counts
from directory.search.index import Index
from directory.search.matching import match
from directory.search.order import Order
from directory.search.query import Query, Results
from directory.search.sets import slots_of


def answer(index: Index, query: Query) -> Results:
    matched = match(index, query)
    hits = Order(index, query, matched.text).page(slots_of(matched.found), query.offset, query.limit)
    words = matched.text.answer if matched.text else None
    return Results(hits, len(matched.found), counts(index, matched, query), words)
