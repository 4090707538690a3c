from datetime import time

import pytest

from directory.profile.facts import facts_to_confirm
from tests.factories.directory import days_ago, make_hours, make_listing, make_offering

pytestmark = pytest.mark.django_db


def facts(**fields):
    listing = make_listing(**fields)
    return {row.label: " | ".join(row.answers).replace("\N{NO-BREAK SPACE}", " ") for row in facts_to_confirm(listing)}


def test_where_and_how_to_reach_them():
    said = facts(unit="Suite 2", website="https://quiet.example/")
    assert said["Address"] == "1 Test Street, Suite 2, Denver, CO 80202"
    assert said["Phone"] == "(303) 555-0123"
    assert said["Web site"] == "https://quiet.example/"


def test_by_video_there_is_no_address():
    assert facts(by_video_only=True)["Address"] == "By video only, from Colorado"


def test_what_is_not_stated_has_no_words():
    assert facts()["Hours"] == ""


def test_hours_and_prices_with_the_day_they_were_stated():
    listing = make_listing(routes=())
    make_offering(listing, price_session_min_usd=450, prices_as_of=days_ago(80))
    make_hours(listing, 0, time(9), time(17))
    said = {row.label: row.answers for row in facts_to_confirm(listing)}
    assert said["Hours"] == ["Monday: 9\N{NO-BREAK SPACE}a.m. to 5\N{NO-BREAK SPACE}p.m."]
    assert said["IV infusion: one session"][0].startswith("$450, stated on ")
