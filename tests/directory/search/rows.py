"""Rows of the search written directly, and a plain way of answering from them to compare the index with."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from articles.words.folding import fold
from directory.freshness import CONFIRMED_FOR
from directory.geo import distance_miles
from directory.models import SearchRow, SearchVersion, Term
from directory.models.search import NAME_KEY_LENGTH, pack
from directory.search.query import Query, Sort

TODAY = date(2026, 11, 23)
VOCABULARY = {
    "route": ["iv_infusion", "im_injection", "not_stated"],
    "condition": ["trd", "ptsd", "not_stated"],
    "accepting": ["newpt", "nopt", "not_stated"],
    "state": ["ak", "co", "ny"],
}
TERMS = {(facet, slug) for facet, slugs in VOCABULARY.items() for slug in slugs}
NUMBERS = {term: number for number, term in enumerate(sorted(TERMS), 1)}


@dataclass
class Known:
    """One listing as the search knows it."""

    listing_id: int
    point: tuple[float, float] | None = (39.74, -104.98)
    terms: set[tuple[str, str]] = field(default_factory=lambda: {("route", "iv_infusion"), ("state", "co")})
    price_usd: int | None = 500
    confirmed_on: date | None = TODAY
    live_until: date | None = TODAY + timedelta(days=30)
    is_demonstration: bool = False
    city_id: int | None = 1
    name: str = "Practice"
    shuffle: int = 1


def make_vocabulary():
    Term.objects.bulk_create(
        Term(facet=facet, slug=slug, number=number, label=slug, explanation="A choice.")
        for (facet, slug), number in NUMBERS.items()
    )


def write(listings):
    """As `SearchRow.objects.write` does it, without a listing behind each row."""
    version = SearchVersion.next_number()
    SearchRow.objects.filter(pk__in=[known.listing_id for known in listings]).delete()
    SearchRow.objects.bulk_create(_row(known, version) for known in listings)


def _row(known, version):
    latitude, longitude = known.point or (None, None)
    return SearchRow(
        listing_id=known.listing_id,
        latitude=latitude,
        longitude=longitude,
        terms=pack(NUMBERS[term] for term in known.terms),
        price_usd=known.price_usd,
        confirmed_on=known.confirmed_on,
        live_until=known.live_until,
        is_demonstration=known.is_demonstration,
        city_id=known.city_id,
        name_key=fold(known.name)[:NAME_KEY_LENGTH],
        shuffle=known.shuffle,
        version=version,
    )


@dataclass
class Plainly:
    """A query answered one listing at a time."""

    listings: list[Known]
    query: Query

    @property
    def filters(self):
        state = {"state": frozenset([self.query.state])} if self.query.state else {}
        return {**self.query.chosen, **state}

    def ids(self):
        return [known.listing_id for known in sorted(self.found(), key=self.place)]

    def found(self, without=None):
        return [known for known in self.listings if self.is_allowed(known) and self.suits(known, without)]

    def counts(self):
        return {
            facet: {slug: sum((facet, slug) in known.terms for known in self.found(without=facet)) for slug in slugs}
            for facet, slugs in VOCABULARY.items()
        }

    def is_allowed(self, known):
        is_live = known.live_until is not None and known.live_until >= self.query.today
        near = self.query.near
        return is_live and (not near or bool(self.query.state) or self.miles(known) <= near.radius_miles)

    def suits(self, known, without):
        return all(
            any((facet, slug) in known.terms for slug in slugs)
            for facet, slugs in self.filters.items()
            if facet != without
        )

    def miles(self, known):
        near = self.query.near
        return distance_miles(near.latitude, near.longitude, *known.point) if near and known.point else float("inf")

    def band(self, known):
        return next((band for band in (5, 10, 25, 50, 100) if self.miles(known) <= band), None)

    def is_recent(self, known):
        return known.confirmed_on is not None and known.confirmed_on >= self.query.today - CONFIRMED_FOR

    def place(self, known):
        """What it is sorted by: smaller comes first."""
        never = date.min
        first = {
            Sort.BEST: (not self.is_recent(known), self.band(known) or 1000),
            Sort.DISTANCE: (self.miles(known),),
            Sort.PRICE: (known.price_usd is None, known.price_usd),
            Sort.CONFIRMED: ((self.query.today - (known.confirmed_on or never)).days,),
            Sort.NAME: (alphabetical(known.name),),
        }
        sort = self.query.sort
        if sort is Sort.DISTANCE and not self.query.near:
            sort = Sort.BEST
        return (*first[sort], shuffled(known.shuffle, self.query.today), known.shuffle, known.listing_id)


def alphabetical(name):
    """Letters that English does not have come after z, in no order of their own."""
    return "".join(letter if letter.isascii() else "~" for letter in fold(name)[:NAME_KEY_LENGTH])


def shuffled(shuffle, today):
    """SplitMix64's finalizer over the day and the fixed number, its upper half."""
    mixed = shuffle + (today.toordinal() << 32)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ mixed >> shift) * factor % 2**64
    return (mixed ^ mixed >> 31) >> 32
