"""One demonstration practice from one number."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from articles.loading import fingerprint
from directory.importers.demo import practice, staff, statements
from directory.importers.demo.draw import Draw
from directory.importers.demo.places import Towns

SEED = "psychly"


@dataclass(frozen=True)
class Practice:
    """One practice as plain values, everything that is saved of it."""

    listing: dict
    offerings: list[dict]
    statements: list[tuple[str, str, str, str]]
    hours: list[dict]
    staff: list[dict]

    @cached_property
    def hash(self) -> str:
        return fingerprint({name: getattr(self, name) for name in self.__dataclass_fields__})


def generate(number: int, towns: Towns, today: date) -> Practice:
    """The same practice for the same number, however many are asked for; only its dates follow today."""
    draw = Draw(f"{SEED}:{number}")
    listing = practice.listing_values(draw, number, towns, today)
    offerings = practice.offerings(draw, listing, today)
    said = sorted(set(statements.statements(draw, listing, [offering["route"] for offering in offerings])))
    return Practice(listing, offerings, said, practice.hours(draw), staff.staff(draw, listing, number, today))
