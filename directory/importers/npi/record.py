"""What the registry says of one NPI."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from directory.states import STATE_NAMES


class Kind(Enum):
    PERSON = "a person"
    ORGANIZATION = "an organization"
    NOT_STATED = "not stated"  # the registry blanks the rows of deactivated NPIs


@dataclass(frozen=True, slots=True)
class Record:
    line: int
    npi: str
    kind: Kind
    last_names: tuple[str, ...]
    given_names: tuple[str, ...]
    organizations: tuple[str, ...]
    practice_state: str
    license_states: tuple[str, ...]
    taxonomies: tuple[str, ...]
    deactivated_on: date | None

    @property
    def states(self) -> set[str]:
        """Where it has its practice or a license. Places abroad and misspelt ones are not compared."""
        return {self.practice_state.upper(), *map(str.upper, self.license_states)} & STATE_NAMES.keys()

    def as_evidence(self) -> str:
        """All of it, for staff."""
        return "; ".join(self._parts())

    def _parts(self) -> Iterator[str]:
        yield f"line {self.line}: NPI {self.npi}, {self.kind.value}"
        names = [*self.given_names, *self.last_names, *self.organizations]
        lists = {"names": names, "states of licenses": self.license_states, "taxonomy": self.taxonomies}
        yield from (f"{label} {' | '.join(values)}" for label, values in lists.items() if values)
        if self.practice_state:
            yield f"practice in {self.practice_state}"
        if self.deactivated_on:
            yield f"deactivated on {self.deactivated_on.isoformat()}"
