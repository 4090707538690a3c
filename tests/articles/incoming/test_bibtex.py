import pytest

from articles.incoming.bibtex import read_bibtex

ZOTERO = r"""
@string{mp = "Molecular Psychiatry"}
@comment{jabref-meta: databaseType:bibtex;}
@article{price_pooled_2022,
	title = {A pooled analysis of {IV} ketamine for {P}TSD \& \'{e}tudes},
	volume = {27},
	issn = {1476-5578},
	doi = {10.1038/s41380-022-01757-7},
	abstract = {Some, "words".},
	number = {12},
	urldate = {2026-11-23},
	journal = mp,
	author = {Price, Rebecca B. and {The Ketamine Consortium} and van der Berg, Anna and Zarate, Jr., Carlos A.},
	month = dec,
	year = {2022},
	pages = {5096--5112},
}
"""


def only(text):
    batch = read_bibtex(text)
    assert batch.refusals == []
    [found] = batch.found
    return found.csl


def test_an_entry_of_zotero():
    assert only(ZOTERO) == {
        "id": "price_pooled_2022",
        "type": "article-journal",
        "title": "A pooled analysis of IV ketamine for PTSD & études",
        "author": [
            {"family": "Price", "given": "Rebecca B."},
            {"literal": "The Ketamine Consortium"},
            {"family": "van der Berg", "given": "Anna"},
            {"family": "Zarate", "given": "Carlos A.", "suffix": "Jr."},
        ],
        "container-title": "Molecular Psychiatry",
        "issued": {"date-parts": [[2022, 12]]},
        "volume": "27",
        "issue": "12",
        "page": "5096-5112",
        "DOI": "10.1038/s41380-022-01757-7",
        "accessed": {"date-parts": [[2026, 11, 23]]},
        "custom": {"authors-complete": True},
    }


def test_its_words_come_in_as_readers_see_them():
    csl = only(
        r"@article{a, title={The \textit{5-HT\textsubscript{2A}} receptor in {\it vitro} -- a $\beta$-test},"
        r" journal={Annals {\&} \emph{Notes}}, author={Mu\~noz, Jos{\'e} and Mu{\~n}oz, A}, pages={1--9}}"
    )
    assert csl["title"] == "The 5-HT2A receptor in vitro – a β-test"
    assert (csl["container-title"], csl["page"]) == ("Annals & Notes", "1-9")
    assert csl["author"] == [{"family": "Muñoz", "given": "José"}, {"family": "Muñoz", "given": "A"}]


def test_and_others_is_an_abridged_list():
    csl = only("@article{a, title={T}, author={Doe, Jane and others}}")
    assert csl["author"] == [{"family": "Doe", "given": "Jane"}]
    assert csl["custom"] == {"authors-complete": False}


def test_a_name_without_a_comma_has_its_family_last():
    assert only("@article{a, title={T}, author={Jane A. Doe}}")["author"] == [{"family": "Doe", "given": "Jane A."}]


def test_a_firm_is_no_person():
    assert only("@misc{a, title={T}, author={Hospira, Inc.}}")["author"] == [{"literal": "Hospira, Inc."}]


def test_a_page_is_what_has_an_address_and_a_day():
    assert only("@misc{a, title={T}, url={https://example.com/a\\_b}, urldate={2026-01-02}}")["type"] == "webpage"
    assert only("@misc{a, title={T}, url={https://example.com/a\\_b}}")["URL"] == "https://example.com/a_b"
    assert only("@online{a, title={T}}")["type"] == "webpage"
    assert only("@misc{a, title={T}}")["type"] == "document"


def test_what_is_in_press_has_no_date():
    assert "issued" not in only("@article{a, title={T}, year={in press}}")


@pytest.mark.parametrize("names", ["Doe, Jane and others", "Doe, Jane and et al.", "Doe, Jane et al."])
def test_et_al_is_nobody_however_it_is_written(names):
    item = only(f"@article{{a, title={{T}}, author={{{names}}}}}")
    assert item["author"] == [{"family": "Doe", "given": "Jane"}]
    assert item["custom"] == {"authors-complete": False}


def test_an_address_where_words_belong_is_an_address():
    item = only(r"@misc{a, title={T}, howpublished={\url{https://example.org/x_y}}}")
    assert (item["type"], item["URL"]) == ("webpage", "https://example.org/x_y")
    assert "container-title" not in item
    assert only("@misc{a, title={T}, howpublished={Leaflet}}")["container-title"] == "Leaflet"


def test_a_page_belongs_to_its_organization():
    item = only("@online{a, title={T}, organization={FDA}, url={https://www.fda.gov/x}}")
    assert item["container-title"] == "FDA"
    assert "container-title" not in only("@manual{a, title={T}, organization={FDA}}")


def test_a_pubmed_number_may_be_an_eprint():
    assert only("@article{a, title={T}, eprint={123}, eprinttype={pubmed}}")["PMID"] == "123"
    assert "PMID" not in only("@article{a, title={T}, eprint={123}, eprinttype={arxiv}}")


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("@article{a,\n title = {T\n}", "line 1", "It cannot be read as BibTeX: a brace or a comma may be missing."),
        ("@article{a, author={Doe, Jane}}", "line 1", "It has no title."),
        ("@article{a, title={T}, doi={nothing}}", "line 1", "“nothing” is no DOI."),
        (
            r"@article{a, title={A \foo{T}}}",
            "line 1",
            "“\\foo” is TeX that cannot be read here: write what it stands for.",
        ),
        ("@article{a, title={T}, author={A, B, C, D}}", "line 1", "The name “A, B, C, D” cannot be read."),
    ],
)
def test_a_broken_entry_is_named_and_takes_no_other_with_it(text, line, reason):
    batch = read_bibtex(text + "\n\n@book{b, title={Whole}}\n")
    assert [(refusal.where, refusal.reason) for refusal in batch.refusals] == [(line, reason)]
    assert [found.csl["title"] for found in batch.found] == ["Whole"]


def test_lines_are_counted_from_the_top():
    batch = read_bibtex("% by hand\n\n@book{a, title={One}}\n@book{b, title={Two\n\n@book{c, title={Three}}")
    assert [found.where for found in batch.found] == ["line 3", "line 6"]
    assert [refusal.where for refusal in batch.refusals] == ["line 4"]
