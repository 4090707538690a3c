"""Every amount that a listing states, one row each: an old one is shown as old, whatever the age of the others."""

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext as _

from directory import wording
from directory.prices import Price, amount, fee
from directory.profile.courses import includes_consultation


class Amount(NamedTuple):
    """`about` is the field it stands in; `treatment` is a short name, empty for what holds whatever the treatment."""

    about: str
    treatment: str
    label: str
    price: Price | None


class Amounts:
    """`rows` are what decides and what is stated; the labels in `unstated` are named together."""

    def __init__(self, listing):
        self.listing = listing

    @cached_property
    def every(self) -> list[Amount]:
        return [*_decisive(self.listing), *_further(self.listing)]

    @cached_property
    def rows(self) -> list[Amount]:
        return [*_decisive(self.listing), *(row for row in _further(self.listing) if row.price)]

    @property
    def unstated(self) -> list[str]:
        return [row.label for row in _further(self.listing) if not row.price]

    @property
    def stated(self) -> list[Price]:
        return [row.price for row in self.rows if row.price and row.price.stated_on]


def _decisive(listing) -> Iterable[Amount]:
    yield Amount("consult_fee_usd", "", _("First consultation"), consultation_fee(listing))
    for offering in listing.offerings.all():
        label = _("%(route)s: one session") % _route(offering)
        yield Amount("price_session_usd", _treatment(offering), label, _session(offering))


def consultation_fee(listing) -> Price | None:
    stated = fee(listing, "consult_fee_usd")
    return stated or (Price(_("included")) if includes_consultation(listing) else None)


def _further(listing) -> Iterable[Amount]:
    for offering in listing.offerings.all():
        treatment = _treatment(offering)
        if offering.price_series_usd is not None:
            yield Amount("price_series_usd", treatment, _package_label(offering), amount(offering, "price_series_usd"))
        label = _("%(route)s: a session after the first course") % _route(offering)
        yield Amount("price_maintenance_usd", treatment, label, amount(offering, "price_maintenance_usd"))
    therapy = fee(listing, "integration_fee_usd")
    yield Amount("integration_fee_usd", "", _("Therapy session to work through it"), therapy)


def _package_label(offering) -> str:
    number = offering.sessions_initial_series
    if not number:
        return _("%(route)s: package") % _route(offering)
    return _("%(route)s: package, number of sessions: %(n)s") % {**_route(offering), "n": number}


def _session(offering) -> Price | None:
    usd = offering.price_session_usd
    return Price(wording.dollar_range(*usd), offering.prices_as_of) if usd else None


def _route(offering) -> dict[str, str]:
    return {"route": offering.get_route_display()}


def _treatment(offering) -> str:
    return wording.treatment(offering.route)
