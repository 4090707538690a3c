"""Files of the NPI registry with invented rows, for tests."""

import csv
import io

from directory.importers.npi.read import Reading
from directory.importers.npi.report import Report
from directory.importers.npi.stream import opened
from tests.bench.npi_rows import header, npis

COLUMNS = header()
# The layout before the certification date came, and one with a column that nobody knows yet.
COLUMNS_329 = COLUMNS[:-1]
COLUMNS_331 = [COLUMNS[0], "Provider Shoe Size", *COLUMNS[1:]]
NPIS = list(npis(30))
JANE, CLINIC, GONE, OTHER = NPIS[:4]

PERSON = {
    "NPI": JANE,
    "Entity Type Code": "1",
    "Provider Last Name (Legal Name)": "TESTPERSON",
    "Provider First Name": "JANE",
    "Provider Business Practice Location Address State Name": "CO",
    "Healthcare Provider Taxonomy Code_1": "207L00000X",
}
ORGANIZATION = {
    "NPI": CLINIC,
    "Entity Type Code": "2",
    "Provider Organization Name (Legal Business Name)": "TEST KETAMINE CENTER, LLC",
    "Provider Business Practice Location Address State Name": "CO",
}
DEACTIVATED = {"NPI": GONE, "NPI Deactivation Date": "08/17/2020"}


def cells(values, columns=COLUMNS):
    return [values.get(column, "") for column in columns]


def text_of(*rows, columns=COLUMNS):
    """CSV as the registry writes it. A row is a dict by column, or a list of cells."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(cells(row, columns) if isinstance(row, dict) else row for row in rows)
    return text.getvalue()


def write(path, *rows, **options):
    path.write_bytes(text_of(*rows, **options).encode())
    return path


def read(path, listed=(JANE, CLINIC, GONE)):
    """What was read of the listed NPIs, and the lines that were printed about it."""
    said = []
    report = Report(tell=said.append)
    with opened(str(path)) as source:
        return Reading(source, set(listed), report).run(), report, said
