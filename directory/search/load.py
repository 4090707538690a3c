"""From the database to an index: all of it, or what has changed since."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import chain
from typing import Any

import numpy as np
from django.db import connections, transaction
from django.db.models import IntegerField, QuerySet, TextField
from django.db.models.functions import Cast
from pyroaring import BitMap

from directory.facets import FACET
from directory.models import SearchRow, SearchVersion, Term
from directory.search.columns import Columns
from directory.search.index import Index, Version, Vocabulary
from directory.search.sets import by_term

# What `Columns.read` takes, and the terms.
FIELDS = (
    "listing_id", "latitude", "longitude", "shuffle", "price_usd", "confirmed", "live", "demonstration", "city_id",
    "name_key", "terms",
)  # fmt: skip
# Small enough that what a page leaves behind in the process is nothing beside the index.
PAGE = 10_000
# Patching more listings than this takes longer than loading all of a middling directory.
MOST_PATCHED = 3_000

Rows = Sequence[Sequence[Any]]


def refreshed(index: Index | None) -> Index:
    """The index as the database is now: the same, a patched one, or one that is loaded anew."""
    with _one_connection():
        version = _version()
        if index is None or index.version.epoch != version.epoch or index.version.number > version.number:
            return load(version)
        if index.version == version:
            return index
        return _patched(index, version) or load(version)


def load(version: Version) -> Index:
    vocabulary = _vocabulary()
    sets = {number: BitMap() for number in vocabulary}
    columns, start = Columns.room(SearchRow.objects.count()), 0
    for rows in _pages():
        page, packed = _split(rows)
        columns = columns.filled(start, page)
        for number, slots in by_term(packed, np.arange(start, start + len(rows), dtype=np.uint32)):
            sets.setdefault(number, BitMap()).update(slots)
        start += len(rows)
    for bits in sets.values():
        bits.shrink_to_fit()
    columns = columns.until(start)
    return Index(version, vocabulary, columns, sets, np.argsort(columns.latitude).astype(np.uint32))


def _one_connection() -> AbstractContextManager:
    """The version is read before the rows, so that what is newer is only read again; from the same server, so that no
    replica that lags behind the one that told the version leaves a hole. SQLite has no other server, and a transaction
    there would wait for writers."""
    alias = SearchRow.objects.db
    return nullcontext() if connections[alias].vendor == "sqlite" else transaction.atomic(using=alias)


def _version() -> Version:
    return Version(*SearchVersion.objects.values_list("epoch", "number").first() or (0, 0))


def _vocabulary() -> Vocabulary:
    terms = Term.objects.filter(facet__in=FACET).order_by("facet", "position", "number")
    return {number: (facet, slug) for number, facet, slug in terms.values_list("number", "facet", "slug")}


def _pages() -> Iterator[Rows]:
    last = None
    while rows := _page_after(last):
        yield rows
        last = rows[-1][0]


def _page_after(last: int | None) -> Rows:
    rows = SearchRow.objects.all() if last is None else SearchRow.objects.filter(listing_id__gt=last)
    return _values(rows.order_by("listing_id")[:PAGE])


def _patched(index: Index, version: Version) -> Index | None:
    """None where there is too much to patch, or a term that this index has never heard of."""
    newer = SearchRow.objects.filter(version__gt=index.version.number)
    # By version, so that the database takes its index on that, and does not walk through all rows by their key.
    rows = _values(newer.order_by("version")[: MOST_PATCHED + 1])
    if len(rows) > MOST_PATCHED:
        return None
    if not rows:
        return Index(version, index.vocabulary, index.columns, index.sets, index.by_latitude)
    columns, packed = _split(rows)
    patched = index.patched(version, columns, packed)
    return patched if patched.sets.keys() == index.sets.keys() else None


def _values(rows: QuerySet) -> Rows:
    # NumPy reads a column of text or of numbers at once, where Django would make each date and each truth, row by row.
    plain = rows.annotate(
        confirmed=Cast("confirmed_on", TextField()),
        live=Cast("live_until", TextField()),
        demonstration=Cast("is_demonstration", IntegerField()),
    )
    return list(plain.values_list(*FIELDS))


def _split(rows: Rows) -> tuple[Columns, list[bytes]]:
    # Every so manieth of one long list: to walk through the rows once for each field takes twice as long.
    flat = list(chain.from_iterable(rows))
    *columns, packed = (flat[place :: len(FIELDS)] for place in range(len(FIELDS)))
    return Columns.read(columns), [bytes(terms) for terms in packed]
