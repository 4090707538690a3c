"""The order of a day is fair: over many days everybody is first, second and last equally often."""

from datetime import date, timedelta

import numpy as np

from directory.search.shuffle import numbers_of_day
from tests.directory.search.rows import shuffled

DAYS = [date(2026, 1, 1) + timedelta(days=day) for day in range(6000)]
LISTINGS = 12
# Chi-squared with 11 degrees of freedom is above this once in a million fair shuffles.
WORST_FAIR = 48.3


def orders(shuffle):
    return np.array([np.argsort(numbers_of_day(shuffle, day)) for day in DAYS])


def assert_uniform(winners):
    expected = len(DAYS) / LISTINGS
    counts = np.bincount(winners, minlength=LISTINGS)
    assert ((counts - expected) ** 2 / expected).sum() < WORST_FAIR, counts


def test_each_is_first_and_last_equally_often_over_the_days():
    places = orders(np.random.default_rng(7).integers(0, 2**31, LISTINGS, dtype=np.uint32))
    assert_uniform(places[:, 0])
    assert_uniform(places[:, -1])


def test_it_is_fair_to_neighboring_numbers_too():
    places = orders(np.arange(LISTINGS, dtype=np.uint32))
    assert_uniform(places[:, 0])
    assert_uniform(places[:, LISTINGS // 2])


def test_who_was_first_today_is_not_favored_tomorrow():
    first = orders(np.random.default_rng(8).integers(0, 2**31, LISTINGS, dtype=np.uint32))[:, 0]
    repeated = np.mean(first[1:] == first[:-1])
    assert abs(repeated - 1 / LISTINGS) < 0.02


def test_who_comes_before_whom_changes_half_of_the_time():
    places = np.argsort(orders(np.arange(LISTINGS, dtype=np.uint32) * 97), axis=1)
    for other in range(1, LISTINGS):
        assert abs(np.mean(places[:, 0] < places[:, other]) - 0.5) < 0.05


def test_it_is_the_same_for_everyone_on_one_day():
    numbers = np.array([0, 1, 2**31 - 1, 12345], np.uint32)
    assert numbers_of_day(numbers, DAYS[0]).tolist() == [shuffled(number, DAYS[0]) for number in numbers.tolist()]
