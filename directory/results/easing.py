"""Where to go from a search that found nothing: the same search, wider or without one of its filters."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from directory import wording
from directory.facets import FACET
from directory.filters import ListingFilter
from directory.forms import RADII
from directory.results import addresses
from directory.search import live
from directory.search.query import Query, Sort
from directory.states import STATE_NAMES

# Each costs a search, so an address with every filter in it must not cost hundreds.
MOST = 8


@dataclass(frozen=True)
class Way:
    """One change that finds something, and how much."""

    label: str
    url: str
    total: int


def ways_out(asked: ListingFilter) -> list[Way]:
    """Only what leads somewhere."""
    query = asked.query()
    tries = [
        *_wider(asked, query),
        *_in_the_state(asked, query),
        *_in_the_country(asked, query),
        *_without_words(asked, query),
        *_without_a_facet(asked, query),
    ][:MOST]
    ways = [Way(label, url, live.search(easier).total) for label, url, easier in tries]
    return [way for way in ways if way.total]


def _wider(asked: ListingFilter, query: Query) -> Iterable[tuple[str, str, Query]]:
    near = query.near
    for miles in RADII:
        if near and miles > near.radius_miles:
            label = _("Within %(miles)s miles") % {"miles": miles}
            easier = replace(query, near=replace(near, radius_miles=miles))
            yield label, addresses.changed(asked.data, radius=miles), easier


def _in_the_state(asked: ListingFilter, query: Query) -> Iterable[tuple[str, str, Query]]:
    place = asked.place_found
    if query.near and place and place.state:
        name = STATE_NAMES[place.state]
        easier = replace(query, near=None, state=place.state.lower(), sort=Sort.BEST)
        yield _("Anywhere in %(state)s") % {"state": name}, _in_state(asked, name), easier


def _in_the_country(asked: ListingFilter, query: Query) -> Iterable[tuple[str, str, Query]]:
    if query.state:
        yield _("Anywhere in the United States"), addresses.changed(asked.data, place=None), replace(query, state=None)


def _in_state(asked: ListingFilter, name: str) -> str:
    by_distance = asked.data.get("sort") == Sort.DISTANCE
    return addresses.changed(asked.data, place=name, radius=None, **({"sort": None} if by_distance else {}))


def _without_words(asked: ListingFilter, query: Query) -> Iterable[tuple[str, str, Query]]:
    if query.words:
        label = _("Without the words %(words)s") % {"words": wording.quoted(query.words)}
        yield label, addresses.changed(asked.data, q=None), replace(query, words="")


def _without_a_facet(asked: ListingFilter, query: Query) -> Iterable[tuple[str, str, Query]]:
    for name in query.chosen:
        label = _("Without the filter “%(filter)s”") % {"filter": FACET[name].label}
        others = {facet: slugs for facet, slugs in query.chosen.items() if facet != name}
        yield label, addresses.changed(asked.data, **{name: None}), replace(query, chosen=others)
