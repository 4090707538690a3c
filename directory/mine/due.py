"""What a listing needs from those who manage it, because time passes."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from directory import wording
from directory.emails import confirmation_state
from directory.freshness import PRICES_CURRENT_FOR
from directory.mine.links import CONFIRM, PRICES, Link, link
from directory.models import License, Listing
from directory.prices import fee
from directory.reminders import DUE_AFTER, Dates, Reminder

Status = Listing.Status
# Visitors read their prices.
READ = {Status.PUBLISHED, Status.TEMPORARILY_CLOSED}
ENDED = {Status.CLOSED, Status.WITHDRAWN}
FEES = ("consult_fee_usd", "integration_fee_usd")


@dataclass(frozen=True)
class Due:
    """`is_late` where visitors see already that it was not done."""

    title: str
    sentence: str
    action: Link | None = None
    is_late: bool = False


def due(listings: list[Listing]) -> dict[int, list[Due]]:
    """{listing: what is due, most pressing first}; the listings come with their page facts."""
    found: dict[int, list[Due]] = defaultdict(list)
    for read in READERS:
        for pk, item in read(listings):
            found[pk].append(item)
    return found


def asks_again_on(listing):
    """The day from which its confirmation is due; None where there is nothing to confirm."""
    return listing.confirmed_on + DUE_AFTER[Reminder.FIRST] if listing.is_confirmable else None


def _confirmations(listings: list[Listing]) -> Iterable[tuple[int, Due]]:
    today = timezone.localdate()
    for listing in listings:
        first = asks_again_on(listing)
        if listing.confirmed_on and first and first <= today:
            yield listing.pk, _confirmation(listing, Dates(listing.confirmed_on), today)


def _confirmation(listing, dates: Dates, today) -> Due:
    action = link(CONFIRM, slug=listing.slug)
    if today >= dates.hidden_on:
        return Due(_("Confirm it: it is hidden"), confirmation_state(listing, Reminder.HIDDEN), action, is_late=True)
    if today >= dates.marked_on:
        return Due(_("Confirm it: it is marked"), confirmation_state(listing, Reminder.MARKED), action, is_late=True)
    last = wording.a_date(dates.marked_on - timedelta(days=1))
    return Due(_("Confirm it by %(day)s") % {"day": last}, confirmation_state(listing, Reminder.FIRST), action)


def _prices(listings: list[Listing]) -> Iterable[tuple[int, Due]]:
    for listing in listings:
        if listing.status in READ and (old := _old_prices(listing)):
            words = _("More than %(days)s days old: %(prices)s. Visitors see such prices as old.")
            sentence = words % {"days": PRICES_CURRENT_FOR.days, "prices": wording.in_a_row(old)}
            yield listing.pk, Due(_("State your prices again"), sentence, link(PRICES, slug=listing.slug), is_late=True)


def _old_prices(listing) -> list[str]:
    """Which they are, with the day of each."""
    dated = [
        (wording.treatment(offering.route), offering.prices_as_of)
        for offering in listing.offerings.all()
        if offering.prices_are_old
    ]
    fees = next((price for name in FEES if (price := fee(listing, name)) and price.is_old), None)
    if fees and fees.stated_on:
        dated.append((_("the fees for a visit"), fees.stated_on))
    return [_("%(what)s (%(day)s)") % {"what": what, "day": wording.a_date(day)} for what, day in dated]


def _licenses(listings: list[Listing]) -> Iterable[tuple[int, Due]]:
    """Those that end soon, and those that have ended without another look at the board."""
    ending = _by_clinician(License.objects.held_at(listings).ending_soon())
    lapsed = _by_clinician(License.objects.held_at(listings).lapsed())
    for listing in (each for each in listings if each.status not in ENDED):
        for position in listing.positions.all():
            for license_ in lapsed[position.clinician_id]:
                yield listing.pk, _license(license_, _("not in force on our record"), is_late=True)
            for license_ in ending[position.clinician_id]:
                yield listing.pk, _license(license_, _("ends on %(day)s") % {"day": _last_day(license_)})


def _by_clinician(licenses) -> dict[int, list[License]]:
    found: dict[int, list[License]] = defaultdict(list)
    for license_ in licenses.select_related("clinician"):
        found[license_.clinician_id].append(license_)
    return found


def _last_day(license_: License) -> str:
    """One in force has a last day."""
    return wording.a_date(license_.expires_on) if license_.expires_on else ""


def _license(license_: License, state: str, *, is_late: bool = False) -> Due:
    figures = {"person": license_.clinician, "where": license_.get_jurisdiction_display(), "state": state}
    sentence = _(
        "%(person)s, license in %(where)s: %(state)s. When the board shows the renewal, write to us, and our staff "
        "look it up. Without a license in force, a practice can be hidden."
    )
    return Due(_("Renew a license"), sentence % figures, is_late=is_late)


READERS: list[Callable[[list[Listing]], Iterable[tuple[int, Due]]]] = [_confirmations, _licenses, _prices]
