"""Every amount that a listing states, one row each: an old one is shown as old, whatever the age of the others."""

from collections.abc import Iterable
from functools import cached_property

from django.utils.translation import gettext as _

from directory import wording
from directory.prices import Price, amount, fee
from directory.profile.courses import includes_consultation

Named = tuple[str, Price | None]


class Amounts:
    """`rows` are what decides and what is stated; the labels in `unstated` are named together."""

    def __init__(self, listing):
        self.listing = listing

    @cached_property
    def rows(self) -> list[Named]:
        further = [(label, price) for label, price in _further(self.listing) if price]
        return [*_decisive(self.listing), *further]

    @property
    def unstated(self) -> list[str]:
        return [label for label, price in _further(self.listing) if not price]

    @property
    def stated(self) -> list[Price]:
        return [price for _label, price in self.rows if price and price.stated_on]


def _decisive(listing) -> Iterable[Named]:
    yield _("First consultation"), consultation_fee(listing)
    for offering in listing.offerings.all():
        yield _("%(route)s: one session") % _route(offering), _session(offering)


def consultation_fee(listing) -> Price | None:
    stated = fee(listing, "consult_fee_usd")
    return stated or (Price(_("included")) if includes_consultation(listing) else None)


def _further(listing) -> Iterable[Named]:
    for offering in listing.offerings.all():
        if offering.price_series_usd is not None:
            yield _package_label(offering), amount(offering, "price_series_usd")
        label = _("%(route)s: a session after the first course") % _route(offering)
        yield label, amount(offering, "price_maintenance_usd")
    yield _("Therapy session to work through it"), fee(listing, "integration_fee_usd")


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
