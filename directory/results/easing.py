"""Where to go from a search that found nothing, or little: the same search, changed in one thing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from directory import cartography, wording
from directory.facets import FACET
from directory.filters import ListingFilter
from directory.forms import RADII
from directory.models import Listing
from directory.results import addresses
from directory.search import live
from directory.search.places import Found
from directory.search.query import Query, Sort
from directory.search.totals import nearest, total, totals_without
from directory.states import STATE_NAMES, full_name
from directory.vocabulary import Vocabulary

FEW = 3
# The rest find less.
MOST_FILTERS = 6
# Some of them may see people by video only, and be near to no place.
NEAREST_ASKED = 10
NEAREST_FACTS = ["city", "location_precision", "name", "slug", "state"]

Try = tuple[str, str, Query]


@dataclass(frozen=True)
class Way:
    """One change that finds something, and how much."""

    label: str
    url: str
    total: int


@dataclass(frozen=True)
class Nearest:
    listing: Listing
    miles: str
    place: str


def ways_out(asked: ListingFilter, vocabulary: Vocabulary) -> list[Way]:
    """Only what leads somewhere. However long the address is, this counts some ten times."""
    query, state = asked.query(), _state(asked.place_found)
    ways = [
        *_wider(asked, query),
        *_counted(_in_the_state(asked, query, state)),
        *_counted(_by_video(asked, query, state, vocabulary)),
        *_counted(_in_the_country(asked, query)),
        *_counted(_without_words(asked, query)),
        *_without_a_filter(asked, query, vocabulary),
        *_counted(_without_filters(asked, query)),
    ]
    return [way for way in ways if way.total]


def more_nearby(asked: ListingFilter, found: int) -> Way | None:
    """ "12 more within 50 miles": in the smallest circle that holds more than the few that were found."""
    if found > FEW:
        return None
    for way in _wider(asked, asked.query()):
        if way.total > found:
            more = way.total - found
            return Way(_("%(n)s more %(where)s") % {"n": more, "where": wording.mid_sentence(way.label)}, way.url, more)
    return None


def nearest_beyond(asked: ListingFilter) -> Nearest | None:
    """The nearest that the same search would find if its circle had no end."""
    query, place = asked.query(), asked.place_found
    if not query.near or not place:
        return None
    found = nearest(live.index(), replace(query, near=None), query.near, NEAREST_ASKED)
    with_a_door = Listing.objects.visible().filter(by_video_only=False).only(*NEAREST_FACTS)
    listings = with_a_door.in_bulk([pk for pk, _miles in found])
    for pk, miles in found:
        if listing := listings.get(pk):
            return _nearest(listing, miles, place)
    return None


def _nearest(listing: Listing, miles: float, place: Found) -> Nearest:
    about = place.is_approximate or listing.point_is_about
    town = listing.city if listing.state == place.state else f"{listing.city}, {listing.state}"
    return Nearest(listing, wording.miles(miles, about=about), town)


def _state(place: Found | None) -> str:
    """Of a point, that of the nearest town."""
    if place is None or place.state:
        return place.state if place else ""
    town = cartography.current().towns.nearest(place.latitude, place.longitude)
    return town.state if town else ""


def _counted(tries: Iterator[Try]) -> Iterator[Way]:
    for label, url, easier in tries:
        yield Way(label, url, total(live.index(), easier))


def _wider(asked: ListingFilter, query: Query) -> Iterator[Way]:
    """Each circle that holds more than the one before it."""
    before = 0
    for miles in RADII:
        if query.near and miles > query.near.radius_miles:
            found = total(live.index(), replace(query, near=replace(query.near, radius_miles=miles)))
            if found > before:
                label = _("Within %(miles)s miles") % {"miles": miles}
                yield Way(label, addresses.changed(asked.data, radius=miles), found)
            before = found


def _in_the_state(asked: ListingFilter, query: Query, state: str) -> Iterator[Try]:
    if query.near and state:
        name = STATE_NAMES[state]
        url = _elsewhere(asked, place=full_name(state))
        yield _("Anywhere in %(state)s") % {"state": name}, url, replace(query, near=None, state=state.lower())


def _by_video(asked: ListingFilter, query: Query, state: str, vocabulary: Vocabulary) -> Iterator[Try]:
    """Whoever is licensed in a state may be anywhere."""
    if state and "serves" not in query.chosen and vocabulary.find("serves", state.lower()):
        chosen = {**query.chosen, "serves": frozenset([state.lower()])}
        label = _("By video, licensed in %(state)s") % {"state": STATE_NAMES[state]}
        url = _elsewhere(asked, place=None, serves=state.lower())
        yield label, url, replace(query, near=None, state=None, chosen=chosen)


def _in_the_country(asked: ListingFilter, query: Query) -> Iterator[Try]:
    """From a city only with filters: without any, the nearest says more than the number of all."""
    if query.state or (query.near and query.chosen):
        easier = replace(query, near=None, state=None)
        yield _("Anywhere in the United States"), _elsewhere(asked, place=None), easier


def _without_words(asked: ListingFilter, query: Query) -> Iterator[Try]:
    if query.words:
        label = _("Without the words %(words)s") % {"words": wording.quoted(query.words)}
        yield label, addresses.changed(asked.data, q=None), replace(query, words="")


def _without_a_filter(asked: ListingFilter, query: Query, vocabulary: Vocabulary) -> Iterator[Way]:
    """Within a filter any choice will do: to leave out one of several would find less, so all of them go."""
    totals = totals_without(live.index(), query)
    for name in sorted(totals, key=totals.__getitem__, reverse=True)[:MOST_FILTERS]:
        label = _("Without the filter “%(filter)s”") % {"filter": _words_of(name, query, vocabulary)}
        yield Way(label, addresses.changed(asked.data, **{name: None}), totals[name])


def _words_of(name: str, query: Query, vocabulary: Vocabulary) -> str:
    """ "Language: Vietnamese", as the filter itself spells it: many a label is a name."""
    labels = [choice.label for slug, choice in vocabulary.choices_of(name).items() if slug in query.chosen[name]]
    return _("%(facet)s: %(choice)s") % {"facet": FACET[name].label, "choice": wording.in_a_row(labels)}


def _without_filters(asked: ListingFilter, query: Query) -> Iterator[Try]:
    if len(query.chosen) > 1:
        url = addresses.changed(asked.data, **dict.fromkeys(query.chosen))
        yield _("Without any filter"), url, replace(query, chosen={})


def _elsewhere(asked: ListingFilter, **changes: object) -> str:
    """Without a point there are no miles to sort by."""
    by_distance = {"sort": None} if asked.data.get("sort") == Sort.DISTANCE else {}
    return addresses.changed(asked.data, radius=None, **by_distance, **changes)
