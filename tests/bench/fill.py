"""Writes generated listings in bulk: as rows of the search and, for comparison, as plain tables."""

from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np
from django.db import connection, transaction

from directory.documents import Said, joined
from directory.models import SearchRow, SearchSpelling, SearchText, SearchVersion, SearchWord, Term
from directory.models.search import pack
from directory.search.shuffle import numbers_of_day
from tests.bench.plain import ONE, PlainListing, through
from tests.bench.population import Listing, Population
from tests.bench.vocabulary import MANY, make_terms


def fill(size: int, today: date, *, plain: bool) -> None:
    """Whatever an earlier fill wrote is gone."""
    terms = make_terms()
    state_numbers = {term.slug: number for number, term in terms.items() if term.facet == "state"}
    for model in (SearchRow, SearchText, SearchSpelling, SearchWord):
        model.objects.all().delete()
    SearchVersion.new_epoch()
    if plain:
        _make_tables()
    for listings in Population(today, state_numbers).chunks(size):
        with transaction.atomic():
            _write_search_rows(listings)
            _write_words(listings, terms)
            if plain:
                _write_plain(listings, terms, today)
    _analyze()


def _write_search_rows(listings: Sequence[Listing]) -> None:
    SearchRow.objects.bulk_create(
        (
            SearchRow(
                listing_id=listing.pk,
                latitude=listing.latitude,
                longitude=listing.longitude,
                terms=pack(listing.numbers),
                price_usd=listing.price_usd,
                confirmed_on=listing.confirmed_on,
                live_until=listing.live_until,
                name_key=listing.name[:36],
                shuffle=listing.shuffle,
                version=1,
            )
            for listing in listings
        ),
        batch_size=1000,
    )


def _write_words(listings: Sequence[Listing], terms: dict[int, Term]) -> None:
    tags = {number: Said.of_term(term.facet, term.slug, term.label) for number, term in terms.items()}
    rows = [
        SearchText(
            listing_id=listing.pk,
            name=joined(Said.of(listing.name)),
            headline=joined(Said.of(listing.headline)),
            text=joined(Said.of(listing.text)),
            tags=joined(*(tags[number] for number in listing.numbers)),
            spelled=listing.name,
        )
        for listing in listings
    ]
    SearchText.objects.bulk_create(rows, batch_size=1000)
    SearchWord.objects.recount([], [row.spelled for row in rows])


def _make_tables() -> None:
    with connection.schema_editor() as editor:
        if PlainListing._meta.db_table in connection.introspection.table_names():
            editor.delete_model(PlainListing)
        editor.create_model(PlainListing)


def _write_plain(listings: Sequence[Listing], terms: dict[int, Term], today: date) -> None:
    places = numbers_of_day(np.array([listing.shuffle for listing in listings], np.uint32), today).tolist()
    PlainListing.objects.bulk_create(
        (_plain_listing(listing, place, terms) for listing, place in zip(listings, places, strict=True)),
        batch_size=1000,
    )
    for facet in MANY:
        own = {number: term.pk for number, term in terms.items() if term.facet == facet}
        _insert(
            through(facet)._meta.db_table,
            ((listing.pk, own[number]) for listing in listings for number in listing.numbers if number in own),
        )


def _plain_listing(listing: Listing, place: int, terms: dict[int, Term]) -> PlainListing:
    own = {terms[number].facet: terms[number].slug for number in listing.numbers}
    return PlainListing(
        pk=listing.pk,
        name=listing.name,
        headline=listing.headline,
        text=listing.text,
        latitude=listing.latitude,
        longitude=listing.longitude,
        price_usd=listing.price_usd,
        confirmed_on=listing.confirmed_on,
        live_until=listing.live_until,
        place_today=place,
        **{facet: own[facet] for facet in ONE},
    )


def _insert(table: str, pairs: Iterable[tuple[int, int]]) -> None:
    """Millions of rows: model instances for them would take longer than everything else here."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany(f"INSERT INTO {table} (plainlisting_id, term_id) VALUES (%s, %s)", list(pairs))
        else:
            with cursor.copy(f"COPY {table} (plainlisting_id, term_id) FROM STDIN") as copy:
                for pair in pairs:
                    copy.write_row(pair)


def _analyze() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")
