"""What they offer and what a treatment is like: one line a fact, with the treatments named where they differ in it."""

from collections.abc import Iterable

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory import wording
from directory.comparison.lines import Cell, Line, answer, line_of, not_offered
from directory.profile.answers import approval, what_they_offer
from directory.profile.rows import Fact, Row, computed
from directory.profile.treatments import CERTIFICATE, DECISIVE, FURTHER, concerns

NOT_STATED_FOR = gettext_lazy("Not stated:")


def what_decides(listings: list) -> Iterable[Line]:
    yield line_of(Fact("route", _offered), listings, decides=True)
    yield line_of(computed("approval", _("What the FDA says"), approval), listings, decides=True)
    yield from _lines([CERTIFICATE, *DECISIVE], listings, decides=True)


def further(listings: list) -> Iterable[Line]:
    return _lines(FURTHER, listings, decides=False)


def _offered(listing) -> Row:
    routes = [offering.get_route_display() for offering in listing.offerings.all()]
    by_others = not routes and not listing.needs_prescriber
    return Row(_("Treatments"), [what_they_offer(listing)] if by_others else routes)


def _lines(facts: Iterable[Fact], listings: list, *, decides: bool) -> Iterable[Line]:
    for fact in facts:
        rows = [_rows(fact, listing) for listing in listings]
        if labels := [row.label for found in rows for row in found.values()]:
            cells = [_cell(*pair) for pair in zip(listings, rows, strict=True)]
            yield Line(fact.about, labels[0], cells, decides)


def _rows(fact: Fact, listing) -> dict[str, Row]:
    """By treatment, where it is one that the fact is about."""
    return {
        capfirst(wording.treatment(offering.route)): fact(offering)
        for offering in listing.offerings.all()
        if concerns(fact, offering)
    }


def _cell(listing, rows: dict[str, Row]) -> Cell:
    return answer(listing, together(rows)) if rows else not_offered(listing)


def together(rows: dict[str, Row]) -> Row:
    """One answer where it holds for all their treatments; else each with the treatment that it holds for."""
    stated = {treatment: row for treatment, row in rows.items() if row.is_stated}
    words = [row.answers[0] for row in stated.values()]
    if len(stated) == len(rows) and len(set(words)) == 1:
        return Row("", words[:1])
    silent = [treatment for treatment in rows if treatment not in stated] if stated else []
    return Row("", [f"{treatment}: {row.answers[0]}" for treatment, row in stated.items()], silent, str(NOT_STATED_FOR))
