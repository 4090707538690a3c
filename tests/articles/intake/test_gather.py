from unittest.mock import patch

import pytest

from articles.crossref import NotFound
from articles.intake import gather as module
from articles.intake.gather import MOST_LOOKED_UP, gather
from tests.factories.articles import make_csl, make_reference

pytestmark = pytest.mark.django_db


def refusals(text):
    return [(refusal.where, refusal.reason, refusal.link) for refusal in gather(text).refusals]


def test_text_in_a_format_is_read():
    assert gather("@book{a, title={A}}").format == "BibTeX"


def test_what_is_on_record_is_named_and_nobody_is_asked(settings):
    settings.CROSSREF_ENABLED = True
    make_reference("one", doi="10.1000/ABC")
    make_reference("two", pmid="12")
    assert refusals("10.1000/abc\nPMID 12".replace("PMID ", "pmid:")) == [
        ("line 1, 10.1000/abc", "It is on record already, as one.", ""),
        ("line 2, 12", "It is on record already, as two.", ""),
    ]


def test_without_crossref_a_doi_says_where_to_get_it():
    [(where, reason, link)] = refusals("https://doi.org/10.1000/x")
    assert (where, link) == ("line 1, 10.1000/x", "https://doi.org/10.1000/x")
    assert reason.startswith("DOIs are not looked up on this site.")


def test_a_pubmed_number_says_where_to_get_it(settings):
    settings.CROSSREF_ENABLED = True
    [(_where, reason, link)] = refusals("123")
    assert link == "https://pubmed.ncbi.nlm.nih.gov/123/"
    assert "Download .nbib" in reason


def test_with_crossref_a_doi_becomes_an_entry(settings):
    settings.CROSSREF_ENABLED = True
    with patch.object(module, "look_up", return_value=make_csl(DOI="10.1000/x")) as asked:
        batch = gather("10.1000/x\n")
    asked.assert_called_once_with("10.1000/x")
    assert [(found.where, found.csl["DOI"]) for found in batch.found] == [("line 1", "10.1000/x")]
    assert batch.looked_up


@pytest.mark.parametrize("outcome", [NotFound("Crossref does not know this DOI."), [{"title": "No type"}]])
def test_what_crossref_does_not_know_is_named(settings, outcome):
    settings.CROSSREF_ENABLED = True
    with patch.object(module, "look_up", side_effect=outcome):
        [(where, reason, link)] = refusals("10.1000/x")
    assert (where, link) == ("line 1, 10.1000/x", "https://doi.org/10.1000/x")
    assert reason


def test_only_so_many_are_asked_for_at_once(settings):
    settings.CROSSREF_ENABLED = True
    with patch.object(module, "look_up", side_effect=NotFound("No.")) as asked:
        found = refusals("\n".join(f"10.1000/{number}" for number in range(MOST_LOOKED_UP + 2)))
    assert asked.call_count == MOST_LOOKED_UP
    assert found[-1][1].startswith("At most 10 are looked up at once")


def test_a_slow_service_is_not_waited_for_again_and_again(settings, monkeypatch):
    settings.CROSSREF_ENABLED = True
    monkeypatch.setattr(module, "MOST_SECONDS", 0)
    with patch.object(module, "look_up") as asked:
        assert "when Crossref is slow" in refusals("10.1000/x")[0][1]
    asked.assert_not_called()
