import csv
import gzip
from zoneinfo import available_timezones

from directory.importers.places import PLACES
from directory.time_zones import TIME_ZONES


def test_every_zone_is_known():
    assert set(TIME_ZONES) <= available_timezones()


def test_every_zone_of_a_place_may_be_chosen():
    with gzip.open(PLACES, "rt", encoding="utf-8", newline="") as file:
        assert {place["time_zone"] for place in csv.DictReader(file)} - {""} <= set(TIME_ZONES)
