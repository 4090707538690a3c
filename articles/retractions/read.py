"""The file as a stream of rows: one at a time is in memory, and a broken one does not end the reading."""

import csv

from django.utils.translation import gettext as _

from articles.retractions.layout import COLUMNS, FaultyRow, row_from


class FaultyFile(Exception):
    """It is not the file that was meant; the message says why."""


def rows(file):
    """(line, Row or None, reason for None) of each row of an open text file."""
    reader = csv.reader(file, strict=True)
    header = _header(reader)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
            if cells:
                yield line, row_from(_named(header, cells), line), ""
        except StopIteration:
            return
        except csv.Error as error:
            _refuse_half_a_file(error, line)
            yield line, None, _("It is not CSV: %(error)s.") % {"error": error}
        except FaultyRow as error:
            yield line, None, str(error)


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
