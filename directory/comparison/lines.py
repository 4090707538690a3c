"""One question, and what each practice answers to it."""

from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from django.utils.translation import gettext_lazy as _

from directory.profile.rows import Fact, Row

ANSWER, MORE, COURSE, PRICES = (f"directory/_compare_{part}.html" for part in ("answer", "more", "course", "prices"))
# What decides first, few and short enough for one sheet of four practices. The price of a session and of the first
# consultation stand in the arithmetic of the course.
ON_PAPER = {
    "condition",
    "ages",
    "route",
    "approval",
    "sessions_initial_series",
    "visit_minutes",
    "observation_minutes",
    "session_monitor_role",
    "monitor_presence",
    "physician_on_site",
    "prescriber_role",
    "monitoring",
    "emergency",
    "course",
    "payment",
    "refund_policy",
    "escort",
    "driving_rule",
    "accepting",
    "next_new_patient",
}
NOT_OFFERED = _("Not one of their treatments")


class Verdict(Enum):
    """Silence is an answer of its own: it differs from a yes as from a no."""

    DIFFERENT = auto()
    SAME = auto()
    SILENT = auto()


@dataclass(frozen=True)
class Cell:
    """`said` is what an answer comes down to beside others, None where they say nothing; `part` shows `value`."""

    who: str
    value: object
    said: Hashable | None
    part: str = ANSWER


@dataclass(frozen=True)
class Line:
    """`decides` is false for the finer points; `common` is what every answer names: the cells tell what goes beyond."""

    about: str
    label: str
    cells: list[Cell]
    decides: bool = True
    common: list[str] = field(default_factory=list)

    @property
    def is_on_paper(self) -> bool:
        return self.about in ON_PAPER

    @property
    def verdict(self) -> Verdict:
        answers = {cell.said for cell in self.cells}
        if answers == {None}:
            return Verdict.SILENT
        return Verdict.SAME if len(answers) == 1 else Verdict.DIFFERENT


def line_of(fact: Fact, listings: list, *, decides: bool) -> Line:
    rows = [fact(listing) for listing in listings]
    line = Line(fact.about, rows[0].label, [answer(*pair) for pair in zip(listings, rows, strict=True)], decides)
    common = [words for words in rows[0].answers if all(words in row.answers for row in rows)]
    if not common or line.verdict is Verdict.SAME:
        return line
    cells = [_beyond(cell, row, common) for cell, row in zip(line.cells, rows, strict=True)]
    return replace(line, cells=cells, common=common)


def _beyond(cell: Cell, row: Row, common: list[str]) -> Cell:
    more = [words for words in row.answers if words not in common]
    return replace(cell, value=replace(row, answers=more), part=MORE)


def answer(listing, row: Row) -> Cell:
    return Cell(listing.name, row, (tuple(row.answers), tuple(row.refused)) if row.is_stated else None)


def not_offered(listing) -> Cell:
    """Of one treatment at a practice that names others; of one that names none, not even this is known."""
    names_others = bool(listing.offerings.all())
    return Cell(listing.name, Row("", [], refused=[str(NOT_OFFERED)] if names_others else []), None)
