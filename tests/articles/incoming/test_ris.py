import pytest

from articles.incoming.ris import read_ris

PUBMED = """TY  - JOUR
DB  - PubMed
AU  - Price, Rebecca B.
AU  - The Ketamine Consortium
T1  - A title that goes on
 in the next line
LA  - eng
SN  - 1476-5578
Y1  - 2022/12/
JF  - Molecular psychiatry
J2  - Mol Psychiatry
VL  - 27
IS  - 12
SP  - 5096
EP  - 5112
AN  - 36071111
UR  - https://example.com/a;b
DO  - 10.1038/s41380-022-01757-7
ER  -
"""


def only(text):
    batch = read_ris(text)
    assert batch.refusals == []
    [found] = batch.found
    return found.csl


def test_an_entry_of_pubmed():
    assert only(PUBMED) == {
        "type": "article-journal",
        "title": "A title that goes on in the next line",
        "author": [{"family": "Price", "given": "Rebecca B."}, {"literal": "The Ketamine Consortium"}],
        "container-title": "Molecular psychiatry",
        "container-title-short": "Mol Psychiatry",
        "issued": {"date-parts": [[2022, 12]]},
        "volume": "27",
        "issue": "12",
        "page": "5096-5112",
        "DOI": "10.1038/s41380-022-01757-7",
        "PMID": "36071111",
        "URL": "https://example.com/a;b",
        "custom": {"authors-complete": True},
    }


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_end_as_they_like(end):
    assert only(end.join(PUBMED.splitlines()))["page"] == "5096-5112"


def test_the_number_of_another_database_is_no_pubmed_number():
    assert "PMID" not in only("TY  - JOUR\nTI  - T\nDB  - Embase\nAN  - 12345\nER  - ")
    assert "PMID" not in only("TY  - JOUR\nTI  - T\nAN  - L12345\nER  - ")


def test_et_al_is_an_abridged_list():
    csl = only("TY  - JOUR\nTI  - T\nAU  - Doe, Jane\nAU  - et al.\nER  - ")
    assert (csl["author"], csl["custom"]) == ([{"family": "Doe", "given": "Jane"}], {"authors-complete": False})


def test_an_unknown_type_is_a_document():
    assert only("TY  - PAMP\nTI  - T\nER  - ")["type"] == "document"


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("TI  - Lost\n", "line 1", "An entry begins with a line “TY  - ” and its type."),
        ("\nTY  - JOUR\nTI  - Open\n", "line 2", "The entry has no last line “ER  - ”."),
        ("TY  - JOUR\nnot a tag at all\nER  - \n", "line 1", "It has no title."),
        ("TY  - JOUR\nAU  - Doe, Jane\nER  - \n", "line 1", "It has no title."),
    ],
)
def test_a_broken_entry_is_named_and_takes_no_other_with_it(text, line, reason):
    batch = read_ris(text + "TY  - BOOK\nTI  - Whole\nER  - \n")
    assert [(refusal.where, refusal.reason) for refusal in batch.refusals] == [(line, reason)]
    assert [found.csl["title"] for found in batch.found] == ["Whole"]


def test_what_stands_behind_the_last_entry_is_named():
    batch = read_ris(PUBMED + "\nTI  - Lost\n")
    assert [refusal.where for refusal in batch.refusals] == ["line 21"]
