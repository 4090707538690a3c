from datetime import time

import pytest

from directory.profile.hours import week, zone_name
from tests.factories.directory import make_draft, make_hours


@pytest.mark.django_db
def test_a_week_has_seven_days():
    listing = make_draft()
    make_hours(listing, 0, time(9), time(12))
    make_hours(listing, 0, time(13, 30), time(17))
    monday, tuesday, *_, sunday = week(listing)
    assert monday.name == "Monday"
    assert [words.replace("\N{NO-BREAK SPACE}", " ") for words in monday.stretches] == [
        "9 a.m. to noon",
        "1:30 p.m. to 5 p.m.",
    ]
    assert (tuesday.stretches, sunday.name) == ([], "Sunday")


@pytest.mark.django_db
def test_hours_that_are_not_stated_are_not_a_week_of_closed_doors():
    assert week(make_draft()) == []


@pytest.mark.parametrize(
    ("zone", "name"),
    [
        ("America/New_York", "Eastern time"),
        ("America/Phoenix", "Mountain time"),
        ("America/Anchorage", "Alaska time"),
        ("Pacific/Honolulu", "Hawaii time"),
        ("America/Puerto_Rico", "Atlantic time"),
        ("Pacific/Guam", "Chamorro time"),
        ("Pacific/Pago_Pago", "Samoa time"),
        ("Europe/Paris", "Europe/Paris"),
    ],
)
def test_a_zone_has_the_name_that_people_use(zone, name):
    assert zone_name(zone) == name
