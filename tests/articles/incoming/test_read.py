import pytest

from articles.incoming.identifiers import identifiers_in
from articles.incoming.read import MOST_CHARACTERS, MOST_ENTRIES, read


def reasons(text):
    return [(refusal.where, refusal.reason) for refusal in read(text).refusals]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('\ufeff [{"type": "book", "title": "A"}]', "CSL-JSON"),
        ("% a remark\n@book{a, title={A}}", "BibTeX"),
        ("\r\nTY  - BOOK\r\nTI  - A\r\nER  - \r\n", "RIS"),
        ("PMID- 1\nTI  - A\nAB  - TY  - and @book{a, are words.\n", "NBIB"),
    ],
)
def test_the_beginning_tells_the_format(text, name):
    batch = read(text)
    assert (batch.format, len(batch.found), batch.refusals) == (name, 1, [])


@pytest.mark.parametrize("text", ["", "Price RB. A study. Pain. 2020.", "<xml/>", "me@example.com"])
def test_anything_else_is_refused(text):
    assert reasons(text) == [
        ("line 1", "This is neither CSL-JSON, BibTeX, RIS nor NBIB, and not a list of DOIs or PubMed numbers.")
    ]


def test_an_empty_list_has_no_entry():
    assert reasons("[]") == [("line 1", "There is no entry in it.")]


def test_too_much_is_refused_whole():
    assert "800,000 characters" in reasons("x" * (MOST_CHARACTERS + 1))[0][1]
    assert "more than 300 entries" in reasons("@book{a, title={A}}\n" * (MOST_ENTRIES + 1))[0][1]


class TestIdentifiers:
    def test_every_line_is_one(self):
        found = identifiers_in(
            "10.1000/x\n\n https://doi.org/10.1000/Y \nPMID: 123\nhttps://pubmed.ncbi.nlm.nih.gov/45/\n"
            "DOI 10.1000/z.\npubmed.ncbi.nlm.nih.gov/67/?from_term=ketamine\n"
        )
        assert [(identifier.line, identifier.doi or identifier.pmid) for identifier in found] == [
            (1, "10.1000/x"),
            (3, "10.1000/Y"),
            (4, "123"),
            (5, "45"),
            (6, "10.1000/z"),
            (7, "67"),
        ]

    @pytest.mark.parametrize("text", ["", "10.1000/x\nand more", "123456789", "10.1/x"])
    def test_otherwise_it_is_no_list_of_them(self, text):
        assert identifiers_in(text) is None
