import csv
import tracemalloc
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.models import Notice, Reference
from articles.retractions.read import FaultyFile
from articles.retractions.report import Report
from articles.retractions.save import import_retractions
from tests.factories.articles import make_csl, make_edition, make_reference

pytestmark = pytest.mark.django_db

# The layout as it is published; what we do not use is empty.
HEADER = (
    "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,"
    "RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes"
)
ROW = {
    "Record ID": "1",
    "Title": "A study, of something",
    "RetractionDate": "3/2/2026 0:00",
    "RetractionDOI": "10.1000/notice",
    "RetractionPubMedID": "0",
    "OriginalPaperDOI": "10.1000/paper",
    "OriginalPaperPubMedID": "0",
    "RetractionNature": "Retraction",
    "Reason": "+Concerns/Issues about Data;+Unreliable Results;",
}
DAY = date(2026, 11, 1)


def file_of(*rows, header=HEADER):
    out = StringIO()
    writer = csv.DictWriter(out, header.split(","), restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(ROW | row for row in rows)
    return out.getvalue()


def run(text, *, writes=True, on=DAY):
    """What it told, line by line."""
    told: list[str] = []
    report = Report(tell=told.append)
    import_retractions(StringIO(text, newline=""), report, on=on, writes=writes)
    return [*told, *report.lines()]


@pytest.fixture
def paper():
    return make_reference("doe2020", doi="10.1000/Paper")


class TestWhatIsRecorded:
    def test_a_row_about_a_source_becomes_a_notice(self, paper):
        assert run(file_of({}, {"Record ID": "2", "OriginalPaperDOI": "10.1000/other"})) == [
            "doe2020: Retraction of 2026-03-02 (line 2).",
            "2 rows: 1 recorded, 1 about other papers.",
            "About our references: 1 retraction.",
            "1 references looked for by DOI and PubMed number, as of 2026-11-01.",
        ]
        notice = Notice.objects.get()
        assert (notice.reference, notice.nature, notice.dated_on) == (paper, "retraction", date(2026, 3, 2))
        assert (notice.doi, notice.source_id) == ("10.1000/notice", "1")
        assert notice.reasons == "Concerns/Issues about Data; Unreliable Results"

    @pytest.mark.parametrize(
        "row",
        [
            {"OriginalPaperDOI": "https://doi.org/10.1000/PAPER"},
            {"OriginalPaperDOI": "unavailable", "OriginalPaperPubMedID": "12"},
        ],
    )
    def test_a_source_is_known_by_its_doi_or_its_pubmed_number(self, paper, row):
        Reference.objects.update(pmid="12")
        run(file_of(row))
        assert Notice.objects.get().reference == paper

    @pytest.mark.parametrize("nothing", ["", "0", "unavailable", "Unavailable"])
    def test_nothing_matches_nothing(self, nothing):
        make_reference("nameless")
        run(file_of({"OriginalPaperDOI": nothing, "OriginalPaperPubMedID": nothing}))
        assert not Notice.objects.exists()

    @pytest.mark.parametrize(
        ("said", "nature"),
        [
            ("Retraction", "retraction"),
            ("Expression of Concern", "concern"),
            ("Correction", "correction"),
            ("Reinstatement", "reinstatement"),
        ],
    )
    def test_kinds_are_told_apart(self, paper, said, nature):
        run(file_of({"RetractionNature": said}))
        assert Notice.objects.get().nature == nature

    def test_a_paper_may_have_several(self, paper):
        run(file_of({}, {"Record ID": "2", "RetractionNature": "Reinstatement", "RetractionDate": "4/2/2026 0:00"}))
        assert Notice.objects.count() == 2
        assert paper.standing is None

    def test_readers_see_it_at_once(self, paper, client):
        make_edition(slug="guide", references=[paper])
        run(file_of({}))
        assert "Retracted on 2 March 2026" in client.get("/articles/guide/").content.decode()

    def test_a_notice_that_cannot_be_opened_has_no_address(self, paper):
        run(file_of({"RetractionDOI": "see journal"}))
        assert Notice.objects.get().doi == ""


class TestWhatWasLookedFor:
    def test_every_source_with_a_number_is(self, paper):
        make_reference("nameless")
        lines = run(file_of({"OriginalPaperDOI": "10.1000/other"}))
        assert lines[-1] == "1 have neither number and cannot be looked for: nameless."
        assert dict(Reference.objects.values_list("key", "retraction_checked_on")) == {"doe2020": DAY, "nameless": None}

    def test_an_older_file_takes_no_newer_look_back(self, paper):
        Reference.objects.update(retraction_checked_on=DAY + timedelta(days=1))
        run(file_of({}))
        assert Reference.objects.get().retraction_checked_on == DAY + timedelta(days=1)


class TestWhatARefusedRowLeaves:
    """What the row says of a source was not read: nobody has looked for that one."""

    SENTENCE = "Look for these by hand, because a row about them was refused: doe2020 (line 3)."

    def due(self):
        return [row.key for row in Reference.objects.due_for_retraction_check()]

    @pytest.mark.parametrize(
        "row",
        [
            {"RetractionDate": "soon"},
            {"RetractionDate": "soon", "OriginalPaperDOI": "https://doi.org/10.1000/PAPER"},
            {"RetractionDate": "soon", "OriginalPaperDOI": "unavailable", "OriginalPaperPubMedID": "4711"},
            {"OriginalPaperDOI": "unavailable", "OriginalPaperPubMedID": "PMID 4711"},
        ],
    )
    def test_the_source_is_named_and_stays_due(self, paper, row):
        Reference.objects.update(pmid="4711")
        make_reference("roe2021", doi="10.1000/roe")
        lines = run(file_of({"OriginalPaperDOI": "10.1000/other"}, row))
        assert lines[-2:] == ["1 references looked for by DOI and PubMed number, as of 2026-11-01.", self.SENTENCE]
        assert self.due() == ["doe2020"]

    @pytest.mark.parametrize("rest", ["2,Short,10.1000/paper\n", '2,"Quoted"badly,10.1000/paper,x\n'])
    def test_a_row_whose_cells_nobody_can_tell_apart_names_it_anywhere(self, paper, rest):
        assert run(file_of({"OriginalPaperDOI": "10.1000/other"}) + rest)[-1] == self.SENTENCE
        assert self.due() == ["doe2020"]

    @pytest.mark.parametrize(
        "row",
        [
            {"RetractionDate": "soon", "OriginalPaperDOI": "10.1000/paper2"},
            {"RetractionDate": "soon", "OriginalPaperDOI": "0", "RetractionDOI": "10.1000/paper", "Record ID": "4711"},
        ],
    )
    def test_a_row_about_another_paper_leaves_none(self, paper, row):
        Reference.objects.update(pmid="4711")
        run(file_of({}, row))
        assert self.due() == []

    def test_a_row_of_two_sources_leaves_both(self, paper):
        make_reference("roe2021", pmid="12", csl=make_csl(title="Other"))
        lines = run(file_of({"OriginalPaperPubMedID": "12"}, {"Record ID": "2", "OriginalPaperDOI": "10.1000/other"}))
        assert lines[-1].endswith("refused: doe2020 (line 2), roe2021 (line 2).")
        assert self.due() == ["doe2020", "roe2021"]

    def test_a_record_number_that_comes_twice_leaves_it(self, paper):
        assert run(file_of({}, {"RetractionDate": "3/5/2026 0:00"}))[-1] == self.SENTENCE
        assert self.due() == ["doe2020"]

    def test_an_earlier_look_counts_no_longer_and_a_later_one_does(self, paper):
        broken = file_of({"OriginalPaperDOI": "10.1000/other"}, {"RetractionDate": "soon"})
        run(file_of({"OriginalPaperDOI": "10.1000/other"}), on=DAY - timedelta(days=7))
        run(broken)
        assert self.due() == ["doe2020"]
        Reference.objects.update(retraction_checked_on=DAY + timedelta(days=1))
        run(broken)
        assert self.due() == []

    def test_the_mended_file_takes_it_off_the_list(self, paper):
        run(file_of({"OriginalPaperDOI": "10.1000/other"}, {"RetractionDate": "soon"}))
        run(file_of({}))
        assert self.due() == []


class TestAgain:
    def test_the_same_file_writes_nothing_new(self, paper):
        run(file_of({}))
        before = list(Notice.objects.values()), list(Reference.objects.values())
        assert run(file_of({}))[0] == "1 rows: 1 known already."
        assert (list(Notice.objects.values()), list(Reference.objects.values())) == before

    def test_a_row_that_was_mended_is_followed(self, paper):
        run(file_of({}))
        lines = run(file_of({"RetractionDate": "3/5/2026 0:00"}))
        assert lines[:2] == ["doe2020: Retraction of 2026-03-05 (line 2).", "1 rows: 1 changed."]
        assert Notice.objects.get().dated_on == date(2026, 3, 5)

    def test_what_the_file_lost_is_named_and_left(self, paper):
        run(file_of({}))
        lines = run(file_of({"Record ID": "9", "OriginalPaperDOI": "10.1000/other"}))
        assert lines[-1] == "doe2020: “Retraction, 2026-03-02” (record 1) is no longer in the file; it was left."
        assert Notice.objects.exists()

    def test_what_staff_recorded_stays_theirs(self, paper):
        Notice.objects.create(reference=paper, nature="concern", dated_on=DAY)
        run(file_of({}))
        assert sorted(Notice.objects.values_list("nature", flat=True)) == ["concern", "retraction"]

    def test_without_commit_nothing_is_written(self, paper):
        assert run(file_of({}), writes=False)[0] == "doe2020: Retraction of 2026-03-02 (line 2)."
        assert not Notice.objects.exists()
        assert Reference.objects.get().retraction_checked_on is None


class TestRefusals:
    @pytest.mark.parametrize(
        ("row", "reason"),
        [
            ({"Record ID": "x"}, "“x” is no record number."),
            ({"RetractionDate": "soon"}, "“soon” is no date such as 10/16/2023 0:00."),
            ({"RetractionNature": "Rumor"}, "“Rumor” is no kind of notice that we know."),
            ({"OriginalPaperPubMedID": "12x"}, "“12x” is no PubMed number."),
        ],
    )
    def test_a_row_is_named_with_line_and_reason_and_the_others_stay(self, paper, row, reason):
        lines = run(file_of({"Title": "Two\nlines", "OriginalPaperDOI": "10.1000/other"}, row, {"Record ID": "3"}))
        assert f"Line 4 refused: {reason}" in lines
        assert "3 rows: 1 recorded, 1 about other papers, 1 refused." in lines

    def test_a_row_with_cells_missing(self, paper):
        lines = run(file_of({}) + "2,Short\n")
        assert lines[1] == "Line 3 refused: It has 2 cells where 20 are named."

    def test_a_row_that_is_no_csv(self, paper):
        lines = run(file_of({}) + '2,"Quoted"badly,x\n' + file_of({"Record ID": "3"}).split("\n", 1)[1])
        assert lines[1].startswith("Line 3 refused: It is not CSV: ")
        assert Notice.objects.count() == 2

    def test_a_row_of_two_sources(self, paper):
        make_reference("roe2021", pmid="12", csl=make_csl(title="Other"))
        lines = run(file_of({"OriginalPaperPubMedID": "12"}, {"Record ID": "2"}))
        assert lines[0] == "Line 2 refused: Its DOI is that of doe2020, its PubMed number that of roe2021."

    def test_a_record_number_that_comes_twice(self, paper):
        lines = run(file_of({}, {"RetractionDate": "3/5/2026 0:00"}))
        assert lines[1] == "Line 3 refused: The file has this record number twice for doe2020."

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("", "It has no first line"),
            ("a,b\n1,2\n", "the column Record ID, RetractionDate"),
            (HEADER + "\n", "It holds no row that can be read."),
            (HEADER + "\n1,2\n", "It holds no row that can be read."),
            (file_of({}) + '2,"Broken off', "It breaks off within the row that begins at line 3."),
        ],
    )
    def test_a_file_that_is_not_the_one_counts_as_not_read(self, paper, text, reason):
        with pytest.raises(FaultyFile, match=reason):
            run(text)
        assert not Notice.objects.exists()
        assert Reference.objects.get().retraction_checked_on is None


def test_it_is_read_in_a_stream(paper):
    def lines():
        yield HEADER + "\n"
        row = file_of({"OriginalPaperDOI": "10.1000/other", "Title": "x" * 500}).split("\n", 1)[1].strip() + "\n"
        for _number in range(6_000):
            yield row

    tracemalloc.start()
    import_retractions(lines(), Report(tell=print), on=DAY, writes=True)
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000


class TestCommand:
    def call(self, path, *arguments):
        out = StringIO()
        call_command("import_retractions", path, *arguments, stdout=out)
        return out.getvalue().splitlines()

    @pytest.fixture
    def path(self, tmp_path):
        path = tmp_path / "retraction_watch.csv"
        path.write_bytes(b"\xef\xbb\xbf" + file_of({"Title": "Caf\xe9"}).encode("latin-1"))
        return path

    def test_it_writes_only_when_told(self, paper, path):
        assert self.call(path)[-1] == "Nothing was written: say --commit to write it."
        assert not Notice.objects.exists()
        self.call(path, "--commit", "--as-of", "2026-11-01")
        assert Notice.objects.get().reference == paper
        assert Reference.objects.get().retraction_checked_on == DAY

    def test_it_is_of_today_unless_told(self, paper, path):
        self.call(path, "--commit")
        assert Reference.objects.get().retraction_checked_on == timezone.localdate()

    @pytest.mark.parametrize(
        ("name", "arguments", "sentence"),
        [
            ("missing.csv", [], "cannot be read: No such file"),
            ("retraction_watch.csv", ["--as-of", "2999-01-01"], "still to come"),
            ("empty.csv", [], "Nothing was taken from"),
        ],
    )
    def test_it_fails_with_a_sentence(self, path, name, arguments, sentence):
        (path.parent / "empty.csv").touch()
        with pytest.raises(CommandError, match=sentence):
            self.call(path.parent / name, *arguments)
