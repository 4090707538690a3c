"""The real rows of the corpora. Their people are in the test's database only, and in none of its messages."""

import csv
import io

import pytest
from django.core.management import call_command

from directory.models import Check
from tests.directory.importers.npi.registry import COLUMNS, read
from tests.factories.directory import make_clinician, make_draft

pytestmark = [pytest.mark.corpora, pytest.mark.django_db]

LAST, FIRST = "Provider Last Name (Legal Name)", "Provider First Name"
ORGANIZATION = "Provider Organization Name (Legal Business Name)"
STATE = "Provider Business Practice Location Address State Name"


@pytest.fixture(scope="session")
def path(corpora):
    return corpora / "npi-registry" / "npidata_sample.csv"


@pytest.fixture(scope="session")
def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def gone(row):
    return bool(row["NPI Deactivation Date"]) and not row["NPI Reactivation Date"]


def check_npis(path):
    """The two lines that count, without a name in them."""
    said = io.StringIO()
    call_command("check_npis", str(path), stdout=said)
    return said.getvalue().splitlines()[-2:]


def test_the_header_is_the_one_that_the_other_tests_use(rows):
    assert list(rows[0]) == COLUMNS


def test_every_row_is_accounted_for(path, rows):
    reading, report, said = read(path, {row["NPI"] for row in rows})
    assert (report.rows, report.refused.total(), said) == (1000, 0, [])
    assert len(reading.records) == 1000
    assert report.mended == sum(row["Entity Type Code"].endswith(".0") for row in rows) == 921
    assert report.deactivated == sum(map(gone, rows)) == 79
    assert report.reactivated == 29
    blank = [record for record in reading.records.values() if not record.last_names and not record.organizations]
    assert len(blank) == 79
    assert all(record.deactivated_on for record in blank)


def test_a_broken_row_among_the_real_ones_is_named_and_the_others_are_read(path, rows, tmp_path):
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[500] = lines[500].replace(",", "", 1)
    lines[600] = f'"{lines[600]}'
    lines[700] = lines[700].replace(rows[699]["NPI"], "1234567890")
    broken = tmp_path / "npi.csv"
    broken.write_text("".join(lines), encoding="utf-8")
    reading, report, said = read(broken, {row["NPI"] for row in rows})
    assert [sentence.split(" refused")[0] for sentence in said] == ["Line 501", "Line 601", "Line 701"]
    assert (report.rows, len(reading.records)) == (1000, 997)


def test_real_people_and_organizations_are_found_as_they_are(path, rows):
    for row in [row for row in rows if row[LAST]][:60]:
        make_clinician(name=f"{row[FIRST].title()} {row[LAST].title()}", npi=row["NPI"], role="not_stated")
    for row in [row for row in rows if row[ORGANIZATION]][:40]:
        make_draft(name=row[ORGANIZATION].title(), npi=row["NPI"], state=row[STATE])
    assert check_npis(path) == ["NPIs that we list: 100 confirmed.", "Checks: 100 recorded, 0 unchanged."]
    assert check_npis(path)[-1] == "Checks: 0 recorded, 100 unchanged."


def test_each_deactivated_one_is_told_with_its_day(path, rows):
    for row in filter(gone, rows):
        make_clinician(name="Someone Else", npi=row["NPI"])
    assert check_npis(path)[0] == "NPIs that we list: 79 deactivated."
    told = Check.objects.contradicted().filter(public_note__contains="it deactivated this NPI on")
    assert told.count() == 79


def test_strangers_under_real_numbers_are_contradicted(path, rows):
    for row in [row for row in rows if row[LAST]][:30]:
        make_clinician(name="Zzyzx Qqqqq", npi=row["NPI"])
    assert check_npis(path)[0] == "NPIs that we list: 30 contradicted."
