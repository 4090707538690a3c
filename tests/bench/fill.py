"""Writes generated listings in bulk, as rows of the search; fill_plain.py writes the same as plain tables."""

from collections.abc import Mapping
from contextlib import nullcontext
from datetime import date
from itertools import chain

from django.db import transaction

from directory.documents import Said
from directory.models import SearchRow, SearchSpelling, SearchText, SearchVersion, SearchWord
from directory.models.search import NAME_KEY_LENGTH
from tests.bench import bulk, fill_plain
from tests.bench.population import Listings, Population
from tests.bench.vocabulary import make_terms


def fill(size: int, today: date, *, plain: bool) -> None:
    """Whatever an earlier fill wrote is gone."""
    terms = make_terms()
    state_numbers = {term.slug: number for number, term in terms.items() if term.facet == "state"}
    stems = {number: Said.of_term(term.facet, term.slug, term.label).stems for number, term in terms.items()}
    for model in (SearchRow, SearchText, SearchSpelling, SearchWord):
        model.objects.all().delete()
    SearchVersion.new_epoch()
    with fill_plain.tables() if plain else nullcontext():
        for listings in Population(today, state_numbers).chunks(size):
            with transaction.atomic():
                _write_search_rows(listings)
                _write_words(listings, stems)
                if plain:
                    fill_plain.write(listings, terms, today)
    SearchWord.objects.rebuild(SearchText.objects.values_list("spelled", flat=True).iterator())
    bulk.settle()


def _write_search_rows(listings: Listings) -> None:
    number = len(listings.pks)
    bulk.write(
        SearchRow,
        listing_id=listings.pks,
        latitude=listings.latitudes,
        longitude=listings.longitudes,
        terms=[numbers.tobytes() for numbers in listings.numbers],
        price_usd=listings.prices,
        confirmed_on=listings.confirmed,
        live_until=listings.live_until,
        is_demonstration=[False] * number,
        name_key=[name[:NAME_KEY_LENGTH] for name in listings.said.names],
        shuffle=listings.shuffles.tolist(),
        version=[1] * number,
    )


def _write_words(listings: Listings, stems: Mapping[int, tuple[str, ...]]) -> None:
    tags = (chain.from_iterable(map(stems.__getitem__, numbers.tolist())) for numbers in listings.numbers)
    bulk.write(
        SearchText,
        listing_id=listings.pks,
        name=listings.said.stems_of_names,
        headline=listings.said.stems_of_headlines,
        text=listings.said.stems_of_texts,
        tags=(" ".join(dict.fromkeys(words)) for words in tags),
        spelled=listings.said.names,
    )
