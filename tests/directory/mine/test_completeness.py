import pytest

from directory.mine.completeness import completeness_of
from directory.models import Listing
from tests.factories.directory import make_draft, state_that

pytestmark = pytest.mark.django_db


def completeness():
    return completeness_of(Listing.objects.with_page_facts().get())


def test_each_fact_that_is_stated_closes_a_gap():
    listing = make_draft()
    before = completeness()
    Listing.objects.update(driving_rule="next_day_after_sleep", parking="Behind the house.")
    state_that(listing, "condition", "trd")
    after = completeness()
    assert after.stated == before.stated + 3
    assert after.total == before.total
    assert after.percent == 100 * after.stated // after.total


def test_what_is_not_stated_is_named_under_its_question():
    make_draft()
    gaps = {gap.title: gap.unstated for gap in completeness().gaps}
    assert "Driving afterwards" in gaps["What happens on the day?"]
    assert "Parking" in gaps["Can I get there and get in?"]
