"""What visitors will see as "not stated", by the step that asks it. Quiet: nobody has to answer everything."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from directory.profile.amounts import Amounts
from directory.profile.sections import QUESTIONS
from directory.profile.treatments import CERTIFICATE, DECISIVE, FURTHER, concerns
from directory.provider_forms.step import Step
from directory.provider_forms.steps import STEP_OF, STEPS

# Where the page puts one name on several fields.
ASKED_AS = {"ages": "min_age", "price_session_usd": "offerings.price_session_min_usd"}


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
    names: dict[str, dict[str, list[str]]] = {}
    for about, treatment, label in _unstated(listing):
        if step := _step_of(about):
            names.setdefault(step.slug, {}).setdefault(treatment, []).append(label)
    return Gaps([Gap(step, names[step.slug]) for step in STEPS if step.slug in names])


def _unstated(listing) -> Iterable[tuple[str, str, str]]:
    """What it is about, of which treatment, and in which words."""
    facts = [fact for question in QUESTIONS for fact in [*question.decisive, *question.further]]
    rows = [(fact.about, fact(listing)) for fact in facts]
    yield from ((about, "", row.label) for about, row in rows if not row.is_stated and _concerns(about, listing))
    yield from ((about, "", label) for about, label in _beside(listing))
    for offering in listing.offerings.all():
        for fact in [CERTIFICATE, *DECISIVE, *FURTHER]:
            if concerns(fact, offering) and not (row := fact(offering)).is_stated:
                yield fact.about, offering.get_route_display(), row.label
    yield from ((amount.about, "", amount.label) for amount in Amounts(listing).every if amount.price is None)


def _concerns(about: str, listing) -> bool:
    """Only who does not prescribe works with a clinic that does."""
    return about != "partner_clinics" or not listing.needs_prescriber


def _beside(listing) -> Iterable[tuple[str, str]]:
    """What stands in no row of the page."""
    if not listing.phone:
        yield "phone", _("Phone")
    if listing.needs_prescriber and not listing.offerings.all():
        yield "offerings", _("Treatments")
    if not listing.hours.all():
        yield "hours", _("Opening hours")
    if not listing.positions.all():
        yield "positions", _("People")
    if not listing.description:
        yield "description", _("Your own words")


def _step_of(about: str) -> Step | None:
    """None for what staff decide, such as an accreditation."""
    asked = ASKED_AS.get(about, about)
    return STEP_OF.get(asked) or STEP_OF.get(f"statements.{asked}") or STEP_OF.get(f"offerings.{asked}")
