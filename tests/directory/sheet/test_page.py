import pytest

from directory.models import Listing
from directory.sheet.page import Sheet
from directory.sheet.unstated import unstated
from tests.factories.directory import days_ago, make_draft, make_offering

pytestmark = pytest.mark.django_db

THERAPIST = "therapist_working_with_infusion_clinic"


def sheet(listing):
    return Sheet(Listing.objects.with_page_facts().get(pk=listing.pk))


def words(listing, title=None):
    return [
        question.words for part in sheet(listing).parts if title in (None, part.title) for question in part.questions
    ]


def test_it_asks_for_what_is_not_stated():
    asked = "Who will be watching me during the session, and what is their license?"
    assert asked in words(make_draft())
    assert asked not in words(make_draft(session_monitor_role="rn"))


def test_safety_and_money_come_first_and_numbers_go_on():
    listing = make_draft()
    make_offering(listing)
    shown = sheet(listing)
    assert [part.title for part in shown.parts] == ["Safety", "Money", "The treatment", "The day", "Getting in"]
    assert [question.number for question in shown.questions] == list(range(1, len(shown.questions) + 1))


def test_no_more_than_fit_are_asked_and_the_rest_is_counted():
    listing = make_draft()
    make_offering(listing)
    shown = sheet(listing)
    assert len(shown.questions) == 25
    assert shown.left_out > 0
    assert len(shown.questions) + shown.left_out <= len(unstated(shown.listing))


def test_each_leads_to_its_section_of_the_guide():
    first = sheet(make_draft()).questions[0]
    assert first.section == "Monitoring"
    assert first.section_url.endswith("#monitoring")
    assert first.why == "The ketamine label, written for anesthesia, asks for a clinician experienced in anesthesia."


def test_a_question_about_one_of_several_treatments_names_it():
    listing = make_draft()
    make_offering(listing, observation_minutes=30)
    make_offering(listing, "im_injection")
    assert "How long will you watch me after the dose? (Injection into a muscle)" in words(listing, "Safety")


def test_old_prices_are_asked_for_anew():
    listing = make_draft()
    make_offering(listing, price_session_min_usd=450, prices_as_of=days_ago(181))
    assert words(listing, "Money")[0].startswith(
        "What do you charge today? The oldest of your prices here was stated on "
    )


def test_current_prices_are_not():
    listing = make_draft()
    make_offering(listing, price_session_min_usd=450, prices_as_of=days_ago(180))
    assert not [question for question in words(listing) if question.startswith("What do you charge today?")]


def test_what_another_answer_settles_is_not_asked():
    alone = make_draft(monitor_presence="none", accepting="nopt", telehealth="none")
    settled = ["Who will be watching me", "How soon could I", "In which states"]
    assert not [question for question in words(alone) if question.startswith(tuple(settled))]


def test_a_therapist_who_gives_no_medicine_is_asked_what_a_therapist_can_answer():
    asked = words(make_draft(practice_kind=THERAPIST))
    assert "Which clinics do you work with?" in asked
    assert not [question for question in asked if "dose" in question or "emergency" in question]
    assert "Which clinics do you work with?" not in words(make_draft())


def test_a_therapist_who_gives_it_is_asked_about_it():
    listing = make_draft(practice_kind=THERAPIST)
    make_offering(listing)
    assert "What emergency equipment do you have at hand?" in words(listing)


def test_where_everything_is_stated_there_is_nothing_to_ask(monkeypatch):
    monkeypatch.setattr("directory.sheet.page.unstated", lambda listing: {})
    shown = sheet(make_draft())
    assert (shown.parts, shown.questions, shown.left_out) == ([], [], 0)
