import pytest

from directory.models import Listing
from directory.profile.amounts import Amounts
from directory.sheet.questions import ASKED, GROUPS, OF_THERAPISTS, UNASKED
from directory.sheet.unstated import AMOUNTS, EVERY
from tests.factories.directory import make_draft, make_offering

QUESTIONS = [ask for group in GROUPS for ask in group.questions]


def test_every_fact_that_can_be_missing_is_asked_for_or_left_out_on_purpose():
    assert set(ASKED) | UNASKED == EVERY
    assert not set(ASKED) & UNASKED


@pytest.mark.django_db
def test_every_amount_of_a_page_is_among_them():
    listing = make_draft()
    make_offering(listing)
    shown = Amounts(Listing.objects.with_page_facts().get(pk=listing.pk)).every
    assert {amount.about for amount in shown} == AMOUNTS


def test_each_is_a_question_that_can_be_read_out():
    assert [str(ask.words) for ask in QUESTIONS if not str(ask.words).endswith("?")] == []


def test_no_two_are_the_same():
    words = [str(ask.words) for ask in QUESTIONS]
    assert len(words) == len(set(words))


def test_each_reason_is_one_short_sentence():
    reasons = [str(ask.why) for ask in QUESTIONS if ask.why]
    assert [why for why in reasons if not why.endswith(".") or len(why.split()) > 20] == []


def test_a_sheet_holds_about_twenty_five():
    assert sum(group.most for group in GROUPS) == 25


def test_safety_and_money_come_first():
    assert [str(group.title) for group in GROUPS][:2] == ["Safety", "Money"]


def test_a_therapist_is_asked_nothing_about_giving_a_dose():
    assert not OF_THERAPISTS & {
        "session_monitor_role",
        "emergency",
        "observation_minutes",
        "price_session_usd",
        "escort",
    }
