import pytest
from django.template.loader import get_template

from directory.facets import FACETS
from directory.models import Listing
from directory.profile.sections import QUESTIONS, sections
from directory.vocabulary import Vocabulary, current
from tests.factories.directory import make_draft, make_listing, make_term, state_that

pytestmark = pytest.mark.django_db


def shown(listing, vocabulary=None):
    listing = Listing.objects.with_page_facts().get(pk=listing.pk)
    return {section.anchor: section for section in sections(listing, vocabulary or Vocabulary([]))}


def test_the_questions_stand_in_the_order_of_a_person_who_decides():
    assert [str(question.title) for question in QUESTIONS] == [
        "Is it right for me?",
        "What do they offer, and is it approved for this?",
        "Who is in the room?",
        "What will it cost?",
        "What happens on the day?",
        "Can I get there and get in?",
        "Who are they, and what was checked?",
    ]


def test_each_is_answered_before_any_table():
    assert all(section.answer for section in shown(make_listing()).values())


def test_each_part_is_a_template():
    assert all(get_template(question.part) for question in QUESTIONS if question.part)
    assert all(get_template(question.opening) for question in QUESTIONS if question.opening)


def test_what_decides_is_shown_and_the_rest_is_named_where_it_is_not_stated():
    room = shown(make_draft())["in-the-room"]
    assert [row.label for row in room.rows][:2] == ["Who monitors the session", "Where that person is"]
    assert not any(row.is_stated for row in room.rows)
    assert "Blood pressure is taken" in room.unstated
    assert "Blood pressure is taken" not in [row.label for row in room.rows]


def test_words_are_explained_once_where_they_are_used():
    make_term("emergency", "oxygen", explanation="What it is.")
    listing = make_draft()
    state_that(listing, "emergency", "oxygen")
    terms = shown(listing, current())["in-the-room"].terms
    assert [(term.slug, term.explanation) for term in terms] == [("oxygen", "What it is.")]


def test_a_no_to_whom_they_do_not_treat_is_a_yes():
    listing = make_draft()
    state_that(listing, "will_not_treat", "pregnancy", "no")
    row = next(row for row in shown(listing)["right-for-me"].rows if row.label == "Whom they do not treat")
    assert (row.refusal, row.refused) == ("They do treat:", ["Pregnancy"])


@pytest.mark.parametrize(("number", "words"), [(None, []), (1, ["1"]), (5, ["5 or more"])])
def test_five_patients_mean_five_or_more(number, words):
    section = shown(make_draft(patients_per_monitor_max=number))["in-the-room"]
    rows = {row.label: row.answers for row in section.rows}
    assert rows.get("Most patients per person who monitors", []) == words


# In tables of their own, or beside the sections.
SHOWN_ELSEWHERE = {"route", "price", "observation", "visit", "hours", "consultation"}
OTHER_LABELS = {
    "condition": "Conditions they treat",
    "monitor": "Who monitors the session",
    "presence": "Where that person is",
    "prescriber": "Who prescribes",
    "age": "Ages",
    "setting": "Kind of practice",
    "language": "Languages",
    "serves": "States they serve by video",
    "insurer": "Insurance companies",
}


@pytest.mark.parametrize("facet", [facet for facet in FACETS if facet.in_form and facet.name not in SHOWN_ELSEWHERE])
def test_what_can_be_searched_for_has_its_place_on_the_page(facet):
    found = shown(make_draft()).values()
    labels = {row.label for section in found for row in section.rows} | {
        label for section in found for label in section.unstated
    }
    assert OTHER_LABELS.get(facet.name, str(facet.label)) in labels


@pytest.mark.django_db
def test_a_therapist_names_the_clinics_they_work_with(client):
    listing = make_listing(
        practice_kind="therapist_working_with_infusion_clinic",
        prescriber=False,
        routes=[],
        partner_clinics="The Clinic Next Door",
    )
    assert "The Clinic Next Door" in client.get(listing.get_absolute_url()).content.decode()
