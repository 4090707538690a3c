import pytest

from directory.profile.rows import computed, fact, plain, stated, terms_stated
from tests.factories.directory import days_ago, make_draft, make_term, state_that

pytestmark = pytest.mark.django_db


class TestFacts:
    def test_a_fact_is_its_question_and_its_answer(self):
        row = fact("monitor_presence", "presence")(make_draft(monitor_presence="on_site_on_call"))
        assert (row.label, row.answers) == ("Where that person is", ["On site, on call"])
        assert row.terms == [("presence", "on_site_on_call")]

    def test_not_stated_is_no_answer(self):
        row = fact("monitor_presence", "presence")(make_draft())
        assert (row.answers, row.terms, row.is_stated) == ([], [], False)

    def test_no_is_an_answer(self):
        row = fact("anesthesia_trained_on_site")(make_draft(anesthesia_trained_on_site="no"))
        assert row.answers == ["No"]
        assert row.is_stated

    def test_a_note_follows(self):
        assert fact("accepting", note=lambda listing: "call first")(make_draft(accepting="newpt")).answers == [
            "Accepting new patients, call first"
        ]

    @pytest.mark.parametrize(("value", "answers"), [(None, []), (0, ["0"]), (3, ["3"])])
    def test_zero_is_stated(self, value, answers):
        assert plain("private_rooms_count")(make_draft(private_rooms_count=value)).answers == answers

    def test_a_computed_answer_may_be_empty(self):
        assert computed("ages", "Ages", lambda listing: "")(make_draft()).answers == []


class TestStatements:
    def test_yes_and_no_are_told_apart(self):
        listing = make_draft()
        state_that(listing, "emergency", "oxygen")
        state_that(listing, "emergency", "suction", "no")
        row = stated("emergency")(listing)
        assert (row.label, row.answers, row.refusal, row.refused) == (
            "Emergency equipment",
            ["Oxygen"],
            "No:",
            ["Suction"],
        )
        assert row.terms == [("emergency", "oxygen")]

    def test_only_no_is_stated_too(self):
        listing = make_draft()
        state_that(listing, "emergency", "suction", "no")
        assert stated("emergency")(listing).is_stated

    def test_silence_is_not(self):
        assert not stated("emergency")(make_draft()).is_stated

    def test_they_stand_in_the_order_of_the_vocabulary(self):
        listing = make_draft()
        for slug, position in [("second", 20), ("first", 10)]:
            make_term("emergency", slug, position=position)
            state_that(listing, "emergency", slug)
        assert stated("emergency")(listing).answers == ["First", "Second"]

    def test_how_and_since_when_stand_in_brackets(self):
        listing = make_draft()
        state_that(listing, "language", "es", detail="clinician")
        state_that(listing, "language", "es", detail="staff", stated_on=days_ago(0))
        (answer,) = stated("language")(listing).answers
        assert answer.startswith("Es (a clinician speaks it, staff speak it, stated ")

    def test_a_term_said_in_two_ways_is_one_term(self):
        listing = make_draft()
        for detail in ("clinician", "staff"):
            state_that(listing, "language", "es", detail=detail)
        assert [term.slug for term in terms_stated(listing, "language")] == ["es"]
