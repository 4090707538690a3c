from datetime import date

import pytest

from articles.citations.record import Record
from tests.articles.citations.samples import JOURNAL, PAGE_OF_ITSELF, REGISTER, SUFFIX


def test_a_reader_can_open_it_by_doi_and_by_pubmed():
    assert Record(JOURNAL | {"PMCID": "PMC123"}).links == [
        ("DOI", "https://doi.org/10.1038/s41380-022-01757-7"),
        ("PubMed", "https://pubmed.ncbi.nlm.nih.gov/36071111/"),
        ("Free full text", "https://pmc.ncbi.nlm.nih.gov/articles/PMC123/"),
    ]


def test_a_doi_that_nobody_checked_comes_last():
    unchecked = JOURNAL | {"PMCID": "PMC123", "custom": {"unverified-fields": ["DOI"]}}
    assert [name for name, _ in Record(unchecked).links] == ["PubMed", "Free full text", "DOI"]


def test_or_else_at_its_address():
    assert Record(PAGE_OF_ITSELF).links == [("Open the source", "https://988lifeline.org/")]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "ftp://x", "", None])
def test_an_address_that_no_page_may_link_to_is_none(address):
    assert Record(PAGE_OF_ITSELF | {"URL": address}).links == []


def test_a_doi_with_odd_characters_makes_a_sound_address():
    [(_, address)] = Record({"id": "x", "DOI": '10.1002/(SICI)1097"<>;2-#'}).links
    assert '"' not in address
    assert "#" not in address


def test_the_suffix_of_a_name_stands_apart():
    assert Record(SUFFIX).authors[1] == {"family": "Zarate", "given": "Carlos A.", "suffix": "Jr."}


def test_dates_are_as_exact_as_the_record():
    assert Record(JOURNAL).date_parts == [2022, 12]
    assert Record(JOURNAL).year == 2022
    assert Record({"id": "x"}).date_parts == []
    assert Record({"id": "x"}).year is None


def test_a_notice_in_the_federal_register_counts_as_an_article():
    assert Record(REGISTER).kind == "article-journal"
    assert Record({"id": "x", "type": "legislation"}).kind == "legislation"


def test_what_we_know_about_it_is_read_from_custom():
    custom = {"study-type": "randomized-trial", "checked-on": "2026-11-23", "unverified-fields": ["author", "volume"]}
    record = Record(JOURNAL | {"custom": custom})
    assert record.study_type == "Randomized trial"
    assert record.checked_on == date(2026, 11, 23)
    assert record.unchecked == ["author list", "volume"]


def test_what_we_do_not_know_is_empty():
    record = Record(JOURNAL)
    assert (record.study_type, record.checked_on, record.unchecked, record.authors_complete) == ("", None, [], True)
