"""What a listing charges: each amount with the day it was stated on, because an old amount is shown as old."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from directory import wording
from directory.freshness import PRICES_CURRENT_FOR


@dataclass(frozen=True)
class Price:
    """`stated_on` is None for words that are no amount and do not age."""

    words: str
    stated_on: date | None = None

    @property
    def is_old(self) -> bool:
        return self.stated_on is not None and timezone.localdate() - self.stated_on > PRICES_CURRENT_FOR


def session_price(offerings: Iterable) -> Price | None:
    """The lowest price of one session, whatever its age: the search sorts and filters by the same. None where no
    price is stated."""
    priced = [offering for offering in offerings if offering.price_session_usd]
    if not priced:
        return None
    cheapest = min(priced, key=lambda offering: (offering.price_session_min_usd, -offering.prices_as_of.toordinal()))
    low, high = cheapest.price_session_usd
    if any(offering.price_session_usd != (low, high) for offering in priced):
        return Price(_("from %(price)s") % {"price": wording.dollars(low)}, cheapest.prices_as_of)
    return Price(wording.dollar_range(low, high), cheapest.prices_as_of)


def fee(listing, name: str) -> Price | None:
    """One of the fees that a listing states for itself, not for a treatment."""
    amount = getattr(listing, name)
    return None if amount is None else Price(wording.dollars(amount) if amount else _("free"), listing.fees_as_of)


def amount(offering, name: str) -> Price | None:
    """One price of a treatment that has no range."""
    usd = getattr(offering, name)
    return None if usd is None else Price(wording.dollars(usd), offering.prices_as_of)
