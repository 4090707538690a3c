"""Every facet that visitors search by, one line each: a parameter, a filter, a count and a place in the form.

`read` takes a listing with its offerings, statements and hours at hand and gives the slugs of its terms, or None where
the listing says nothing: "not stated" is a term like any other. Whoever answers only with "no" has answered.
A new facet needs a line here and its terms in the vocabulary.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from directory.choices import Answer, EvaluationMode

NOT_STATED = "not_stated"
SATURDAY = 5
EVENING_HOUR = 18
Slugs = Iterable[str] | None
FIRST, SAFETY, COST, ACCESS = "first", "safety", "cost", "access"


def field(name: str) -> Callable:
    """A single-valued fact, whose choices are the slugs."""
    return lambda listing: [getattr(listing, name)]


def stated(facet: str) -> Callable:
    """A fact with many values: the terms that the listing says yes to, and nothing at all where it has no row."""

    def read(listing):
        rows = [row for row in listing.statements.all() if row.term.facet == facet]
        return {row.term.slug for row in rows if row.answer == Answer.YES} if rows else None

    return read


def bands(*limits: tuple[int | None, str]) -> Callable:
    """The slug of the first limit above a number: for `(30, "under_30"), (None, "30_or_more")`."""
    return lambda number: next(slug for limit, slug in limits if limit is None or number < limit)


price_band = bands(
    (300, "under_300"), (450, "300_to_449"), (600, "450_to_599"), (800, "600_to_799"), (None, "800_or_more")
)
observation_band = bands((30, "under_30"), (60, "30_to_59"), (120, "60_to_119"), (None, "120_or_more"))
visit_band = bands((60, "under_60"), (120, "60_to_119"), (180, "120_to_179"), (None, "180_or_more"))
consultation_band = bands((1, "free"), (100, "under_100"), (200, "100_to_199"), (None, "200_or_more"))
AGE_GROUPS = {
    "children_under_12": (0, 11),
    "teens_12_to_17": (12, 17),
    "adults_18_to_64": (18, 64),
    "older_adults_65_plus": (65, 120),
}


def routes(listing) -> Slugs:
    return {offering.route for offering in listing.offerings.all()} or None


def prices(listing) -> Slugs:
    stated_prices = [offering.price_session_min_usd for offering in listing.offerings.all()]
    return {price_band(price) for price in stated_prices if price is not None} or None


def observation(listing) -> Slugs:
    minutes = (offering.observation_minutes for offering in listing.offerings.all())
    return {observation_band(number) for number in minutes if number is not None} or None


def visits(listing) -> Slugs:
    minutes = (offering.visit_minutes for offering in listing.offerings.all())
    return {visit_band(number) for number in minutes if number is not None} or None


def consultation(listing) -> Slugs:
    return None if listing.consult_fee_usd is None else [consultation_band(listing.consult_fee_usd)]


def evaluation(listing) -> Slugs:
    """Who does both is found by who looks for either."""
    if listing.evaluation_mode == EvaluationMode.BOTH:
        return [EvaluationMode.BOTH, EvaluationMode.IN_PERSON, EvaluationMode.VIDEO]
    return [listing.evaluation_mode]


def ages(listing) -> Slugs:
    """The groups that the stated ages reach into."""
    if listing.min_age is None and listing.max_age is None:
        return None
    youngest, oldest = listing.min_age or 0, listing.max_age or 120
    return [slug for slug, (start, end) in AGE_GROUPS.items() if youngest <= end and oldest >= start]


def hours(listing) -> Slugs:
    return {slug for row in listing.hours.all() for slug in _when(row)} or None


def _when(row) -> Iterable[str]:
    """Evening: still open at, or until, 6 p.m. on a weekday."""
    if row.weekday >= SATURDAY:
        return ["weekend"]
    return ["weekday", "evening"] if row.closes_at.hour >= EVENING_HOUR else ["weekday"]


@dataclass(frozen=True)
class Facet:
    """`name` is the parameter and the vocabulary's facet; `in_form` is false for what the place field asks."""

    name: str
    label: str | Promise
    read: Callable
    group: str | Promise = SAFETY
    in_form: bool = True
    may_be_unstated: bool = True


FACETS = [
    Facet("route", _("Treatment"), routes, FIRST),
    Facet("condition", _("Condition"), stated("condition"), FIRST),
    Facet("accepting", _("Accepting new patients"), field("accepting"), FIRST),
    Facet("monitor", _("Who monitors"), field("session_monitor_role"), FIRST),
    Facet("price", _("Price of a session"), prices, FIRST),
    Facet("payment", _("Ways to pay"), stated("payment"), FIRST),
    Facet("lead", _("Who leads the practice"), field("lead_clinician_role")),
    Facet("presence", _("Where the person who monitors is"), field("monitor_presence")),
    Facet("prescriber", _("Who prescribes"), field("prescriber_role")),
    Facet("physician", _("A physician on site"), field("physician_on_site")),
    Facet("anesthesia", _("Someone trained in anesthesia on site"), field("anesthesia_trained_on_site")),
    Facet("psychiatric", _("A mental health clinician"), field("psychiatric_clinician_involved")),
    Facet("monitoring", _("What is measured"), stated("monitoring")),
    Facet("emergency", _("Emergency equipment"), stated("emergency")),
    Facet("life_support", _("Life support training"), field("life_support_cert")),
    Facet("observation", _("Time watched afterwards"), observation),
    Facet("visit", _("Length of a visit"), visits),
    Facet("screening", _("Checks before treatment"), stated("screening")),
    Facet("psychotherapy", _("Talk therapy"), field("psychotherapy")),
    Facet("consultation", _("Fee of the first consultation"), consultation, COST),
    Facet("insurer", _("Insurance company"), stated("insurer"), COST),
    Facet("setting", _("Kind of practice"), field("practice_kind"), ACCESS),
    Facet("availability", _("First visit for a new patient"), field("next_new_patient"), ACCESS),
    Facet("evaluation", _("First evaluation"), evaluation, ACCESS),
    Facet("referral", _("Referral needed"), field("referral_required"), ACCESS),
    Facet("telehealth", _("By video"), field("telehealth"), ACCESS),
    Facet("hours", _("Open"), hours, ACCESS),
    Facet("age", _("Age"), ages, ACCESS),
    Facet("language", _("Language"), stated("language"), ACCESS),
    Facet("sign_language", _("Sign language"), field("sign_language"), ACCESS),
    Facet("access", _("Access"), stated("access"), ACCESS),
    Facet("room", _("Room"), stated("room"), ACCESS),
    Facet("companion", _("A companion"), field("companion_policy"), ACCESS),
    Facet("escort", _("Getting home"), stated("escort"), ACCESS),
    Facet("population", _("Experience with"), stated("population"), ACCESS),
    Facet("state", _("State"), lambda listing: [listing.state.lower()], in_form=False, may_be_unstated=False),
    Facet("serves", _("Licensed to see people by video in"), stated("serves"), ACCESS, may_be_unstated=False),
]
FACET = {facet.name: facet for facet in FACETS}
assert len(FACET) == len(FACETS), "two facets share a name"


def terms_of(listing) -> set[tuple[str, str]]:
    """Every (facet, slug) that is true of a listing, "not stated" where it says nothing."""
    return {(facet.name, slug) for facet in FACETS for slug in _slugs(facet, listing)}


def _slugs(facet: Facet, listing) -> Iterable[str]:
    slugs = facet.read(listing)
    if slugs is None:
        return [NOT_STATED] if facet.may_be_unstated else []
    return slugs
