"""What cards say of listings in every search of one day, remembered until the listing or the day is another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.db import transaction
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from directory import wording
from directory.choices import Accepting, MonitorPresence, Role
from directory.confirmations import Confirmation, confirmation_of
from directory.models import Listing, Offering, SearchRow
from directory.prices import Price, session_price
from directory.search import live

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
# Some kilobytes each.
MOST_REMEMBERED = 2_000


@dataclass(frozen=True)
class Facts:
    """Empty words are facts that the listing has not stated. `printed` is for whoever makes HTML of them."""

    listing: Listing
    routes: str
    price: Price | None
    monitor: str
    accepting: str
    confirmation: Confirmation
    printed: dict[object, str] = field(default_factory=dict, compare=False, repr=False)


class Mark(NamedTuple):
    """Another one whenever a listing's facts may be others."""

    epoch: int
    version: int
    day: date


_remembered: dict[int, tuple[Mark, Facts]] = {}
forget = _remembered.clear


def facts_of(pks: Iterable[int]) -> dict[int, Facts]:
    """Of those that are there, by their numbers."""
    pks = list(pks)
    if transaction.get_connection().in_atomic_block:
        # What a transaction reads may never be true for others.
        return _read(pks)
    marks = _marks(pks)
    known = {pk: facts for pk in pks if (facts := _recalled(pk, marks.get(pk)))}
    fresh = _read(pk for pk in pks if pk not in known)
    if len(_remembered) + len(fresh) > MOST_REMEMBERED:
        forget()
    _remembered.update({pk: (marks[pk], facts) for pk, facts in fresh.items() if pk in marks})
    return known | fresh


def _marks(pks: list[int]) -> Mapping[int, Mark]:
    # Before the facts are read: what changes meanwhile has another mark, and is read again.
    epoch, day = live.index().version.epoch, timezone.localdate()
    return {pk: Mark(epoch, version, day) for pk, version in SearchRow.objects.versions_of(pks)}


def _recalled(pk: int, mark: Mark | None) -> Facts | None:
    known = _remembered.get(pk)
    return known[1] if known and known[0] == mark else None


def _read(pks: Iterable[int]) -> dict[int, Facts]:
    listings = Listing.objects.only(*LISTING_FACTS).prefetch_related(OFFERINGS).in_bulk(list(pks))
    return {pk: _facts(listing) for pk, listing in listings.items()}


def _facts(listing: Listing) -> Facts:
    return Facts(
        listing=listing,
        routes=capfirst(", ".join(wording.treatment(offering.route) for offering in listing.offerings.all())),
        price=session_price(listing.offerings.all()),
        monitor=monitor(listing),
        accepting="" if listing.accepting == Accepting.NOT_STATED else str(Accepting(listing.accepting).label),
        confirmation=confirmation_of(listing),
    )


def monitor(listing: Listing) -> str:
    """Who watches, and from where, as far as either is stated."""
    role, presence = Role(listing.session_monitor_role), MonitorPresence(listing.monitor_presence)
    who = "" if role == Role.NOT_STATED else str(role.label)
    if presence == MonitorPresence.NOT_STATED:
        return who
    return f"{who or _('Not stated who')}, {wording.mid_sentence(str(presence.label))}"
