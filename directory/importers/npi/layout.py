"""The columns of the registry's file, by name: there are 329, 330 or 331 of them, and more may come."""

import re
from datetime import date, datetime

from directory.importers.npi.record import Kind, Record
from directory.importers.npi.report import Refused, Report
from directory.importers.npi.stream import FaultyFile
from directory.npi import is_npi

NPI = "NPI"
KIND = "Entity Type Code"
LAST_NAME = "Provider Last Name (Legal Name)"
ORGANIZATION = "Provider Organization Name (Legal Business Name)"
LAST_NAMES = [LAST_NAME, "Provider Other Last Name"]
GIVEN_NAMES = ["Provider First Name", "Provider Middle Name", "Provider Other First Name"]
ORGANIZATIONS = [ORGANIZATION, "Provider Other Organization Name"]
PRACTICE_STATE = "Provider Business Practice Location Address State Name"
DEACTIVATED = "NPI Deactivation Date"
REACTIVATED = "NPI Reactivation Date"
TAXONOMY = "Healthcare Provider Taxonomy Code_"
LICENSE_STATE = "Provider License Number State Code_"
NEEDED = [
    NPI, KIND, *LAST_NAMES, *GIVEN_NAMES, *ORGANIZATIONS, PRACTICE_STATE, DEACTIVATED, REACTIVATED, f"{TAXONOMY}1",
]  # fmt: skip

# Spreadsheets write whole numbers as decimals.
KINDS = {"1": Kind.PERSON, "1.0": Kind.PERSON, "2": Kind.ORGANIZATION, "2.0": Kind.ORGANIZATION, "": Kind.NOT_STATED}
DECIMAL = ".0"
DAY = "%m/%d/%Y"
NOT_TEXT = re.compile("[\udc80-\udcff\x00]")


class Layout:
    """Where each column stands in one file. FaultyFile where one that is needed is not there, or is there twice."""

    def __init__(self, header: list[str]) -> None:
        header = [name.strip() for name in header]
        if missing := [name for name in NEEDED if name not in header]:
            raise FaultyFile(f"The first line must name the registry's columns. These are missing: {_list(missing)}.")
        if twice := [name for name in NEEDED if header.count(name) > 1]:
            raise FaultyFile(f"These columns are there more than once: {_list(twice)}.")
        self.width = len(header)
        self._at = {name: place for place, name in enumerate(header)}
        self._taxonomies = [place for place, name in enumerate(header) if name.startswith(TAXONOMY)]
        self._license_states = [place for place, name in enumerate(header) if name.startswith(LICENSE_STATE)]
        self._glanced = [self._at[name] for name in (NPI, KIND, DEACTIVATED, LAST_NAME, ORGANIZATION)]

    def glance(self, cells: list[str], report: Report) -> str:
        """The NPI of a row, after a look at what must be right in every one; Refused says what is not."""
        if len(cells) != self.width:
            raise Refused("it has another number of cells than the header", f"{len(cells)} instead of {self.width}")
        npi, code, deactivated, last_name, organization = [cells[place] for place in self._glanced]
        whole = npi.removesuffix(DECIMAL)
        if not is_npi(whole):
            raise Refused("the NPI does not have ten digits of which the last checks the others", _quoted(npi))
        if (kind := KINDS.get(code)) is None:
            raise Refused("the entity type code is neither 1 nor 2", _quoted(code))
        deactivated_on = self._deactivated_on(cells) if deactivated else None
        if not deactivated_on and not _name_for(kind, last_name, organization):
            raise Refused("it is in use and does not name whose it is")
        if deactivated:
            report.count_deactivation(deactivated_on)
        if whole != npi or len(code) > 1:
            report.mended += 1
        return whole

    def record(self, line: int, cells: list[str]) -> Record:
        if any(NOT_TEXT.search(cell) for cell in cells):
            raise Refused("it is not text in UTF-8")
        return Record(
            line=line,
            npi=cells[self._at[NPI]].removesuffix(DECIMAL),
            kind=KINDS[cells[self._at[KIND]]],
            last_names=self._filled(cells, LAST_NAMES),
            given_names=self._filled(cells, GIVEN_NAMES),
            organizations=self._filled(cells, ORGANIZATIONS),
            practice_state=cells[self._at[PRACTICE_STATE]].strip(),
            license_states=tuple(sorted({cells[place].strip() for place in self._license_states} - {""})),
            taxonomies=tuple(cells[place].strip() for place in self._taxonomies if cells[place].strip()),
            deactivated_on=self._deactivated_on(cells),
        )

    def _filled(self, cells: list[str], names: list[str]) -> tuple[str, ...]:
        return tuple(cell for name in names if (cell := cells[self._at[name]].strip()))

    def _deactivated_on(self, cells: list[str]) -> date | None:
        """When it was deactivated, unless it has been reactivated since."""
        deactivated, reactivated = (_day(cells[self._at[name]].strip()) for name in (DEACTIVATED, REACTIVATED))
        return None if deactivated and reactivated and reactivated >= deactivated else deactivated


def _name_for(kind: Kind, last_name: str, organization: str) -> str:
    if kind is Kind.PERSON:
        return last_name.strip()
    return organization.strip() if kind is Kind.ORGANIZATION else ""


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return datetime.strptime(text, DAY).date()
    except ValueError:
        raise Refused("a date in it is not a day as 12/31/2026", _quoted(text)) from None


def _quoted(text: str) -> str:
    """As much of a cell as one can look at, whatever is in it."""
    return ascii(text[:30])


def _list(names: list[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)
