import pytest

from directory.profile.courses import course_price
from tests.factories.directory import days_ago, make_draft, make_offering, state_that

pytestmark = pytest.mark.django_db


def course(listing=None, **offering):
    listing = listing or make_draft(consult_fee_usd=250, fees_as_of=days_ago(20))
    offering = {"prices_as_of": days_ago(30), "sessions_initial_series": 6} | offering
    return course_price(make_offering(listing, **offering))


def words(course):
    return [step.words for step in course.steps]


def test_the_sum_shows_its_parts():
    shown = course(price_session_min_usd=450, price_session_max_usd=600)
    assert words(shown) == ["$250 first consultation", "6 sessions at $450–$600 each"]
    assert (shown.total.words, shown.missing) == ("$2,950–$3,850", "")


@pytest.mark.parametrize(
    ("number", "package"),
    [
        (6, "$2,400 for a package of 6 sessions"),
        (None, "$2,400 for the package; the number of sessions is not stated"),
    ],
)
def test_a_package_takes_the_place_of_the_sessions_and_says_how_many_it_covers(number, package):
    shown = course(price_session_min_usd=450, price_series_usd=2400, sessions_initial_series=number)
    assert words(shown) == ["$250 first consultation", package]
    assert shown.total.words == "$2,650"


def test_a_free_consultation_is_said():
    shown = course(make_draft(consult_fee_usd=0, fees_as_of=days_ago(1)), price_session_min_usd=500)
    assert (words(shown)[0], shown.total.words, shown.consultation) == ("first consultation free", "$3,000", "")


def test_a_consultation_that_is_not_stated_may_come_on_top():
    shown = course(make_draft(), price_session_min_usd=500)
    assert shown.total.words == "$3,000"
    assert shown.consultation == "The first consultation may come on top: not stated."


@pytest.mark.parametrize("slug", ["medical_evaluation", "psychiatric_evaluation"])
def test_a_consultation_that_is_included_is_said_to_be(slug):
    listing = make_draft()
    state_that(listing, "includes", slug)
    assert course(listing, price_session_min_usd=500).consultation == "The first consultation is included."


def test_a_no_includes_nothing():
    listing = make_draft()
    state_that(listing, "includes", "medical_evaluation", "no")
    assert "may come on top" in course(listing, price_session_min_usd=500).consultation


def test_without_a_number_of_sessions_there_is_no_sum():
    shown = course(price_session_min_usd=500, sessions_initial_series=None)
    assert (shown.total, shown.missing) == (None, "The number of sessions is not stated.")
    assert words(shown) == ["$250 first consultation", "$500 a session"]


def test_without_a_price_there_is_no_sum():
    assert course().missing == "The price of a session is not stated."


def test_its_date_is_that_of_its_oldest_part():
    assert course(price_session_min_usd=500, prices_as_of=days_ago(5)).total.stated_on == days_ago(20)


def test_each_step_is_as_old_as_its_own_price_and_the_sum_as_old_as_the_oldest():
    shown = course(price_session_min_usd=500, prices_as_of=days_ago(181))
    assert [step.is_old for step in shown.steps] == [False, True]
    assert shown.total.is_old
    shown = course(make_draft(consult_fee_usd=250, fees_as_of=days_ago(181)), price_session_min_usd=500)
    assert [step.is_old for step in shown.steps] == [True, False]
