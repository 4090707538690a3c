"""What they charge: a whole first course of each treatment with its arithmetic, then the single amounts."""

from collections import Counter
from collections.abc import Hashable, Iterable

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory import wording
from directory.choices import Answer, Route
from directory.comparison.lines import COURSE, PRICES, Cell, Line, answer, not_offered
from directory.prices import Price
from directory.profile.amounts import Amounts
from directory.profile.courses import CoursePrice, course_price
from directory.profile.rows import Row

Priced = list[tuple[str, Price | None]]

DECISIVE = {
    "consult_fee_usd": gettext_lazy("First consultation"),
    "price_session_usd": gettext_lazy("One session"),
}
FURTHER = {
    "price_maintenance_usd": gettext_lazy("A session after the first course"),
    "integration_fee_usd": gettext_lazy("Therapy session to work through it"),
}


def what_decides(listings: list) -> Iterable[Line]:
    yield from _courses(listings)
    for about, label in DECISIVE.items():
        yield Line(about, str(label), [_amounts(listing, about) for listing in listings])


def _courses(listings: list) -> Iterable[Line]:
    offered = Counter(offering.route for listing in listings for offering in listing.offerings.all())
    is_shared = max(offered.values(), default=0) > 1
    for route in filter(offered.get, Route):
        # A course that one of them offers alone has nothing to stand beside, unless that is all there is.
        about = "course_of_one" if is_shared and offered[route] == 1 else "course"
        label = _("A whole first course: %(treatment)s") % {"treatment": wording.treatment(route)}
        yield Line(about, label, [_course(listing, route) for listing in listings])


def further(listings: list) -> Iterable[Line]:
    for about, label in FURTHER.items():
        yield Line(about, str(label), [_amounts(listing, about) for listing in listings], decides=False)


def _offering(listing, route: str):
    return next((offering for offering in listing.offerings.all() if offering.route == route), None)


def _course(listing, route: str) -> Cell:
    offering = _offering(listing, route)
    if offering is None:
        return not_offered(listing)
    course = course_price(offering)
    return Cell(listing.name, course, _sum(course), COURSE)


def _sum(course: CoursePrice) -> Hashable | None:
    return (course.total, *course.steps, course.consultation) if course.total else None


def _amounts(listing, about: str) -> Cell:
    prices = by_treatment(listing, about)
    stated = tuple(prices) if any(price for _, price in prices) else None
    if stated is None and listing.price_not_disclosed == Answer.YES:
        return answer(listing, Row("", [_("They do not publish their prices")]))
    return Cell(listing.name, prices if stated else [], stated, PRICES)


def by_treatment(listing, about: str) -> Priced:
    """The treatment of each price; no treatment where one price holds for all that they offer."""
    found = [(amount.treatment, amount.price) for amount in Amounts(listing).every if amount.about == about]
    if len({price for _, price in found}) == 1:
        return [("", found[0][1])]
    return [(capfirst(treatment), price) for treatment, price in found]
