"""A result as its card shows it: six facts in one order, the words that were searched for, and why it stands there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Prefetch
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from directory import wording
from directory.choices import Accepting, MonitorPresence, Role
from directory.confirmations import Confirmation, confirmation_of
from directory.models import Listing, Offering
from directory.prices import Price, session_price
from directory.results.reasons import reasons
from directory.results.tray import Toggle, Tray
from directory.search.query import Hit, Sort
from directory.words import stems_of

# A listing has a hundred facts, and a card shows these; the door and the phone on paper only, the point on the map.
LISTING_FACTS = [
    "accepting",
    "by_video_only",
    "city",
    "confirmed_on",
    "is_demonstration",
    "latitude",
    "location_precision",
    "longitude",
    "monitor_presence",
    "name",
    "phone",
    "practice_kind",
    "session_monitor_role",
    "slug",
    "state",
    "street",
    "unit",
    "zip5",
]
OFFERING_FACTS = ["listing", "route", "price_session_min_usd", "price_session_max_usd", "prices_as_of"]
OFFERINGS = Prefetch("offerings", Offering.objects.only(*OFFERING_FACTS))


@dataclass(frozen=True)
class CardWords:
    """The stems of what was searched for, and by the listing's number where else on it they stand."""

    stems: frozenset[str] = frozenset()
    excerpts: Mapping[int, list[str]] = field(default_factory=dict)


NO_WORDS = CardWords()


@dataclass(frozen=True)
class Card:
    """Empty words are facts that the listing has not stated. `stems` are those of the words searched for, and
    `other_stems` those that its name has not; `excerpts` have those that stand nowhere else on the card."""

    listing: Listing
    routes: str
    price: Price | None
    monitor: str
    accepting: str
    confirmation: Confirmation
    distance: str
    reasons: list[str]
    stems: frozenset[str]
    other_stems: frozenset[str]
    excerpts: list[str]
    toggle: Toggle | None


def cards(
    hits: list[Hit],
    *,
    sort: Sort,
    is_roughly: bool = False,
    words: CardWords = NO_WORDS,
    tray: Tray | None = None,
) -> list[Card]:
    """In the order of the hits; one that is gone since the search was answered is left out. `is_roughly` where the
    point that distances are measured from is itself only about right; `tray` where they can be set side by side."""
    listings = (
        Listing.objects.only(*LISTING_FACTS).prefetch_related(OFFERINGS).in_bulk([hit.listing_id for hit in hits])
    )
    return [
        _card(listings[hit.listing_id], hit, sort, is_roughly, words, tray)
        for hit in hits
        if hit.listing_id in listings
    ]


def _card(listing: Listing, hit: Hit, sort: Sort, is_roughly: bool, words: CardWords, tray: Tray | None) -> Card:
    return Card(
        listing=listing,
        routes=capfirst(", ".join(wording.treatment(offering.route) for offering in listing.offerings.all())),
        price=session_price(listing.offerings.all()),
        monitor=monitor(listing),
        accepting="" if listing.accepting == Accepting.NOT_STATED else str(Accepting(listing.accepting).label),
        confirmation=confirmation_of(listing),
        distance=_distance(listing, hit, is_roughly),
        reasons=reasons(listing, hit, sort),
        stems=words.stems,
        other_stems=words.stems.difference(stems_of(listing.name)) if words.stems else words.stems,
        excerpts=words.excerpts.get(listing.pk, []),
        toggle=tray.toggle(listing) if tray else None,
    )


def monitor(listing: Listing) -> str:
    """Who watches, and from where, as far as either is stated."""
    role, presence = Role(listing.session_monitor_role), MonitorPresence(listing.monitor_presence)
    who = "" if role == Role.NOT_STATED else str(role.label)
    if presence == MonitorPresence.NOT_STATED:
        return who
    return f"{who or _('Not stated who')}, {wording.mid_sentence(str(presence.label))}"


def _distance(listing: Listing, hit: Hit, is_roughly: bool) -> str:
    if hit.distance_miles is None or listing.by_video_only:
        return ""
    return wording.miles(hit.distance_miles, about=is_roughly or listing.point_is_about)
