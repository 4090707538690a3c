from datetime import time

import pytest

from directory.comparison.checked import license_state
from directory.models import Position
from tests.directory.comparison.rows import fetched, lines, words
from tests.factories.directory import days_ago, make_clinician, make_draft, make_hours, make_license, make_term

pytestmark = pytest.mark.django_db


def employ(listing, **license_fields):
    clinician = make_clinician()
    Position.objects.create(listing=listing, clinician=clinician)
    if license_fields:
        make_license(clinician, **license_fields)
    return listing


def test_licenses_in_force_are_counted_by_what_the_board_says():
    listing = employ(employ(make_draft(), status="active"), status="probation")
    assert words(lines(listing, make_draft())["licenses"]) == [
        ["Active: 1", "Active, on probation: 1"],
        ["None on record"],
    ]
    assert license_state(*fetched(listing)) == "2 licenses looked up, in force"


def test_a_license_that_lapsed_is_none():
    listing = employ(make_draft(), expires_on=days_ago(1))
    assert license_state(*fetched(listing)) == "No license on record"


def test_a_public_action_is_named():
    listing = employ(make_draft(), discipline="public_action", discipline_url="https://board.example/1")
    assert words(lines(listing, make_draft())["licenses"])[0] == ["Active: 1", "Public action on record: 1"]


def test_hours_are_told_by_the_words_of_the_search():
    for position, slug in enumerate(["evening", "weekend", "weekday"]):
        make_term("hours", slug, position=position)
    listing = make_draft()
    make_hours(listing, 0, time(9), time(18))
    make_hours(listing, 5, time(9), time(12))
    assert words(lines(listing, make_draft())["hours"]) == [["Evening", "Weekend", "Weekday"], []]
