import io
import tracemalloc
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.importers.npi.read import Reading
from directory.importers.npi.record import Kind
from directory.importers.npi.report import NAMED, Report
from directory.importers.npi.stream import FaultyFile, Source
from tests.directory.importers.npi.registry import (
    CLINIC,
    COLUMNS,
    COLUMNS_329,
    COLUMNS_331,
    DEACTIVATED,
    GONE,
    JANE,
    NPIS,
    ORGANIZATION,
    OTHER,
    PERSON,
    cells,
    read,
    text_of,
    write,
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "npi.csv"


def of_text(text, listed=(JANE, CLINIC, GONE), **options):
    """Of a file with this text."""
    said = []
    report = Report(tell=said.append, **options)
    return Reading(Source("npi.csv", io.StringIO(text)), set(listed), report).run(), report, said


def sentences(text):
    return of_text(text)[2]


@pytest.mark.parametrize("columns", [COLUMNS, COLUMNS_329, COLUMNS_331, COLUMNS[::-1]], ids=len)
def test_columns_are_found_by_name_in_every_layout(path, columns):
    reading, report, _ = read(write(path, PERSON, ORGANIZATION, DEACTIVATED, columns=columns))
    jane, clinic, gone = (reading.records[npi] for npi in (JANE, CLINIC, GONE))
    assert (jane.kind, jane.last_names, jane.given_names) == (Kind.PERSON, ("TESTPERSON",), ("JANE",))
    assert (jane.states, jane.taxonomies, jane.line) == ({"CO"}, ("207L00000X",), 2)
    assert (clinic.kind, clinic.organizations) == (Kind.ORGANIZATION, ("TEST KETAMINE CENTER, LLC",))
    assert (gone.kind, gone.deactivated_on) == (Kind.NOT_STATED, date(2020, 8, 17))
    assert (report.rows, report.refused.total(), report.deactivated) == (3, 0, 1)


def test_a_header_that_lacks_columns_is_refused_with_their_names(path):
    columns = [name for name in COLUMNS if name not in {"NPI", "Provider First Name"}]
    with pytest.raises(FaultyFile, match="These are missing: “NPI”, “Provider First Name”"):
        read(write(path, PERSON, columns=columns))


def test_a_header_that_names_a_needed_column_twice_is_refused(path):
    with pytest.raises(FaultyFile, match="more than once: “NPI”"):
        read(write(path, columns=[*COLUMNS, "NPI"]))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "It is empty"),
        (text_of(PERSON).encode("utf-16"), "looks like UTF-16"),
        (text_of(PERSON).encode("utf-16-le"), "looks like UTF-16"),
        (text_of(PERSON).encode("utf-16-be"), "looks like UTF-16"),
        (b"x" * 200_000, "Its first line cannot be read: it has more than"),
        (b'"NPI', "Its first line cannot be read: unexpected end of data"),
        (b"\x1f\x8b\x08 anything else", "These are missing"),
    ],
)
def test_another_kind_of_file_is_refused_with_what_it_is(path, content, reason):
    path.write_bytes(content)
    with pytest.raises(FaultyFile, match=reason):
        read(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_byte_order_mark_and_line_endings_do_not_matter(path, encoding, ending):
    person = PERSON | {"Provider First Name": "JOSÉ"}
    path.write_bytes(text_of(person, DEACTIVATED).replace("\n", ending).encode(encoding))
    reading, report, _ = read(path)
    assert reading.records[JANE].given_names == ("JOSÉ",)
    assert (report.rows, report.refused.total()) == (2, 0)


def test_a_cell_may_hold_line_breaks_and_quotes(path):
    person = PERSON | {"Provider Other Last Name": 'A "quoted"\nname', "Provider Credential Text": "M.D.,\r\nPh.D."}
    reading, report, _ = read(write(path, person, ORGANIZATION))
    assert reading.records[JANE].last_names[1] == 'A "quoted"\nname'
    assert (report.rows, reading.records[CLINIC].line) == (2, 5)


def test_an_empty_line_is_no_row():
    _, report, said = of_text(text_of(PERSON) + "\n\r\n")
    assert (report.rows, said) == (1, [])


@pytest.mark.parametrize("npi", [JANE, f"{JANE}.0"])
@pytest.mark.parametrize("code", ["1", "1.0"])
def test_whole_numbers_written_as_decimals_are_read_and_counted(npi, code):
    reading, report, _ = of_text(text_of(PERSON | {"NPI": npi, "Entity Type Code": code}))
    assert reading.records[JANE].npi == JANE
    assert reading.records[JANE].kind is Kind.PERSON
    assert report.mended == ((npi, code) != (JANE, "1"))


@pytest.mark.parametrize(
    ("deactivated", "reactivated", "off_on"),
    [
        ("", "", None),
        ("03/15/2006", "", date(2006, 3, 15)),
        ("03/15/2006", "03/21/2006", None),
        ("03/15/2006", "03/15/2006", None),
        ("03/15/2026", "03/21/2006", date(2026, 3, 15)),
    ],
)
def test_an_npi_is_deactivated_unless_it_was_reactivated_since(deactivated, reactivated, off_on):
    row = PERSON | {"NPI Deactivation Date": deactivated, "NPI Reactivation Date": reactivated}
    reading, report, _ = of_text(text_of(row))
    assert reading.records[JANE].deactivated_on == off_on
    assert (report.deactivated, report.reactivated) == (off_on is not None, bool(deactivated) and off_on is None)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (cells(PERSON)[:-1], "it has another number of cells than the header (329 instead of 330)"),
        ([*cells(PERSON), ""], "it has another number of cells than the header (331 instead of 330)"),
        (PERSON | {"NPI": ""}, "the NPI does not have ten digits of which the last checks the others ('')"),
        (PERSON | {"NPI": "1.67957672E+09"}, "the last checks the others ('1.67957672E+09')"),
        (PERSON | {"NPI": JANE[:-1]}, f"the last checks the others ('{JANE[:-1]}')"),
        (PERSON | {"NPI": f"{JANE[:-1]}{(int(JANE[-1]) + 1) % 10}"}, "the last checks the others"),
        (PERSON | {"NPI": "9" * 5000}, f"the last checks the others ('{'9' * 30}')"),
        (PERSON | {"Entity Type Code": "3"}, "the entity type code is neither 1 nor 2 ('3')"),
        (PERSON | {"Entity Type Code": ""}, "it is in use and does not name whose it is"),
        (PERSON | {"Entity Type Code": "2"}, "it is in use and does not name whose it is"),
        (PERSON | {"Provider Last Name (Legal Name)": " "}, "it is in use and does not name whose it is"),
        (PERSON | {"NPI Deactivation Date": "13/45/2020"}, "a date in it is not a day as 12/31/2026 ('13/45/2020')"),
        (PERSON | {"NPI Deactivation Date": "2020-01-01"}, "a date in it is not a day"),
        (PERSON | {"NPI Reactivation Date": "soon"}, "a date in it is not a day as 12/31/2026 ('soon')"),
        (PERSON | {"Provider First Name": "J\udce9NE"}, "it is not text in UTF-8"),
        (PERSON | {"Provider First Name": "J\x00NE"}, "it is not text in UTF-8"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_with_line_and_reason(row, reason):
    reading, report, said = of_text(text_of(ORGANIZATION, row, DEACTIVATED))
    assert len(said) == 1
    assert said[0].startswith("Line 3 refused: ")
    assert reason in said[0]
    assert reading.records.keys() == {CLINIC, GONE}
    assert (report.rows, report.refused.total()) == (3, 1)


def test_bytes_that_are_not_utf_8_cost_their_row_and_not_the_file(path):
    content = text_of(PERSON | {"Provider First Name": "JOSÉ"}, ORGANIZATION).encode("cp1252")
    path.write_bytes(content)
    reading, _, said = read(path)
    assert said == ["Line 2 refused: it is not text in UTF-8."]
    assert reading.records.keys() == {CLINIC}


def test_of_two_rows_with_an_npi_that_we_list_the_second_is_refused():
    reading, _, said = of_text(text_of(PERSON, PERSON | {"Provider First Name": "JOHN"}))
    assert said == ["Line 3 refused: its NPI was in the file before (in line 2)."]
    assert reading.records[JANE].given_names == ("JANE",)


class TestBrokenQuotes:
    def test_a_quote_inside_a_cell_costs_its_row(self):
        text = text_of(ORGANIZATION, PERSON, DEACTIVATED).replace('"JANE"', '"JANE "J" Q"')
        reading, report, said = of_text(text)
        assert said == ["Line 3 refused: it is not CSV (',' expected after '\"')."]
        assert (report.rows, reading.records.keys()) == (3, {CLINIC, GONE})

    def test_a_quote_that_is_never_closed_costs_its_row_and_no_other(self):
        text = text_of(PERSON, *[{**DEACTIVATED, "NPI": npi} for npi in NPIS[2:]]).replace('"JANE"', '"JANE')
        reading, report, said = of_text(text)
        assert len(said) == 1
        assert said[0].startswith("Line 2 refused: it is ")
        assert (report.rows, report.refused.total()) == (len(NPIS) - 1, 1)
        assert reading.records.keys() == {GONE}

    def test_a_quote_before_unquoted_rows_costs_its_row_and_no_other(self):
        text = text_of() + '"' + "\n".join(",".join(cells(DEACTIVATED | {"NPI": npi})) for npi in NPIS)
        _, report, said = of_text(text)
        assert said == ["Line 2 refused: it is too long (a quote that it opens is not closed within 20 lines)."]
        assert (report.rows, report.refused.total()) == (len(NPIS), 1)

    def test_a_quote_in_the_last_row_is_told(self):
        said = sentences(text_of(ORGANIZATION, PERSON)[: -len('"\n')])
        assert said == ["Line 3 refused: it is not CSV (unexpected end of data)."]

    def test_a_row_that_never_ends_is_refused_by_its_line(self):
        text = text_of(ORGANIZATION) + "x" * 1_000_000 + "\n" + text_of(PERSON).split("\n", 1)[1]
        reading, _, said = of_text(text)
        assert said == ["Line 3 refused: it is too long (it has more than 131,072 characters)."]
        assert reading.records[JANE].line == 4


@pytest.mark.parametrize(
    "fault", [{"NPI Deactivation Date": "never"}, {"Entity Type Code": "9"}, {"Provider First Name": "\udce9"}]
)
def test_a_listed_npi_in_a_refused_row_is_known_to_be_there(fault):
    assert of_text(text_of(PERSON | fault))[0].unread == {JANE}


def test_a_listed_npi_in_a_row_that_is_not_csv_is_known_to_be_there():
    assert of_text(text_of(PERSON).replace('"JANE"', '"JA"NE"'))[0].unread == {JANE}


def test_the_first_refused_rows_are_named_and_the_others_counted():
    text = text_of(*[PERSON | {"NPI": "x"}] * (NAMED + 10))
    _, report, said = of_text(text)
    assert len(said) == NAMED + 1
    assert said[-1] == "More rows refused: from here on they are only counted; -v 2 names each."
    assert "  60 refused: the NPI does not have ten digits of which the last checks the others." in list(report.lines())
    assert len(of_text(text, name_all=True)[2]) == NAMED + 10


def test_memory_does_not_grow_with_the_file():
    class Long(io.TextIOBase):
        """Two thousand rows, one after the other."""

        def __init__(self):
            self.lines = iter([*text_of(PERSON).splitlines(True), *text_of(DEACTIVATED).splitlines(True)[1:] * 2000])

        def readline(self, size=-1):
            return next(self.lines, "")

    stream, report = Long(), Report(tell=list)
    tracemalloc.start()
    Reading(Source("npi.csv", stream), {JANE}, report).run()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert report.rows == 2001
    assert peak < 1_000_000


CELL = st.text(max_size=12) | st.sampled_from(["1", "2", "1.0", JANE, OTHER, f"{JANE}.0", "01/31/2020", "TESTPERSON"])
ODD_ROW = st.lists(CELL, min_size=1, max_size=4) | st.dictionaries(st.sampled_from(list(PERSON | DEACTIVATED)), CELL)


@given(st.lists(ODD_ROW, max_size=8))
def test_every_row_is_read_or_refused_whatever_it_says(rows):
    _, report, said = of_text(text_of(*rows))
    assert report.rows == len(rows)
    assert report.refused.total() == len(said)
    assert all(sentence.isprintable() for sentence in said)


@given(st.text(alphabet=st.sampled_from('",\n\r1x'), max_size=200))
def test_no_jumble_of_quotes_and_line_breaks_costs_the_row_after_it(jumble):
    reading, report, _ = of_text(text_of() + jumble + "\n" + text_of(PERSON).split("\n", 1)[1])
    assert reading.records.keys() == {JANE}
    assert report.rows == report.refused.total() + 1


@given(st.binary(max_size=300))
def test_any_bytes_are_a_file_or_said_to_be_none(tmp_path_factory, content):
    path = tmp_path_factory.mktemp("npi") / "npi.csv"
    path.write_bytes(content)
    with pytest.raises(FaultyFile):
        read(path)
