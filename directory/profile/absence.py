"""Why a listing is not in the search, for those who come to its page all the same."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory import wording
from directory.models import Listing
from directory.reminders import Dates
from directory.search import live
from directory.search.query import Hit, Near, Query, Sort

MOST_ALTERNATIVES = 3
LOOKED_AT = 200
# Within reach first; where nobody is, wherever the nearest are.
MILES = (100, 6000)


class Why(StrEnum):
    CLOSED = "closed"
    MOVED = "moved"
    PAUSED = "paused"
    UNCONFIRMED = "unconfirmed"
    UNLICENSED = "unlicensed"


@dataclass(frozen=True)
class Alternative:
    listing: Listing
    distance: str


@dataclass(frozen=True)
class Absence:
    """`shows_facts` where all that the page says of it is true still."""

    why: Why
    title: str
    sentence: str

    @property
    def shows_facts(self) -> bool:
        return self.why == Why.PAUSED


def absence_of(listing) -> Absence | None:
    """None for a listing that is in the search; it carries `is_visible`."""
    if listing.is_visible:
        return None
    why = _why(listing)
    return Absence(why, str(TITLES[why]), SENTENCES[why](listing))


def _why(listing) -> Why:
    if listing.status == Listing.Status.CLOSED:
        return Why.MOVED if listing.successor_id else Why.CLOSED
    if listing.status == Listing.Status.TEMPORARILY_CLOSED:
        return Why.PAUSED
    return Why.UNCONFIRMED if timezone.localdate() >= Dates(listing.confirmed_on).hidden_on else Why.UNLICENSED


def _closed(listing) -> str:
    return _("This practice closed on %(day)s.") % {"day": wording.a_date(listing.closed_on)}


def _moved(listing) -> str:
    return _("This practice left this address on %(day)s.") % {"day": wording.a_date(listing.closed_on)}


def _paused(listing) -> str:
    if listing.reopens_on:
        return _("It says that it opens again on %(day)s.") % {"day": wording.a_date(listing.reopens_on)}
    return _("It has not said when it opens again.")


def _unconfirmed(listing) -> str:
    return _(
        "Nobody there has confirmed it since %(day)s. After 120 days we hide a listing, because it may not be true."
    ) % {"day": wording.a_date(listing.confirmed_on)}


def _unlicensed(listing) -> str:
    return _(
        "We hide a listing as soon as we have no license in force on record for anybody who prescribes there. "
        "It may be a renewal that we have not seen yet."
    )


TITLES = {
    Why.CLOSED: gettext_lazy("Closed"),
    Why.MOVED: gettext_lazy("Moved"),
    Why.PAUSED: gettext_lazy("Closed for now"),
    Why.UNCONFIRMED: gettext_lazy("Hidden: not confirmed for a long time"),
    Why.UNLICENSED: gettext_lazy("Hidden: no license in force on record"),
}
SENTENCES = {
    Why.CLOSED: _closed,
    Why.MOVED: _moved,
    Why.PAUSED: _paused,
    Why.UNCONFIRMED: _unconfirmed,
    Why.UNLICENSED: _unlicensed,
}
assert set(TITLES) == set(SENTENCES) == set(Why), "an absence has no words"


def alternatives(listing) -> list[Alternative]:
    """The nearest providers that were confirmed within 90 days, however far that is."""
    hits = _nearest(listing)
    listings = Listing.objects.only("name", "slug", "city", "state", "is_demonstration").in_bulk(
        [hit.listing_id for hit in hits]
    )
    return [
        Alternative(listings[hit.listing_id], wording.miles(hit.distance_miles or 0))
        for hit in hits
        if hit.listing_id in listings
    ]


def _nearest(listing) -> list[Hit]:
    if listing.latitude is None or listing.longitude is None:
        return []
    found = (_confirmed_within(miles, listing) for miles in MILES)
    return next((hits for hits in found if hits), [])


def _confirmed_within(miles: int, listing) -> list[Hit]:
    near = Near(listing.latitude, listing.longitude, miles)
    hits = live.search(Query(timezone.localdate(), near=near, sort=Sort.DISTANCE, limit=LOOKED_AT)).hits
    return [hit for hit in hits if hit.is_recently_confirmed][:MOST_ALTERNATIVES]
