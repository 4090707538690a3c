"""The map of a search: a pin for each result on the page, or, where they do not all fit on it, how many are where."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory import cartography, wording
from directory.cartography import Map
from directory.filters import ListingFilter
from directory.forms import DEFAULT_RADIUS
from directory.map import Circle, Cluster, MapSpec, Pin
from directory.models import Listing
from directory.results import addresses
from directory.results.cards import Card
from directory.search import live
from directory.search.around import around
from directory.search.query import Query, Results
from directory.states import STATE_NAMES

MOST_CITIES = 40


@dataclass(frozen=True)
class Contents:
    pins: Sequence[Pin] = ()
    clusters: Sequence[Cluster] = ()
    notes: Sequence[str] = ()


def map_of(asked: ListingFilter, results: Results, cards: Sequence[Card], first: int, title: str) -> Map | None:
    """`first` is the number of the first card. None where nothing found has a place."""
    query = asked.query()
    numbered = list(enumerate((card.listing for card in cards), first))
    contents = _contents(asked, query, results, numbered)
    if not contents.pins and not contents.clusters:
        return None
    spec = MapSpec(
        title,
        circle=Circle(query.near.latitude, query.near.longitude, query.near.radius_miles) if query.near else None,
        state=query.state or "",
        pins=tuple(contents.pins),
        clusters=tuple(contents.clusters),
        notes=tuple(contents.notes),
        is_small=True,
    )
    return cartography.current().map_of(spec)


def _contents(
    asked: ListingFilter, query: Query, results: Results, numbered: Sequence[tuple[int, Listing]]
) -> Contents:
    if query.near or results.total == len(results.hits):
        return Contents(pins=list(_pins(numbered)), notes=list(_notes(numbered, results.total)))
    if query.state:
        return _by_city(asked, query)
    return Contents(clusters=list(_by_state(asked, results)))


def _pins(numbered: Iterable[tuple[int, Listing]]) -> Iterable[Pin]:
    for number, listing in numbered:
        if listing.door:
            yield Pin(*listing.door, listing.name, number, f"#result-{number}", is_about=listing.point_is_about)


def _notes(numbered: Sequence[tuple[int, Listing]], total: int) -> Iterable[str]:
    if total > len(numbered):
        yield _("Results %(first)s to %(last)s.") % {"first": numbered[0][0], "last": numbered[-1][0]}
    if any(listing.door and listing.point_is_about for _number, listing in numbered):
        yield _("Dashed pins stand in the middle of a ZIP code.")
    if by_video := [str(number) for number, listing in numbered if listing.by_video_only]:
        yield _("By video only, so without a pin: %(numbers)s.") % {"numbers": wording.in_a_row(by_video)}


def _by_state(asked: ListingFilter, results: Results) -> Iterable[Cluster]:
    """What each finds is what the state counts under all filters."""
    states = cartography.current().states
    for code, count in results.counts["state"].items():
        if count and (state := states.get(code.upper())):
            url = addresses.changed(asked.data, place=state.value, radius=None)
            yield Cluster(state.latitude, state.longitude, STATE_NAMES[state.state], count, url)


def _by_city(asked: ListingFilter, query: Query) -> Contents:
    assert query.state
    cities = cartography.current().cities_of(query.state.upper())
    miles = cities.miles_apart
    points = [(city.latitude, city.longitude) for city in cities.places]
    found = around(live.index(), query, points, miles, MOST_CITIES)
    radius = None if miles == DEFAULT_RADIUS else miles
    return Contents(
        clusters=[
            Cluster(*point, city.name, count, addresses.changed(asked.data, place=city.value, radius=radius))
            for city, point, count in zip(cities.places, points, found.counts, strict=True)
            if count
        ],
        notes=list(_how_counted(miles, found.others)),
    )


def _how_counted(miles: int, others: int) -> Iterable[str]:
    yield _("Each number counts all within %(miles)s miles of its city, on either side of a state line.") % {
        "miles": miles
    }
    if others:
        yield ngettext(
            "%(n)s provider is around none of these cities.", "%(n)s providers are around none of these cities.", others
        ) % {"n": f"{others:,}"}
