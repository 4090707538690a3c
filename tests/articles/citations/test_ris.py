"""Read back with the parser that others use."""

import pytest
import rispy

from articles.citations.ris import ris
from tests.articles.citations.samples import ABRIDGED, EVERY, JOURNAL, NASTY, PAGE_OF_ITSELF, SUFFIX, WEB_PAGE


def entries(*records):
    return rispy.loads(ris(records))


def test_every_record_is_in_it():
    assert [entry["id"] for entry in entries(*EVERY)] == [record["id"] for record in EVERY]


def test_an_article_has_all_its_fields():
    assert entries(JOURNAL) == [
        {
            "type_of_reference": "JOUR",
            "id": "price2022",
            "authors": ["Price, Rebecca B.", "Kissel, Nicholas", "Baumeister, Andrew"],
            "title": "Pooled analysis of ketamine infusion for depression",
            "journal_name": "Molecular Psychiatry",
            "year": "2022",
            "date": "2022/12/",
            "volume": "27",
            "number": "12",
            "start_page": "5096",
            "end_page": "5112",
            "doi": "10.1038/s41380-022-01757-7",
            "accession_number": "36071111",
        }
    ]


def test_a_page_keeps_its_address():
    [entry] = entries(PAGE_OF_ITSELF)
    assert (entry["type_of_reference"], entry["urls"]) == ("ELEC", ["https://988lifeline.org/"])


def test_a_suffix_stands_after_the_names():
    assert entries(SUFFIX)[0]["authors"][-1] == "Zarate, Carlos A., Jr."


def test_an_abridged_list_of_authors_says_so():
    assert entries(ABRIDGED)[0]["notes"] == ["The list of authors is abridged."]


@pytest.mark.parametrize("name", ["title", "container-title", "volume", "page", "URL", "DOI"])
def test_no_character_breaks_it(name):
    assert [entry["id"] for entry in entries(JOURNAL | {name: NASTY}, WEB_PAGE)] == ["price2022", "label"]


def test_lines_end_as_the_format_wants():
    assert ris([JOURNAL]).startswith("TY  - JOUR\r\nID  - price2022\r\n")
    assert ris([JOURNAL]).endswith("ER  - \r\n")
