"""Read back with the parser that others use."""

import bibtexparser
import pytest

from articles.citations.bibtex import bibtex
from tests.articles.citations.samples import ABRIDGED, EVERY, JOURNAL, NASTY, REGISTER, SUFFIX, WEB_PAGE


def entries(*records):
    return bibtexparser.loads(bibtex(records)).entries


def test_every_record_is_in_it():
    assert {entry["ID"] for entry in entries(*EVERY)} == {record["id"] for record in EVERY}


def test_an_article_has_all_its_fields():
    assert entries(JOURNAL) == [
        {
            "ENTRYTYPE": "article",
            "ID": "price2022",
            "author": "Price, Rebecca B. and Kissel, Nicholas and Baumeister, Andrew",
            "title": "{Pooled analysis of ketamine infusion for depression}",
            "journal": "Molecular Psychiatry",
            "year": "2022",
            "month": "12",
            "volume": "27",
            "number": "12",
            "pages": "5096--5112",
            "doi": "10.1038/s41380-022-01757-7",
            "pmid": "36071111",
        }
    ]


def test_bodies_keep_their_names_and_pages_their_dates():
    [entry] = entries(WEB_PAGE)
    assert entry["author"] == "{Hospira, Inc.}"
    assert entry["urldate"] == "2026-11-23"


def test_a_notice_in_the_federal_register_is_filed_as_an_article():
    [entry] = entries(REGISTER)
    assert (entry["ENTRYTYPE"], entry["journal"], entry["volume"]) == ("article", "Federal Register", "64")


def test_a_suffix_stands_between_the_names():
    assert entries(SUFFIX)[0]["author"].endswith(" and Zarate, Jr., Carlos A.")


def test_an_abridged_list_of_authors_says_so():
    assert entries(ABRIDGED)[0]["author"].endswith(" and others")


@pytest.mark.parametrize("name", ["title", "container-title", "volume", "page", "URL", "DOI"])
def test_no_character_breaks_it(name):
    assert {entry["ID"] for entry in entries(JOURNAL | {name: NASTY}, WEB_PAGE)} == {"price2022", "label"}


def test_no_name_breaks_the_list_of_names():
    record = JOURNAL | {"author": [{"family": "Sand and Sea, Ltd", "given": "A."}, {"literal": "Us, and them"}]}
    assert entries(record)[0]["author"] == "{Sand and Sea, Ltd}, A. and {Us, and them}"
