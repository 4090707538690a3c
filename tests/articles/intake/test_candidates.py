from unittest.mock import patch

import pytest

from articles.incoming.items import Batch, Found
from articles.incoming.tidy import tidy
from articles.intake import candidates
from articles.intake.candidates import Choice, candidates_of
from tests.factories.articles import make_csl, make_reference

pytestmark = pytest.mark.django_db
ADD, FILL, REPLACE, LEAVE = Choice.ADD, Choice.FILL, Choice.REPLACE, Choice.LEAVE


def batch_of(*items):
    return Batch("x", [Found(f"entry {number}", tidy(item)) for number, item in enumerate(items, start=1)])


def only(item):
    [candidate], refusals = candidates_of(batch_of(item))
    assert refusals == []
    return candidate


def refused(*items):
    return [(refusal.where, refusal.reason) for refusal in candidates_of(batch_of(*items))[1]]


def states(candidate):
    return {part.name: part.state for part in candidate.parts}


class TestWhatItMayBe:
    def test_nothing_like_it_is_new(self):
        make_reference(csl=make_csl(title="Another"))
        candidate = only(make_csl())
        assert (candidate.reference, candidate.choices, candidate.choice) == (None, [ADD, LEAVE], "add")
        assert set(states(candidate).values()) == {"new"}

    def test_the_same_doi_in_any_case_is_the_same_work(self):
        row = make_reference(doi="10.1000/AbC", csl=make_csl(title="Spelled otherwise"))
        candidate = only(make_csl(DOI="10.1000/aBc"))
        assert (candidate.reference, candidate.match.by) == (row, "the same DOI")
        assert states(candidate)["title"] == "differs"
        assert states(candidate)["DOI"] == "same"

    def test_the_same_pubmed_number_is_the_same_work(self):
        row = make_reference(pmid="12", csl=make_csl(title="Spelled otherwise"))
        assert only(make_csl(PMID="12")).reference == row

    def test_the_same_title_may_be_another_work(self):
        row = make_reference()
        candidate = only(make_csl(title="A STUDY of something.", volume="8", DOI="10.1000/x"))
        assert (candidate.reference, candidate.match.by) == (row, "the same title")
        assert candidate.choices == [LEAVE, FILL, REPLACE, ADD]

    @pytest.mark.parametrize(
        ("stored", "incoming"), [({"doi": "10.1000/x"}, {"DOI": "10.1000/y"}), ({"pmid": "1"}, {"PMID": "2"})]
    )
    def test_one_title_with_two_numbers_is_two_works(self, stored, incoming):
        make_reference("doe2020", **stored)
        candidate = only(make_csl(**incoming))
        assert candidate.reference is None
        assert candidate.match.remark == f"doe2020 has the same title and another {next(iter(incoming))}."
        assert candidate.key == "doe2020b"

    def test_an_entry_of_two_records_is_refused(self):
        make_reference("one", doi="10.1000/x")
        make_reference("two", pmid="2", csl=make_csl(title="Two"))
        assert refused(make_csl(DOI="10.1000/x", PMID="2")) == [
            ("entry 1", "Its DOI is that of one, its PubMed number that of two.")
        ]

    @pytest.mark.parametrize("same", [{"DOI": "10.1000/x"}, {"PMID": "1"}])
    def test_the_second_of_one_work_in_a_batch_is_refused(self, same):
        assert refused(make_csl(**same), make_csl(title="Other", **same)) == [
            ("entry 2", "It is the same work as in entry 1.")
        ]

    @pytest.mark.parametrize("numbers", [({}, {}), ({"DOI": "10.1000/x"}, {}), ({}, {"PMID": "1"})])
    def test_a_namesake_without_a_number_of_its_own_is_refused_with_the_way_out(self, numbers):
        first, second = (make_csl(**own) for own in numbers)
        second["title"] = f"{second['title'].upper()}!"
        assert refused(first, second) == [
            ("entry 2", "It has the same title as entry 1. If it is another work, bring it by itself.")
        ]

    def test_namesakes_with_two_numbers_are_two_works(self):
        assert refused(make_csl(DOI="10.1000/x"), make_csl(DOI="10.1000/y")) == []

    def test_what_cannot_be_printed_is_refused(self):
        with patch.object(candidates, "ama_entry", side_effect=KeyError):
            assert refused(make_csl()) == [("entry 1", "It cannot be printed as a reference.")]

    def test_keys_are_not_proposed_twice(self):
        items = [make_csl(title="One"), make_csl(title="Two")]
        assert [candidate.key for candidate in candidates_of(batch_of(*items))[0]] == ["doe2020", "doe2020b"]
