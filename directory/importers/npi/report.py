"""What became of every row and of every NPI that we list."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

NAMED = 50
MILLION = 1_000_000


class Refused(Exception):
    """A row that cannot be read. Rows are counted by the reason; the detail is of this row alone."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason, self.detail = reason, detail


@dataclass
class Report:
    """`tell` prints a line. The first 50 of a kind are named; with `name_all`, each one."""

    tell: Callable[[str], object]
    name_all: bool = False
    rows: int = 0
    mended: int = 0
    deactivated: int = 0
    reactivated: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    unchanged: int = 0
    recorded: int = 0
    _named: Counter[str] = field(default_factory=Counter)

    def count_row(self) -> None:
        self.rows += 1
        if self.rows % MILLION == 0:
            self.tell(f"{self.rows:,} rows …")

    def count_deactivation(self, deactivated_on: date | None) -> None:
        """Of a row with such a date, which means nothing where the NPI is active again."""
        if deactivated_on:
            self.deactivated += 1
        else:
            self.reactivated += 1

    def refuse(self, line: int, fault: Refused) -> None:
        self.refused[fault.reason] += 1
        detail = f" ({fault.detail})" if fault.detail else ""
        self._name("rows refused", f"Line {line:,} refused: {fault.reason}{detail}.")

    def count_outcome(self, outcome: str, subject: object, note: str) -> None:
        self.outcomes[outcome] += 1
        if outcome != "confirmed":
            self._name(outcome, f"{outcome.capitalize()}: {subject}. {note}".rstrip())

    def lines(self) -> Iterator[str]:
        yield f"{self.rows:,} rows: {self.rows - self.refused.total():,} read, {self.refused.total():,} refused."
        for reason, count in self.refused.most_common():
            yield f"  {count:,} refused: {reason}."
        yield (
            f"  {self.mended:,} have a whole number written as a decimal, {self.deactivated:,} are deactivated, "
            f"{self.reactivated:,} were deactivated once and are active again."
        )
        counts = ", ".join(f"{count:,} {outcome}" for outcome, count in sorted(self.outcomes.items())) or "none"
        yield f"NPIs that we list: {counts}."
        yield f"Checks: {self.recorded:,} recorded, {self.unchanged:,} unchanged."

    def _name(self, kind: str, sentence: str) -> None:
        self._named[kind] += 1
        if self.name_all or self._named[kind] <= NAMED:
            self.tell(sentence)
        elif self._named[kind] == NAMED + 1:
            self.tell(f"More {kind}: from here on they are only counted; -v 2 names each.")
