"""The arithmetic of a whole first course, each step with the age of its price."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory import wording
from directory.costs import Course
from directory.prices import Price
from directory.profile.rows import terms_stated

# Statements of what the price includes that are the first consultation.
CONSULTATIONS = {"medical_evaluation", "psychiatric_evaluation"}


@dataclass(frozen=True)
class CoursePrice:
    """`steps` are the parts of the sum; `total` is None where they cannot be added up, and `missing` says why."""

    route: str
    steps: list[Price]
    total: Price | None
    lowest: int
    highest: int
    missing: str
    consultation: str


def course_price(offering) -> CoursePrice:
    course = offering.first_course_cost
    steps = list(_steps(offering, course))
    return CoursePrice(
        route=offering.get_route_display(),
        steps=steps,
        total=_total(course, steps) if course else None,
        lowest=course.minimum_usd if course else 0,
        highest=course.maximum_usd if course else 0,
        missing=_missing(offering, course),
        consultation=consultation(offering.listing),
    )


def includes_consultation(listing) -> bool:
    return any(term.slug in CONSULTATIONS for term in terms_stated(listing, "includes"))


def consultation(listing) -> str:
    """What a sum must say of the first consultation; nothing where its fee is one of the steps."""
    if listing.consult_fee_usd is not None:
        return ""
    if includes_consultation(listing):
        return _("The first consultation is included.")
    return _("The first consultation may come on top: not stated.")


def _total(course: Course, steps: list[Price]) -> Price:
    """As old as its oldest part."""
    days = [step.stated_on for step in steps if step.stated_on]
    return Price(wording.dollar_range(course.minimum_usd, course.maximum_usd), min(days, default=None))


def _steps(offering, course: Course | None) -> Iterable[Price]:
    listing = offering.listing
    if listing.consult_fee_usd == 0:
        yield Price(_("first consultation free"), listing.fees_as_of)
    elif listing.consult_fee_usd:
        fee = wording.dollars(listing.consult_fee_usd)
        yield Price(_("%(fee)s first consultation") % {"fee": fee}, listing.fees_as_of)
    if course and course.series_usd is not None:
        yield Price(package(offering), offering.prices_as_of)
    elif offering.price_session_usd:
        yield Price(_sessions(offering), offering.prices_as_of)


def package(offering) -> str:
    """Its price, and how many sessions it covers where that is stated."""
    price, number = wording.dollars(offering.price_series_usd), offering.sessions_initial_series
    if not number:
        return _("%(price)s for the package; the number of sessions is not stated") % {"price": price}
    words = ngettext("%(price)s for a package of %(n)s session", "%(price)s for a package of %(n)s sessions", number)
    return words % {"price": price, "n": number}


def _sessions(offering) -> str:
    price = wording.dollar_range(*offering.price_session_usd)
    number = offering.sessions_initial_series
    if not number:
        return _("%(price)s a session") % {"price": price}
    text = ngettext("%(n)s session at %(price)s", "%(n)s sessions at %(price)s each", number)
    return text % {"n": number, "price": price}


def _missing(offering, course: Course | None) -> str:
    if course is None and offering.price_session_usd is None:
        return _("The price of a session is not stated.")
    return _("The number of sessions is not stated.") if course is None else ""
