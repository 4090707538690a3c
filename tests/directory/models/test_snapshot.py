import json
from datetime import time

import pytest

from directory.models import Listing
from directory.models.snapshot import moved, snapshot
from tests.factories.directory import (
    days_ago,
    make_hours,
    make_listing,
    make_offering,
    state_that,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def listing():
    return make_listing(routes=())


def change_made(listing, change):
    before = snapshot(listing.pk)
    change()
    return moved(before, snapshot(listing.pk))


def test_nothing_done_is_nothing_moved(listing):
    assert change_made(listing, listing.save) == {}


def test_it_is_plain_json(listing):
    make_offering(listing, price_session_min_usd=450, prices_as_of=days_ago(3))
    said = snapshot(listing.pk)
    assert json.loads(json.dumps(said)) == said


def test_a_field_that_moved_stands_with_both_values(listing):
    assert change_made(listing, lambda: Listing.objects.update(phone="+13035550199")) == {
        "phone": ["(303) 555-0123", "(303) 555-0199"]
    }


def test_a_treatment_that_came_stands_with_what_it_says(listing):
    fields = change_made(listing, lambda: make_offering(listing, price_session_min_usd=450, prices_as_of=days_ago(0)))
    assert fields["offerings.iv_infusion"] == [None, True]
    assert fields["offerings.iv_infusion.price_session_min_usd"] == [None, 450]


def test_one_that_went_stands_with_what_it_said(listing):
    make_offering(listing)
    assert change_made(listing, listing.offerings.all().delete)["offerings.iv_infusion"] == [True, None]


def test_a_statement_stands_with_its_facet_and_its_detail(listing):
    assert change_made(listing, lambda: state_that(listing, "language", "es", detail="staff")) == {
        "statements.language.es.staff": [None, "yes"]
    }


def test_hours_stand_with_their_day(listing):
    assert change_made(listing, lambda: make_hours(listing, 0, time(9), time(17))) == {
        "hours.0.09:00-17:00": [None, True]
    }


def test_people_stand_without_their_names(listing):
    fields = change_made(listing, listing.positions.all().delete)
    assert list(fields.values()).count([True, None]) == 2  # who was there, and that they prescribe
    assert "Testperson" not in json.dumps(fields)
