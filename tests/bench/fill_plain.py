"""Writes generated listings as the plain tables that the search is compared with."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import date

import numpy as np

from directory.models import Term
from directory.search.shuffle import numbers_of_day
from tests.bench import bulk
from tests.bench.plain import ONE, PlainListing, through
from tests.bench.population import Listings
from tests.bench.vocabulary import MANY


def tables() -> AbstractContextManager[None]:
    """New ones, which are indexed once everything is written."""
    return bulk.new_table(PlainListing)


def write(listings: Listings, terms: Mapping[int, Term], today: date) -> None:
    bulk.write(
        PlainListing,
        id=listings.pks,
        name=listings.said.names,
        headline=listings.said.headlines,
        text=listings.said.texts,
        latitude=listings.latitudes,
        longitude=listings.longitudes,
        price_usd=listings.prices,
        confirmed_on=listings.confirmed,
        live_until=listings.live_until,
        place_today=numbers_of_day(listings.shuffles, today).tolist(),
        **{facet: _slugs(listings, facet, terms) for facet in ONE},
    )
    for facet in MANY:
        own = _numbers(facet, terms)
        rows, places = np.nonzero(listings.has[:, own])
        pks = np.array([terms[number].pk for number in own])[places]
        bulk.write(through(facet), plainlisting=np.array(listings.pks)[rows].tolist(), term=pks.tolist())


def _slugs(listings: Listings, facet: str, terms: Mapping[int, Term]) -> list[str]:
    """The one value of each listing."""
    own = _numbers(facet, terms)
    return np.array([terms[number].slug for number in own], object)[listings.has[:, own].argmax(axis=1)].tolist()


def _numbers(facet: str, terms: Mapping[int, Term]) -> list[int]:
    return [number for number, term in terms.items() if term.facet == facet]
