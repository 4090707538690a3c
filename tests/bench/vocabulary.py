"""The shipped vocabulary, and how common each of its terms is among generated listings."""

import csv
from dataclasses import dataclass

from directory.facets import FACET, NOT_STATED
from directory.importers.vocabulary import VOCABULARY
from directory.models import Term

# Facets of which a listing may have several terms at once; of all others it has exactly one.
MANY = {
    "access", "age", "condition", "emergency", "escort", "hours", "insurer", "language", "monitoring", "observation",
    "payment", "population", "price", "room", "route", "screening", "serves",
}  # fmt: skip
# Who says anything says the first term of a facet with this chance, and each further one with a little less.
FIRST_SHARE, STEP = 0.7, 0.86
SILENT_SHARE = 0.25


@dataclass(frozen=True)
class Choices:
    """The terms of one facet that are said, in their order, and the number of "not stated", where there is one."""

    facet: str
    slugs: list[str]
    numbers: list[int]
    not_stated: int | None

    @property
    def is_many(self) -> bool:
        return self.facet in MANY

    @property
    def shares(self) -> list[float]:
        return [FIRST_SHARE * STEP**place for place in range(len(self.slugs))]

    @property
    def highest(self) -> int:
        return max(*self.numbers, self.not_stated or 0)


def read() -> list[Choices]:
    """Every facet but the state, which a listing's place decides."""
    rows = [row for row in _rows() if row["facet"] in FACET]
    return [_choices(facet, [row for row in rows if row["facet"] == facet]) for facet in FACET if facet != "state"]


def make_terms() -> dict[int, Term]:
    """By number."""
    if not Term.objects.exists():
        Term.objects.bulk_create(Term(**row) for row in _rows())
    return {term.number: term for term in Term.objects.all()}


def _rows() -> list[dict]:
    with VOCABULARY.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _choices(facet: str, rows: list[dict]) -> Choices:
    said = [row for row in rows if row["slug"] != NOT_STATED]
    silent = [int(row["number"]) for row in rows if row["slug"] == NOT_STATED]
    numbers = [int(row["number"]) for row in said]
    return Choices(facet, [row["slug"] for row in said], numbers, silent[0] if silent else None)
