"""The file as a stream of rows: one at a time is in memory, and a broken one does not end the reading."""

import csv
import re

from django.utils.translation import gettext as _

from articles.retractions.layout import COLUMNS, FaultyRow, Refused, naming, row_from

# What parts the cells of a row that is no CSV.
BETWEEN = re.compile(r'[",\r\n]+')


class FaultyFile(Exception):
    """It is not the file that was meant; the message says why."""


class _Lines:
    """The lines of a file; `of_row` are those that the row being read has so far."""

    def __init__(self, file):
        self.file = iter(file)
        self.of_row: list[str] = []

    def __iter__(self):
        return self

    def __next__(self):
        self.of_row.append(next(self.file))
        return self.of_row[-1]


def rows(file):
    """A Row or a Refused for each row of an open text file."""
    lines = _Lines(file)
    reader = csv.reader(lines, strict=True)
    header = _header(reader)
    while True:
        line = reader.line_num + 1
        lines.of_row.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            _refuse_half_a_file(error, line)
            reason = _("It is not CSV: %(error)s.") % {"error": error}
            yield Refused(line, reason, BETWEEN.split("".join(lines.of_row)))
        else:
            if cells:
                yield _read(header, cells, line)


def _read(header, cells, line):
    """Of a row that lacks cells nobody knows which is which: any may name the paper."""
    told = cells
    try:
        named = _named(header, cells)
        told = naming(named)
        return row_from(named, line)
    except FaultyRow as error:
        return Refused(line, str(error), told)


def _header(reader):
    try:
        header = [name.strip() for name in next(reader)]
    except (StopIteration, csv.Error) as error:
        raise FaultyFile(_("It has no first line with the names of columns.")) from error
    if missing := [name for name in COLUMNS if name not in header]:
        message = _("It is not in the layout of Retraction Watch: the column %(names)s is missing.")
        raise FaultyFile(message % {"names": ", ".join(missing)})
    return header


def _named(header, cells):
    """Columns added at the end, and a comma that closes the line, do no harm; cells that lack do."""
    if len(cells) < len(header):
        counts = {"found": len(cells), "wanted": len(header)}
        raise FaultyRow(_("It has %(found)s cells where %(wanted)s are named.") % counts)
    return dict(zip(header, cells, strict=False))


def _refuse_half_a_file(error, line):
    """What stands behind a quotation mark that never closes was not read, and must not count as looked at."""
    if "end of data" in str(error):
        raise FaultyFile(_("It breaks off within the row that begins at line %(line)s.") % {"line": line}) from error
