"""What is offered and what the FDA says of it: computed for each treatment and each condition, never typed in."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from directory import wording
from directory.choices import Answer, ProtocolKind, Route, StopRule
from directory.profile.rows import Fact, Row, terms_stated
from directory.regulation import RegulatoryStatus, regulatory_status


@dataclass(frozen=True)
class Approval:
    """One status and the conditions it holds for."""

    status: RegulatoryStatus
    conditions: list[str]


@dataclass(frozen=True)
class Treatment:
    route: str
    approvals: list[Approval]
    rows: list[Row]
    unstated: list[str]


def treatments(listing) -> list[Treatment]:
    conditions = terms_stated(listing, "condition")
    return [_treatment(offering, conditions) for offering in listing.offerings.all()]


def _treatment(offering, conditions: Iterable) -> Treatment:
    further = [fact(offering) for fact in FURTHER]
    return Treatment(
        route=offering.get_route_display(),
        approvals=approvals(offering.route, conditions),
        rows=[*_decisive(offering), *(row for row in further if row.is_stated)],
        unstated=[row.label for row in further if not row.is_stated],
    )


def _decisive(offering) -> Iterable[Row]:
    return (fact(offering) for fact in [CERTIFICATE, *DECISIVE] if concerns(fact, offering))


def concerns(fact: Fact, offering) -> bool:
    """Only one treatment has a program that a site is certified for."""
    return fact is not CERTIFICATE or offering.route == Route.INTRANASAL_ESKETAMINE


def approvals(route: str, conditions: Iterable) -> list[Approval]:
    """One line a status, the conditions that share it together, in the order of the enumeration."""
    by_status: dict[RegulatoryStatus, list[str]] = {}
    for term in conditions:
        by_status.setdefault(regulatory_status(route, term.slug), []).append(term.label)
    return [Approval(status, by_status[status]) for status in RegulatoryStatus if status in by_status]


def _rems(offering) -> Row:
    label = _("Certified for esketamine (REMS program)")
    if offering.rems_certified == Answer.NOT_STATED:
        return Row(label, [])
    words = [offering.get_rems_certified_display()]
    if offering.rems_checked_on:
        words.append(_("looked up on %(day)s") % {"day": wording.a_date(offering.rems_checked_on)})
    return Row(label, [", ".join([*words, *filter(None, [offering.rems_source])])])


def _course(offering) -> Row:
    number, weeks = offering.sessions_initial_series, offering.weeks_initial_series
    label = _("A first course")
    if not number:
        return Row(label, [])
    words = ngettext("%(n)s session", "%(n)s sessions", number) % {"n": number}
    if weeks:
        words = _("%(sessions)s over %(weeks)s") % {
            "sessions": words,
            "weeks": ngettext("%(n)s week", "%(n)s weeks", weeks) % {"n": weeks},
        }
    return Row(label, [words])


def _minutes(name: str, label) -> Fact:
    def read(offering) -> Row:
        number = getattr(offering, name)
        return Row(str(label), [] if number is None else [wording.minutes(number)])

    return Fact(name, read)


def _protocol(offering) -> Row:
    stated = offering.protocol_kind != ProtocolKind.NOT_STATED
    return Row(_("The dose"), [offering.get_protocol_kind_display()] if stated else [])


def _maintenance(offering) -> Row:
    words = {Answer.YES: _("Offered"), Answer.NO: _("Not offered")}.get(offering.maintenance_offered)
    return Row(_("Sessions after the first course"), [words] if words else [])


def _stop_rule(offering) -> Row:
    label, number = _("When they look at whether it helps"), offering.stop_rule_sessions
    if offering.stop_rule != StopRule.REVIEWED or not number:
        return Row(label, [])
    return Row(label, [ngettext("After %(n)s session", "After %(n)s sessions", number) % {"n": number}])


CERTIFICATE = Fact("rems_certified", _rems)
# Shown whether or not they are stated; of the others, those that are not stated are named together.
DECISIVE = [
    Fact("sessions_initial_series", _course),
    _minutes("visit_minutes", gettext_lazy("A whole visit takes")),
    _minutes("observation_minutes", gettext_lazy("You are watched afterward for")),
]
FURTHER = [
    _minutes("infusion_minutes", gettext_lazy("Giving the dose takes")),
    Fact("protocol_kind", _protocol),
    Fact("maintenance_offered", _maintenance),
    Fact("stop_rule", _stop_rule),
]
