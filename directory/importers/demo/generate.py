"""One demonstration practice from one number."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from articles.loading import fingerprint
from directory.importers.demo import ledger, practice, staff, statements
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
    checks: list[dict]

    @cached_property
    def hash(self) -> str:
        # One without checks has the hash that it had before there were any, so that older rows are known again.
        left_out = set() if self.checks else {"checks"}
        return fingerprint({name: getattr(self, name) for name in self.__dataclass_fields__ if name not in left_out})


def generate(number: int, towns: Towns, today: date) -> Practice:
    """The same practice for the same number, however many are asked for; only its dates follow today."""
    draw = Draw(f"{SEED}:{number}")
    listing = practice.listing_values(draw, number, towns, today)
    offerings = practice.offerings(draw, listing, today)
    said = sorted(set(statements.statements(draw, listing, [offering["route"] for offering in offerings])))
    hours, people = practice.hours(draw), staff.staff(draw, listing, number, today)
    # A source of its own: what is checked changes nothing of what is said.
    looked = ledger.checks(Draw(f"{SEED}:{number}:ledger"), listing, offerings, people, today)
    return Practice(listing, offerings, said, hours, people, looked)
