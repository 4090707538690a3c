from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from articles.models import Reference
from tests.factories.articles import make_csl, make_reference

pytestmark = pytest.mark.django_db


def reference(**fields):
    return Reference(**{"key": "doe2020", "csl": make_csl()} | fields)


@pytest.mark.parametrize("key", ["Doe2020", "doe 2020", "-doe", "doe;x", ""])
def test_a_key_is_plain(key):
    with pytest.raises(ValidationError):
        reference(key=key).full_clean()
    with pytest.raises(IntegrityError):
        make_reference(key or " ")


@pytest.mark.parametrize("fields", [{"doi": "doi:10.1/x"}, {"doi": "10.1000/a b"}, {"pmid": "x1"}])
def test_identifiers_have_their_form(fields):
    with pytest.raises(ValidationError):
        reference(**fields).full_clean()
    with pytest.raises(IntegrityError):
        make_reference(**fields)


def test_an_identifier_in_the_wrong_form_is_refused_in_a_sentence():
    with pytest.raises(ValidationError) as error:
        reference(doi="doi:10.1/x").full_clean()
    assert error.value.messages == ["A DOI begins with 10., a number and a slash, such as 10.1000/182."]


@pytest.mark.parametrize("before", ["doi:", "DOI: ", "https://doi.org/", "http://dx.doi.org/", "https://doi.org/doi:"])
def test_what_stands_before_a_doi_is_taken_off(before):
    typed, pasted = reference(doi=f"{before}10.1000/x"), reference(csl=make_csl(DOI=f"{before}10.1000/x"))
    typed.full_clean()
    pasted.full_clean()
    assert typed.doi == pasted.doi == "10.1000/x"


def test_a_doi_belongs_to_one_reference_in_any_case_of_its_letters():
    make_reference(doi="10.1000/ABC")
    with pytest.raises(IntegrityError):
        make_reference(doi="10.1000/abc")


def test_a_pubmed_number_belongs_to_one_reference():
    make_reference(pmid="123")
    with pytest.raises(ValidationError):
        reference(pmid="123").full_clean()


def test_many_may_have_neither():
    assert make_reference().doi == make_reference().doi == ""


@pytest.mark.parametrize("csl", [{}, [], "text", {"title": "No type"}, {"type": "webpage"}])
def test_a_record_needs_a_type_and_a_title(csl):
    with pytest.raises(ValidationError) as error:
        reference(csl=csl).full_clean()
    assert "csl" in error.value.message_dict


@pytest.mark.parametrize("fields", [{"author": "Doe"}, {"author": [1]}, {"issued": "2020"}])
def test_a_record_that_cannot_be_printed_is_refused(fields):
    with pytest.raises(ValidationError) as error:
        reference(csl=make_csl(**fields)).full_clean()
    assert error.value.message_dict == {"csl": ["This cannot be read as CSL-JSON."]}


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"URL": "www.fda.gov/x"}, "“www.fda.gov/x” is no address of a page."),
        ({"URL": "javascript:alert(1)"}, "“javascript:alert(1)” is no address of a page."),
        ({"title": "x" * 2001}, "One of its parts is longer than 2000 characters."),
    ],
)
def test_what_no_file_could_bring_is_refused_when_it_is_typed(fields, reason):
    with pytest.raises(ValidationError) as error:
        reference(csl=make_csl(**fields)).full_clean()
    assert error.value.message_dict == {"csl": [reason]}


def test_identifiers_in_a_record_move_to_their_columns():
    row = reference(csl=make_csl(id="other", DOI="10.1000/x", PMID=123, custom={"verified": "yes"}))
    row.full_clean()
    assert (row.key, row.doi, row.pmid) == ("doe2020", "10.1000/x", "123")
    assert row.csl == make_csl()


def test_a_detail_not_checked_has_a_name_that_csl_knows():
    with pytest.raises(ValidationError) as error:
        reference(unchecked_details="author, colour").full_clean()
    assert error.value.message_dict["unchecked_details"] == ["Not a name of a detail: colour."]


def test_it_says_how_far_it_was_checked():
    assert reference().verified == "no"
    assert reference(checked_on=date(2026, 1, 1)).verified == "yes"
    assert reference(checked_on=date(2026, 1, 1), unchecked_details="author").verified == "partial"


def test_the_whole_record_is_one_csl_item():
    row = reference(doi="10.1000/x", pmid="12", study_type="review", checked_on=date(2026, 1, 2))
    csl = row.as_csl()
    assert (csl["id"], csl["DOI"], csl["PMID"], csl["title"]) == ("doe2020", "10.1000/x", "12", make_csl()["title"])
    assert csl["custom"] == {
        "verified": "yes",
        "unverified-fields": [],
        "authors-complete": True,
        "checked-on": "2026-01-02",
        "study-type": "review",
    }
