"""The facts that go out of date first, on one screen: what a provider is asked to confirm."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory import wording
from directory.claims import Claim
from directory.profile.amounts import Amounts
from directory.profile.hours import week
from directory.profile.rows import Row, computed, fact, plain, stated

# How many prices there are depends on the treatments, so they stand last.
BEFORE_THE_PRICES = [
    plain("name"),
    computed("street", gettext_lazy("Address"), lambda listing: _address(listing)),
    computed("phone", gettext_lazy("Phone"), lambda listing: listing.phone.as_national if listing.phone else ""),
    plain("email"),
    plain("website"),
    fact("accepting"),
    fact("next_new_patient"),
    fact("prescriber_role"),
    fact("session_monitor_role"),
    fact("monitor_presence"),
    stated("condition", gettext_lazy("Conditions they treat")),
    stated("payment"),
]

# What each question of a phone call is about.
OF_CLAIM = {
    Claim.ADDRESS_PHONE: ("street", "phone"),
    Claim.ACCEPTING: ("accepting", "next_new_patient"),
    Claim.MONITORING: ("prescriber_role", "session_monitor_role", "monitor_presence"),
}


def facts_to_confirm(listing) -> list[Row]:
    """Each of them, with what is not stated: that is a thing to mend."""
    return [*(read(listing) for read in BEFORE_THE_PRICES), _hours(listing), _treatments(listing), *_prices(listing)]


def facts_of(claim: Claim, listing) -> list[Row]:
    """Those that a check of this claim is about."""
    if claim == Claim.PRICE:
        return [row for row in _prices(listing) if row.answers] or [Row(_("Prices"), [])]
    return [read(listing) for read in BEFORE_THE_PRICES if read.about in OF_CLAIM[claim]]


def _address(listing) -> str:
    if listing.by_video_only:
        return _("By video only, from %(state)s") % {"state": listing.get_state_display()}
    street = ", ".join(filter(None, [listing.street, listing.unit]))
    return f"{street}, {listing.city}, {listing.state} {listing.zip5}"


def _hours(listing) -> Row:
    days = [f"{day.name}: {', '.join(day.stretches)}" for day in week(listing) if day.stretches]
    return Row(_("Hours"), days)


def _treatments(listing) -> Row:
    return Row(_("Treatments"), [offering.get_route_display() for offering in listing.offerings.all()])


def _prices(listing) -> Iterable[Row]:
    for row in Amounts(listing).rows:
        yield Row(row.label, [_dated(row.price)] if row.price else [])


def _dated(price) -> str:
    if not price.stated_on:
        return price.words
    return _("%(price)s, stated on %(day)s") % {"price": price.words, "day": wording.a_date(price.stated_on)}
