from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis.extra.django import TestCase

from articles.citations.files import csl_json
from articles.incoming.read import read
from articles.incoming.tidy import tidy
from articles.intake.candidates import Choice, candidates_of
from articles.intake.save import save
from articles.models import Reference
from tests.articles.incoming.test_round_trip import records
from tests.articles.intake.test_candidates import batch_of
from tests.factories.articles import make_csl, make_reference

pytestmark = pytest.mark.django_db


def choose(choice, *items, **changes):
    candidates, _refusals = candidates_of(batch_of(*items))
    for candidate in candidates:
        candidate.choice = choice
        for name, value in changes.items():
            setattr(candidate, name, value)
    return candidates


def test_a_new_reference_has_every_part_and_is_not_checked():
    custom = {"study-type": "review", "authors-complete": False}
    save(choose(Choice.ADD, make_csl(DOI="10.1000/x", PMID="12", custom=custom)))
    row = Reference.objects.get()
    assert (row.key, row.doi, row.pmid, row.study_type, row.authors_complete) == (
        *("doe2020", "10.1000/x", "12", "review", False),
    )
    assert row.csl == make_csl()
    assert row.checked_on is None


def test_what_is_left_stays():
    make_reference(doi="10.1000/x")
    before = list(Reference.objects.values())
    save(choose(Choice.LEAVE, make_csl(DOI="10.1000/x", volume="8"), make_csl(title="New")))
    assert list(Reference.objects.values()) == before


def test_filling_adds_and_replaces_nothing():
    make_reference("doe", doi="10.1000/x")
    save(
        choose(
            Choice.FILL, make_csl(DOI="10.1000/x", PMID="12", volume="8", issue="3", custom={"study-type": "review"})
        )
    )
    row = Reference.objects.get()
    assert (row.key, row.pmid, row.csl["volume"], row.csl["issue"], row.study_type) == ("doe", "12", "7", "3", "review")


def test_replacing_does_both_and_keeps_what_the_entry_is_silent_about():
    make_reference("doe", doi="10.1000/x")
    item = make_csl(DOI="10.1000/x", volume="8", issue="3")
    del item["page"]
    save(choose(Choice.REPLACE, item))
    row = Reference.objects.get()
    assert (row.csl["volume"], row.csl["issue"], row.csl["page"]) == ("8", "3", "1-9")


def test_what_changed_has_not_been_checked():
    make_reference(doi="10.1000/x", checked_on=date(2026, 11, 1), unchecked_details="title")
    save(choose(Choice.REPLACE, make_csl(DOI="10.1000/x", volume="8")))
    row = Reference.objects.get()
    assert (row.unchecked_details, row.verified) == ("title, volume", "partial")


def test_an_abridged_list_that_becomes_whole_is_whole():
    make_reference(doi="10.1000/x", authors_complete=False)
    more = [{"family": "Doe", "given": "Jane A."}, {"family": "Roe", "given": "R."}]
    save(choose(Choice.REPLACE, make_csl(DOI="10.1000/x", author=more)))
    row = Reference.objects.get()
    assert (row.authors_complete, len(row.csl["author"])) == (True, 2)


@pytest.mark.parametrize("key", ["Not A Key", "taken", ""])
def test_one_that_cannot_be_saved_keeps_all_from_being_saved(key):
    make_reference("taken", csl=make_csl(title="Taken"))
    candidates = choose(Choice.ADD, make_csl(title="One"), make_csl(title="Two"))
    candidates[1].key = key
    with pytest.raises(ValidationError) as error:
        save(candidates)
    assert error.value.messages[0].startswith("entry 2: ")
    assert candidates[1].problems
    assert Reference.objects.count() == 1


def test_two_with_one_key_are_refused():
    candidates = choose(Choice.ADD, make_csl(title="One"), make_csl(title="Two"), key="same")
    with pytest.raises(ValidationError):
        save(candidates)
    assert not Reference.objects.exists()


class RoundTripTests(TestCase):
    @given(item=records)
    def test_what_was_saved_and_exported_says_nothing_new(self, item):
        Reference.objects.all().delete()
        save(choose(Choice.ADD, item))
        [row] = Reference.objects.all()
        again = read(csl_json([row.as_csl()]))
        self.assertEqual([found.csl for found in again.found], [tidy(row.as_csl()) | again_custom(row)])
        [candidate], refusals = candidates_of(again)
        self.assertEqual((candidate.reference, refusals), (row, []))
        self.assertEqual({part.state for part in candidate.parts} - {"same", "kept"}, set())


def again_custom(row):
    return {"custom": {"authors-complete": row.authors_complete}}
