from datetime import timedelta

import pytest

from directory.mine.weeks import FEWEST_SHOWN, WEEKS, Weeks, in_words, last_week
from directory.models import Sighting
from directory.sightings.counting import week_of
from tests.factories.directory import days_ago, make_listing

pytestmark = pytest.mark.django_db
THIS = week_of(days_ago(0))


@pytest.fixture
def listing():
    return make_listing()


def count(listing, weeks_ago, seen=0, listed=0):
    Sighting.objects.add(THIS - timedelta(weeks=weeks_ago), {listing.pk: (seen, listed)})


def test_it_shows_the_last_26_whole_weeks_and_not_the_one_that_runs(listing):
    count(listing, 0, seen=99)
    count(listing, 1, seen=10)
    count(listing, WEEKS, seen=20)
    count(listing, WEEKS + 1, seen=99)
    weeks = Weeks(listing)
    assert len(weeks.weeks) == WEEKS
    assert (weeks.weeks[0].seen, weeks.newest_first[0].seen) == (20, 10)
    assert {week.seen for week in weeks.weeks} == {None, 10, 20}


@pytest.mark.parametrize("number", range(FEWEST_SHOWN))
def test_a_number_below_5_is_never_told_from_none(listing, number):
    count(listing, 1, seen=number, listed=number)
    weeks = Weeks(listing)
    assert weeks.newest_first[0].seen_words == weeks.newest_first[0].listed_words == "fewer than 5"
    assert weeks.is_quiet


def test_from_5_on_it_is_told(listing):
    count(listing, 1, seen=5, listed=1234)
    week = Weeks(listing).newest_first[0]
    assert (week.seen_words, week.listed_words) == ("5", "1,234")


def test_columns_are_as_high_as_their_share_of_the_highest_and_small_ones_have_none(listing):
    for weeks_ago, seen in [(1, 40), (2, 10), (3, 4)]:
        count(listing, weeks_ago, seen=seen)
    (chart,) = Weeks(listing).charts
    assert chart.columns[-4:] == [0, 0, 25, 100]
    assert (chart.name, chart.highest) == ("seen", 40)


def test_the_last_whole_week_of_many_listings_comes_with_one_question(listing, django_assert_num_queries):
    other = make_listing()
    count(listing, 1, seen=7)
    count(other, 1, seen=2)
    with django_assert_num_queries(1):
        found = last_week([listing, other])
    assert {pk: in_words(week.seen) for pk, week in found.items()} == {listing.pk: "7", other.pk: "fewer than 5"}
