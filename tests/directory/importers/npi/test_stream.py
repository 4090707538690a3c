import io
import zipfile
from datetime import date

import pytest

from directory.importers.npi.stream import FaultyFile, Source, opened
from tests.directory.importers.npi.registry import CLINIC, JANE, ORGANIZATION, PERSON, read, text_of, write

MONTHLY = "npidata_pfile_20050523-20260913.csv"
WEEKLY = "npidata_pfile_20260907-20260913.csv"


def packed(path, **files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(f"{name}.csv", text)
    return path


def test_a_plain_file_is_read(tmp_path):
    reading, _, _ = read(write(tmp_path / "npi.csv", PERSON, ORGANIZATION))
    assert reading.records.keys() == {JANE, CLINIC}


def test_the_registry_is_found_among_the_other_tables_of_its_zip_file(tmp_path):
    monthly = MONTHLY.removesuffix(".csv")
    others = {"othername_pfile_20050523-20260913": "NPI\n", f"{monthly}_fileheader": "NPI\n"}
    path = packed(tmp_path / "NPPES.zip", **others, **{monthly: text_of(PERSON)})
    assert read(path)[0].records.keys() == {JANE}
    with opened(str(path)) as source:
        assert source.name == f"NPPES.zip, {MONTHLY}"
        assert source.is_complete


def test_a_zip_file_with_one_table_of_any_name_is_read(tmp_path):
    assert read(packed(tmp_path / "x.zip", sample=text_of(PERSON)))[0].records.keys() == {JANE}


@pytest.mark.parametrize("files", [{}, {"one": "NPI", "two": "NPI"}])
def test_a_zip_file_without_just_one_registry_is_refused_with_what_it_holds(tmp_path, files):
    with pytest.raises(FaultyFile, match=", ".join(f"{name}.csv" for name in files) or "none"):
        read(packed(tmp_path / "x.zip", **files))


def test_a_zip_file_that_is_damaged_says_so(tmp_path):
    path = packed(tmp_path / "x.zip", sample=text_of(*[PERSON] * 200))
    damaged = bytearray(path.read_bytes())
    damaged[60:90] = bytes(30)
    path.write_bytes(damaged)
    with pytest.raises(FaultyFile, match=r"breaks off|cannot be unpacked"):
        read(path)


def test_a_zip_file_cut_short_is_told_from_a_table(tmp_path):
    path = packed(tmp_path / "x.zip", sample=text_of(PERSON))
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(FaultyFile, match="zip file that has no end"):
        read(path)


def test_a_pipe_is_read_and_left_open(monkeypatch):
    pipe = io.TextIOWrapper(io.BytesIO(text_of(PERSON).encode()))
    monkeypatch.setattr("sys.stdin", pipe)
    assert read("-")[0].records.keys() == {JANE}
    assert not pipe.buffer.closed


@pytest.mark.parametrize(
    ("name", "day", "is_complete"),
    [
        (MONTHLY, date(2026, 9, 13), True),
        ("npidata_20050523-20150913.csv", date(2015, 9, 13), True),
        (WEEKLY, date(2026, 9, 13), False),
        (f"NPPES.zip, {MONTHLY}", date(2026, 9, 13), True),
        ("npidata_pfile_20050523-20261399.csv", None, True),
        ("npidata_sample.csv", None, False),
    ],
)
def test_the_registrys_own_names_say_the_day_and_whether_all_is_there(name, day, is_complete):
    source = Source(name, io.StringIO())
    assert (source.as_of, source.is_complete) == (day, is_complete)


def test_a_name_in_another_encoding_can_be_stored(tmp_path):
    path = write(tmp_path / "npi\udcff.csv", PERSON)
    with opened(str(path)) as source:
        assert source.name == "npi?.csv"
