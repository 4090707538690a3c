import pytest

from articles.citations.ama import ama_entry
from articles.incoming.nbib import read_nbib

ARTICLE = """
PMID- 36071111
OWN - NLM
STAT- MEDLINE
DP  - 2022 Dec
TI  - International pooled patient-level meta-analysis of ketamine infusion for
      depression: In search of clinical moderators.
PG  - 5096-5112
LID - 10.1038/s41380-022-01757-7 [doi]
AB  - Depression is common.
CI  - (c) 2022. The Author(s).
FAU - Price, Rebecca B
AU  - Price RB
AUID- ORCID: 0000-0000-0000-0000
FAU - Zarate, Carlos A Jr
AU  - Zarate CA Jr
CN  - The Ketamine Consortium
PT  - Journal Article
PT  - Meta-Analysis
DEP - 20220907
TA  - Mol Psychiatry
JT  - Molecular psychiatry
VI  - 27
IP  - 12
PMC - PMC9763119
PST - ppublish
SO  - Mol Psychiatry. 2022 Dec;27(12):5096-5112.
"""


def only(text):
    batch = read_nbib(text)
    assert batch.refusals == []
    [found] = batch.found
    return found.csl


def test_an_article_of_pubmed():
    assert only(ARTICLE) == {
        "type": "article-journal",
        "title": "International pooled patient-level meta-analysis of ketamine infusion for depression: "
        "In search of clinical moderators",
        "author": [
            {"family": "Price", "given": "Rebecca B"},
            {"family": "Zarate", "given": "Carlos A", "suffix": "Jr"},
            {"literal": "The Ketamine Consortium"},
        ],
        "container-title": "Molecular psychiatry",
        "container-title-short": "Mol Psychiatry",
        "issued": {"date-parts": [[2022, 12]]},
        "volume": "27",
        "issue": "12",
        "page": "5096-5112",
        "DOI": "10.1038/s41380-022-01757-7",
        "PMID": "36071111",
        "PMCID": "PMC9763119",
        "custom": {"authors-complete": True, "study-type": "systematic-review"},
    }


def test_ahead_of_print_is_dated_by_its_day_online():
    csl = only("PMID- 1\nTI  - T\nJT  - J\nDP  - 2025 Sep 22\nDEP - 20250919\nPST - aheadofprint\n")
    assert csl["issued"] == {"date-parts": [[2025, 9, 19]]}
    assert "volume" not in csl


def test_short_names_serve_where_there_are_no_full_ones():
    assert only("PMID- 1\nTI  - T\nAU  - van Doe JA\n")["author"] == [{"family": "van Doe", "given": "J A"}]


@pytest.mark.parametrize(
    ("short", "name", "printed"),
    [
        ("Smith JA 2nd", {"family": "Smith", "given": "J A", "suffix": "2nd"}, "Smith JA 2nd."),
        ("Zarate CA Jr", {"family": "Zarate", "given": "C A", "suffix": "Jr"}, "Zarate CA Jr."),
        ("van der Berg J 3rd", {"family": "van der Berg", "given": "J", "suffix": "3rd"}, "van der Berg J 3rd."),
        ("Jr A", {"family": "Jr", "given": "A"}, "Jr A."),
    ],
)
def test_a_short_name_may_end_in_a_suffix(short, name, printed):
    csl = only(f"PMID- 1\nTI  - T\nAU  - {short}\n")
    assert csl["author"] == [name]
    assert ama_entry({"id": "a"} | csl).startswith(printed)


def test_nobody_signed_it():
    assert "author" not in only("PMID- 1\nTI  - T\n")


def test_et_al_is_an_abridged_list():
    csl = only("PMID- 1\nTI  - T\nFAU - Doe, Jane\nAU  - Doe J\nFAU - et al.\nAU  - et al.\n")
    assert (csl["author"], csl["custom"]) == ([{"family": "Doe", "given": "Jane"}], {"authors-complete": False})


def test_a_translated_title_leaves_its_brackets():
    assert only("PMID- 1\nTI  - [On ketamine].\n")["title"] == "On ketamine"


def test_a_book_is_a_book():
    assert only("PMID- 1\nBTI - StatPearls\nPB  - StatPearls Publishing\nDP  - 2026 Jan\n")["type"] == "book"


@pytest.mark.parametrize(
    ("broken", "where", "reason"),
    [
        ("PMID- 2\nTI  - T\nno tag here\n", "line 1", "Line 3 has no tag, such as “TI  - ”."),
        ("PMID- 2\nAU  - Doe J\n", "line 1", "It has no title."),
        ("PMID- 123456789\nTI  - T\n", "line 1", "“123456789” is no PubMed number."),
    ],
)
def test_a_broken_entry_is_named_and_takes_no_other_with_it(broken, where, reason):
    batch = read_nbib(broken + "\n" + ARTICLE)
    assert [(refusal.where, refusal.reason) for refusal in batch.refusals] == [(where, reason)]
    assert len(batch.found) == 1


def test_entries_without_a_line_between_are_two():
    assert len(read_nbib("PMID- 1\nTI  - A\nPMID- 2\nTI  - B\n").found) == 2
