import pytest

from directory.comparison.groups import LEFT_OUT, groups
from directory.profile.sections import QUESTIONS
from tests.directory.comparison.rows import fetched, lines
from tests.factories.directory import make_draft, make_offering

pytestmark = pytest.mark.django_db


def test_questions_stand_in_the_order_of_a_listings_page():
    found = groups(fetched(make_draft(), make_draft()))
    assert [group.title for group in found] == [str(question.title) for question in QUESTIONS]


def test_every_fact_of_the_page_has_its_line_or_is_left_out_on_purpose():
    facts = {fact.about for question in QUESTIONS for fact in [*question.decisive, *question.further]}
    assert facts - lines(make_draft(), make_draft()).keys() == LEFT_OUT


def test_what_decides_stands_before_the_finer_points():
    listing = make_draft()
    make_offering(listing)
    for group in groups(fetched(listing, make_draft())):
        order = [line.decides for line in group.lines if line.about != "hours"]
        assert order == sorted(order, reverse=True)


def test_the_cost_begins_with_the_whole_course():
    listing = make_draft()
    make_offering(listing)
    cost = next(group for group in groups(fetched(listing, make_draft())) if group.title == "What will it cost?")
    assert [line.about for line in cost.lines][:3] == ["course", "consult_fee_usd", "price_session_usd"]
