from hypothesis import given
from hypothesis import strategies as st

from directory.costs import course_cost

amounts = st.none() | st.integers(0, 10_000)


def test_it_adds_the_consultation_and_every_session():
    cost = course_cost(consult_usd=200, session_usd=(450, 500), sessions=6, series_usd=None)
    assert (cost.minimum_usd, cost.maximum_usd) == (2_900, 3_200)
    assert not cost.is_package


def test_a_package_takes_the_place_of_the_sessions():
    cost = course_cost(consult_usd=200, session_usd=(450, 500), sessions=6, series_usd=2_400)
    assert (cost.minimum_usd, cost.maximum_usd) == (2_600, 2_600)
    assert cost.is_package


def test_a_fee_that_is_not_stated_is_not_in_the_total():
    cost = course_cost(consult_usd=None, session_usd=(400, 400), sessions=6, series_usd=None)
    assert cost.consult_usd is None
    assert cost.minimum_usd == 2_400


def test_without_a_price_or_a_number_of_sessions_nothing_is_guessed():
    assert course_cost(consult_usd=200, session_usd=(450, 500), sessions=None, series_usd=None) is None
    assert course_cost(consult_usd=200, session_usd=None, sessions=6, series_usd=None) is None


@given(amounts, st.none() | st.tuples(st.integers(0, 900), st.integers(900, 2_000)), amounts, amounts)
def test_the_least_is_never_above_the_most(consult, session, sessions, series):
    cost = course_cost(consult_usd=consult, session_usd=session, sessions=sessions, series_usd=series)
    assert cost is None or cost.minimum_usd <= cost.maximum_usd
