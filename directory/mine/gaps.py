"""What visitors ask, and what of it they will see as "not stated", by the step that asks it: one rule for all pages
that count it. Quiet: nobody has to answer everything."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext as _

from directory.choices import Telehealth
from directory.profile.amounts import Amounts
from directory.profile.sections import QUESTIONS
from directory.profile.treatments import CERTIFICATE, DECISIVE, FURTHER, concerns
from directory.provider_forms.step import Step
from directory.provider_forms.steps import STEP_OF, STEPS

# Where the page puts one name on several fields.
ASKED_AS = {"ages": "min_age", "price_session_usd": "offerings.price_session_min_usd"}
# No listing is without a kind, and a package is named only where there is one: neither can be open.
NEVER_OPEN = {"practice_kind", "price_series_usd"}


class Asked(NamedTuple):
    """`treatment` is the one that it is about, "" for what holds whatever the treatment."""

    step: Step
    treatment: str
    label: str
    is_stated: bool


@dataclass(frozen=True)
class Gap:
    """`names` by the treatment that they are about, "" for what holds whatever the treatment."""

    step: Step
    names: dict[str, list[str]]

    @property
    def count(self) -> int:
        return sum(len(names) for names in self.names.values())

    @property
    def lines(self) -> list[str]:
        """ "IV infusion: a session, the dose"."""
        return [f"{of}: {', '.join(names)}" if of else ", ".join(names) for of, names in self.names.items()]


@dataclass(frozen=True)
class Gaps:
    """`count` of all facts that a visitor finds unanswered."""

    every: list[Gap]

    @property
    def count(self) -> int:
        return sum(gap.count for gap in self.every)

    def of(self, step: Step) -> Gap | None:
        return next((gap for gap in self.every if gap.step == step), None)

    def count_of(self, step: Step) -> int:
        gap = self.of(step)
        return gap.count if gap else 0


def gaps_of(listing) -> Gaps:
    return open_among(asked_of(listing))


def open_among(asked: Iterable[Asked]) -> Gaps:
    names: dict[str, dict[str, list[str]]] = {}
    for each in asked:
        if not each.is_stated:
            names.setdefault(each.step.slug, {}).setdefault(each.treatment, []).append(each.label)
    return Gaps([Gap(step, names[step.slug]) for step in STEPS if step.slug in names])


def asked_of(listing) -> list[Asked]:
    """All that its provider can answer. The listing comes with its page facts."""
    return [
        Asked(step, treatment, label, is_stated)
        for about, treatment, label, is_stated in _facts(listing)
        if about not in NEVER_OPEN and (step := _step_of(about))
    ]


def _facts(listing) -> Iterable[tuple[str, str, str, bool]]:
    """What it is about, of which treatment, in which words, and whether it is stated."""
    facts = [fact for question in QUESTIONS for fact in [*question.decisive, *question.further]]
    rows = [(fact.about, fact(listing)) for fact in facts if _concerns(fact.about, listing)]
    yield from ((about, "", row.label, row.is_stated) for about, row in rows)
    yield from ((about, "", label, bool(answer)) for about, label, answer in _beside(listing))
    for offering in listing.offerings.all():
        for fact in [CERTIFICATE, *DECISIVE, *FURTHER]:
            if concerns(fact, offering):
                row = fact(offering)
                yield fact.about, offering.get_route_display(), row.label, row.is_stated
    yield from ((amount.about, "", amount.label, amount.price is not None) for amount in Amounts(listing).every)


def _concerns(about: str, listing) -> bool:
    """Only who does not prescribe works with a clinic that does, and who sees nobody by video serves no state so."""
    if about == "serves":
        return listing.telehealth != Telehealth.NONE
    return about != "partner_clinics" or not listing.needs_prescriber


def _beside(listing) -> Iterable[tuple[str, str, object]]:
    """What stands in no row of the page: what it is about, in which words, and the answer."""
    yield "phone", _("Phone"), listing.phone
    if listing.needs_prescriber:
        yield "offerings", _("Treatments"), listing.offerings.all()
    yield "hours", _("Opening hours"), listing.hours.all()
    yield "positions", _("People"), listing.positions.all()
    yield "description", _("Your own words"), listing.description


def _step_of(about: str) -> Step | None:
    """None for what staff decide, such as an accreditation."""
    asked = ASKED_AS.get(about, about)
    return STEP_OF.get(asked) or STEP_OF.get(f"statements.{asked}") or STEP_OF.get(f"offerings.{asked}")
