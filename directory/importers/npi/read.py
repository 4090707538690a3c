"""Row by row: what cannot be read is refused by its line, and only what we list is kept."""

import csv
import re
from collections.abc import Iterator, Set

from directory.importers.npi.layout import Layout
from directory.importers.npi.lines import Lines, RowTooLong
from directory.importers.npi.record import Record
from directory.importers.npi.report import Refused, Report
from directory.importers.npi.stream import FaultyFile, Source

UTF_16 = ("\udcff\udcfe", "\udcfe\udcff")
ZIP = "PK\x03\x04"
TEN_DIGITS = re.compile(r"(?<!\d)[12]\d{9}(?!\d)")


class Reading:
    """One pass over the file. `records` are what it says of the listed NPIs; `unread` are those of them that stand in
    rows that cannot be read."""

    def __init__(self, source: Source, listed: Set[str], report: Report) -> None:
        self.records: dict[str, Record] = {}
        self.unread: set[str] = set()
        self._lines = Lines(source.text)
        self.listed, self._report = listed, report
        self._layout = Layout(_header(self._lines))

    def run(self) -> "Reading":
        for line, cells in self._rows():
            try:
                if (npi := self._layout.glance(cells, self._report)) in self.listed:
                    self._keep(npi, self._layout.record(line, cells))
            except Refused as fault:
                self._refuse(line, fault, " ".join(cells))
        return self

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """The cells of each row that is CSV, with the number of its first line."""
        reader = csv.reader(self._lines, strict=True)
        while True:
            line = self._lines.begin_row()
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                self._give_up(line, Refused("it is not CSV", str(error)))
            except RowTooLong as error:
                self._give_up(line, Refused("it is too long", str(error)))
            else:
                if cells:  # an empty line is no row
                    self._report.count_row()
                    yield line, cells

    def _give_up(self, line: int, fault: Refused) -> None:
        self._report.count_row()
        self._refuse(line, fault, self._lines.give_up_row())

    def _refuse(self, line: int, fault: Refused, text: str) -> None:
        self._report.refuse(line, fault)
        self.unread |= self.listed & set(TEN_DIGITS.findall(text))

    def _keep(self, npi: str, record: Record) -> None:
        if (before := self.records.setdefault(npi, record)) is not record:
            raise Refused("its NPI was in the file before", f"in line {before.line:,}")


def _header(lines: Lines) -> list[str]:
    try:
        header = next(csv.reader(lines, strict=True))
    except StopIteration:
        raise FaultyFile("It is empty.") from None
    except (csv.Error, RowTooLong) as error:
        raise FaultyFile(_other_kind(lines.give_up_row()) or f"Its first line cannot be read: {error}.") from error
    if other := _other_kind(",".join(header)):
        raise FaultyFile(other)
    return header


def _other_kind(beginning: str) -> str:
    """What it is instead of the registry's CSV, where that can be told."""
    if beginning.startswith(ZIP):
        return "It is a zip file that has no end, or comes through a pipe: unpack it first, or name the file."
    if beginning.startswith(UTF_16) or "\0" in beginning:
        return "It is not text in UTF-8, but looks like UTF-16: save it as “CSV UTF-8”."
    return ""
