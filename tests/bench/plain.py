"""The ordinary way: a table of listings, a many-to-many table for each fact with many values, and one GROUP BY a facet.

It has every help that an ordinary design has: a fact with one value is a column of the listing, "not stated" is stored
like any value, and the shuffle of the day is a column that something would have to rewrite each night.
"""

import math
from collections.abc import Collection
from functools import cache
from typing import Any

from django.db import models
from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import ASin, Cos, Power, Radians, Sin, Sqrt

from directory.facets import FACET
from directory.freshness import CONFIRMED_FOR
from directory.geo import EARTH_RADIUS_MILES, boxes_around
from directory.models import Term
from directory.search.order import BANDS_MILES
from directory.search.query import Hit, Near, Query, Results
from tests.bench.vocabulary import MANY

ONE = [facet for facet in FACET if facet not in MANY]

Chosen = dict[str, Collection[str]]


class PlainListing(models.Model):
    name = models.CharField(max_length=160)
    headline = models.CharField(max_length=160)
    text = models.TextField()
    latitude = models.FloatField()
    longitude = models.FloatField()
    price_usd = models.PositiveIntegerField(null=True)
    confirmed_on = models.DateField()
    live_until = models.DateField(db_index=True)
    place_today = models.BigIntegerField()

    objects: models.Manager["PlainListing"] = models.Manager()

    class Meta:
        app_label = "bench"
        indexes = [models.Index(fields=["latitude", "longitude"], name="plain_point")]

    def __str__(self):
        return self.name


for facet in ONE:
    PlainListing.add_to_class(facet, models.CharField(max_length=60, db_index=facet == "state"))
for facet in sorted(MANY):
    # Foreign keys are indexed but not checked: that would make writing slow, and reading no different.
    PlainListing.add_to_class(facet, models.ManyToManyField(Term, related_name="+", db_constraint=False))


def through(facet: str) -> Any:
    """The many-to-many table of a facet."""
    return getattr(PlainListing, facet).through


def search(query: Query) -> Results:
    """The same question in the published order, answered by the database alone."""
    chosen: Chosen = {**query.chosen, **({"state": [query.state]} if query.state else {})}
    found = _matching(query, chosen)
    return Results(_page(query, found), found.count(), _counts(query, chosen))


def _matching(query: Query, chosen: Chosen) -> QuerySet:
    listings = PlainListing.objects.filter(live_until__gte=query.today)
    for word in query.words.split():
        listings = listings.filter(Q(name__icontains=word) | Q(headline__icontains=word) | Q(text__icontains=word))
    if query.near:
        listings = _near(listings, query.near)
    for facet, slugs in chosen.items():
        if facet in MANY:
            rows = through(facet).objects.filter(
                plainlisting=OuterRef("pk"), term__in=_term_pks(facet, frozenset(slugs))
            )
            listings = listings.filter(Exists(rows))
        else:
            listings = listings.filter(**{f"{facet}__in": slugs})
    return listings


@cache
def _term_pks(facet: str, slugs: frozenset[str]) -> list[int]:
    # Known beforehand, because looking slugs up inside of each query doubles the time of some.
    return list(Term.objects.filter(facet=facet, slug__in=slugs).values_list("pk", flat=True))


def _near(listings: QuerySet, near: Near) -> QuerySet:
    (box,) = boxes_around(near.latitude, near.longitude, near.radius_miles)
    in_box = listings.filter(latitude__range=(box.south, box.north), longitude__range=(box.west, box.east))
    return in_box.annotate(miles=_miles(near)).filter(miles__lte=near.radius_miles)


def _miles(near: Near) -> Any:
    up = Sin((Radians("latitude") - math.radians(near.latitude)) / 2)
    across = Sin((Radians("longitude") - math.radians(near.longitude)) / 2)
    half = Power(up, 2) + Cos(Radians("latitude")) * math.cos(math.radians(near.latitude)) * Power(across, 2)
    return 2 * EARTH_RADIUS_MILES * ASin(Sqrt(half))


def _page(query: Query, found: QuerySet) -> list[Hit]:
    recent = Q(confirmed_on__gte=query.today - CONFIRMED_FOR)
    bands = [When(miles__lte=band, then=Value(band)) for band in BANDS_MILES] if query.near else []
    found = found.annotate(
        is_recent=Case(When(recent, then=Value(True)), default=Value(False)),
        band=Case(*bands, default=Value(None), output_field=models.IntegerField()),
    )
    rows = found.order_by("-is_recent", "band", "place_today", "pk")[query.offset : query.offset + query.limit]
    return [Hit(row.pk, getattr(row, "miles", None), row.band, row.is_recent) for row in rows]


def _counts(query: Query, chosen: Chosen) -> dict[str, dict[str, int]]:
    """Each facet under all other filters."""
    counts = {}
    for facet in FACET:
        found = _matching(query, {other: slugs for other, slugs in chosen.items() if other != facet})
        value = f"{facet}__slug" if facet in MANY else facet
        rows = found.values_list(value).annotate(number=Count("pk"))
        counts[facet] = {slug: number for slug, number in rows if slug}
    return counts
