import pytest
from django.utils import timezone

from directory.models import Listing
from directory.profile.absence import Why, absence_of, alternatives
from psychly.models import User
from tests.factories.directory import days_ago, make_listing

pytestmark = pytest.mark.django_db
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def staff():
    return User.objects.create_superuser("desk@example.com", "x")


def absence(listing):
    return absence_of(Listing.objects.with_visibility().get(pk=listing.pk))


def test_one_that_is_shown_is_not_absent():
    assert absence(make_listing()) is None


@pytest.mark.parametrize(("days", "why"), [(120, None), (121, Why.UNCONFIRMED)])
def test_after_120_days_it_is_hidden_and_says_so(days, why):
    found = absence(make_listing(confirmed_on=days_ago(days)))
    assert (found and found.why) == why


def test_without_a_license_in_force_it_is_hidden_and_says_so():
    listing = make_listing()
    listing.licenses_of_prescribers().update(expires_on=days_ago(1))
    assert absence(listing).why == Why.UNLICENSED


def test_a_closed_one_names_its_day(staff):
    listing = make_listing()
    listing.close(by=staff)
    found = absence(listing)
    assert found.why == Why.CLOSED
    assert f"{timezone.localdate().year}" in found.sentence


def test_one_that_moved_is_not_just_closed(staff):
    listing = make_listing(successor=make_listing())
    listing.close(by=staff)
    assert absence(listing).why == Why.MOVED


@pytest.mark.parametrize(("reopens_on", "words"), [(None, "has not said when"), (days_ago(-20), "opens again on")])
def test_one_that_is_closed_for_now_still_shows_its_facts(staff, reopens_on, words):
    listing = make_listing(reopens_on=reopens_on)
    listing.pause(by=staff)
    found = absence(listing)
    assert found.why == Why.PAUSED
    assert found.shows_facts
    assert words in found.sentence


def test_the_nearest_that_are_confirmed_are_named_nearest_first(staff):
    listing = make_listing()
    far = make_listing(latitude=40.5)
    near = make_listing(latitude=39.8)
    make_listing(latitude=39.76, confirmed_on=days_ago(100))
    make_listing(latitude=45)
    listing.close(by=staff)
    assert [each.listing for each in alternatives(listing)] == [near, far]
    assert alternatives(listing)[0].distance == f"3.5{NBSP}miles"


def test_without_a_point_there_are_none(staff):
    assert alternatives(make_listing(latitude=None, longitude=None)) == []


def test_where_nobody_is_within_reach_the_nearest_are_named_however_far():
    listing = make_listing(latitude=39.75, longitude=-105.0, status="closed", closed_on=days_ago(1))
    far = make_listing(latitude=39.53, longitude=-119.81)
    assert [each.listing for each in alternatives(listing)] == [far]
    near = make_listing(latitude=39.80, longitude=-105.0)
    assert [each.listing for each in alternatives(listing)] == [near]


def test_those_that_wait_for_a_confirmation_are_no_alternative():
    listing = make_listing(latitude=39.75, longitude=-105.0, status="closed", closed_on=days_ago(1))
    make_listing(latitude=39.80, longitude=-105.0, confirmed_on=days_ago(91))
    assert alternatives(listing) == []
