"""The shipped places and outlines, and the rules that mend their sources."""

import csv
import gzip
import json
import re
from collections import Counter, defaultdict
from functools import cache
from itertools import accumulate
from zoneinfo import available_timezones

import pytest

from directory.data.cities import CityFinder, mended, slugs
from directory.data.sources import GeoNamesCity, ZipName, zip_names
from directory.data.zips import ZipFinder
from directory.geo import Box, distance_miles
from directory.importers.places import COLUMNS, PLACES
from directory.place_names import slug_of
from directory.states import STATE_NAMES

OUTLINES = PLACES.with_name("outlines.json.gz")
COARSENESS_DEGREES = 0.08  # cities at a shore may lie 5 miles outside the outline

ANCHORAGE, FAIRBANKS, HONOLULU = (61.22, -149.90), (64.84, -147.72), (21.31, -157.86)


@cache
def places():
    with gzip.open(PLACES, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def of_kind(kind):
    return [place for place in places() if place["kind"] == kind]


@cache
def zips():
    return {place["zip5"]: place for place in of_kind("zip")}


def point(place):
    return float(place["latitude"]), float(place["longitude"])


@cache
def outlines():
    with gzip.open(OUTLINES, "rt", encoding="utf-8") as file:
        return json.load(file)


def lines(topology):
    """Every arc as its longitudes and its latitudes."""
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        yield [[step * scale[axis] + move[axis] for step in accumulate(step[axis] for step in arc)] for axis in (0, 1)]


def arcs_of(arcs):
    return [max(arcs, ~arcs)] if isinstance(arcs, int) else [one for part in arcs for one in arcs_of(part)]


@cache
def boxes():
    """Around each state; two for Alaska, which lies on both sides of the antimeridian."""
    detail, found = outlines()["detail"], defaultdict(list)
    drawn = list(lines(detail))
    for shape in detail["objects"]["states"]["geometries"]:
        longitudes, latitudes = ([x for i in arcs_of(shape["arcs"]) for x in drawn[i][axis]] for axis in (0, 1))
        for side in (min, max) if min(longitudes) * max(longitudes) < 0 else (None,):
            beyond = [x for x in longitudes if side is None or (x < 0) == (side is min)]
            edges = min(latitudes), min(beyond), max(latitudes), max(beyond)
            margins = -COARSENESS_DEGREES, -COARSENESS_DEGREES, COARSENESS_DEGREES, COARSENESS_DEGREES
            found[shape["properties"]["state"]].append(Box(*map(sum, zip(edges, margins, strict=True))))
    return found


class TestPlaces:
    def test_the_file_is_the_size_it_should_be(self):
        counts = Counter(place["kind"] for place in places())
        assert counts == {"zip": 42_579, "city": 22_027, "county": 3_228, "state": 56}
        assert PLACES.stat().st_size < 1_500_000

    def test_its_columns_are_those_the_importer_reads(self):
        assert list(places()[0]) == COLUMNS

    def test_rows_come_in_one_order_whatever_the_sources_say_first(self):
        identities = [(place["kind"], place["state"], place["slug"]) for place in places()]
        assert identities == sorted(set(identities))

    def test_it_was_packed_without_a_name_and_a_time(self):
        assert PLACES.read_bytes()[3:8] == bytes(5)

    @pytest.mark.parametrize("state", STATE_NAMES)
    def test_every_point_of_a_state_is_inside_its_box(self, state):
        here = [place for place in places() if place["state"] == state]
        assert [p["slug"] for p in here if not any(box.contains(*point(p)) for box in boxes()[state])] == []

    def test_every_state_has_a_row_and_zip_codes(self):
        assert (
            {place["state"] for place in of_kind("state")} == {p["state"] for p in of_kind("zip")} == set(STATE_NAMES)
        )

    def test_every_city_and_zip_code_has_a_county_and_a_time_zone(self):
        here = [place for place in places() if place["kind"] in {"city", "zip"}]
        assert [place for place in here if not place["county"] or not place["time_zone"]] == []

    def test_every_time_zone_is_known(self):
        assert {place["time_zone"] for place in places()} - {""} <= available_timezones()

    def test_addresses_are_plain(self):
        assert [p["slug"] for p in places() if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", p["slug"])] == []

    def test_a_county_is_in_the_address_exactly_where_the_state_repeats_the_name(self):
        times = Counter((place["state"], slug_of(place["name"])) for place in of_kind("city"))
        for city in of_kind("city"):
            alone = times[city["state"], slug_of(city["name"])] == 1
            added = "" if alone else f"-{slug_of(city['county'])}"
            assert city["slug"] == slug_of(city["name"]) + added

    def test_no_name_breaks_the_way_places_are_typed(self):
        assert [place["name"] for place in places() if re.search(r"[,()]", place["name"])] == []


class TestFaultsOfTheSources:
    @pytest.mark.parametrize("zip5", ["99501", "99503", "99519", "99695"])
    def test_anchorage_is_in_anchorage(self, zip5):
        assert distance_miles(*point(zips()[zip5]), *ANCHORAGE) < 10

    @pytest.mark.parametrize("zip5", ["99701", "99706", "99707", "99712", "99790"])
    def test_fairbanks_is_in_fairbanks(self, zip5):
        assert distance_miles(*point(zips()[zip5]), *FAIRBANKS) < 25

    @pytest.mark.parametrize("zip5", ["96801", "96804", "96807", "96813", "96815", "96823", "96850"])
    def test_honolulu_is_not_out_at_sea(self, zip5):
        assert distance_miles(*point(zips()[zip5]), *HONOLULU) < 10

    @pytest.mark.parametrize(("zip5", "town"), [("81403", (38.48, -107.88)), ("84081", (40.61, -111.98))])
    def test_a_lost_minus_sign_is_put_back(self, zip5, town):
        assert distance_miles(*point(zips()[zip5]), *town) < 15

    @pytest.mark.parametrize(
        ("zip5", "town"),
        [
            ("85365", (32.69, -114.62)),
            ("83716", (43.61, -116.20)),
            ("79843", (30.31, -104.02)),
            ("95604", (38.90, -121.08)),
        ],
    )
    def test_a_zip_code_of_wilderness_is_where_its_people_are(self, zip5, town):
        assert distance_miles(*point(zips()[zip5]), *town) < 5

    @pytest.mark.parametrize(
        ("zip5", "name", "state"),
        [
            ("73012", "Edmond", "OK"),
            ("93737", "Fresno", "CA"),
            ("82063", "Jelm", "WY"),
            ("97635", "New Pine Creek", "OR"),
        ],
    )
    def test_each_is_in_its_own_town_and_state(self, zip5, name, state):
        assert (zips()[zip5]["name"], zips()[zip5]["state"]) == (name, state)

    @pytest.mark.parametrize(("zip5", "town"), [("02102", (42.36, -71.06)), ("33101", (25.77, -80.19))])
    def test_a_post_office_box_is_in_its_city_and_not_in_the_middle_of_the_county(self, zip5, town):
        assert distance_miles(*point(zips()[zip5]), *town) < 5

    @pytest.mark.parametrize("zip5", ["00501", "02138", "00601", "96910", "96799", "00802", "96950"])
    def test_leading_zeros_and_territories_are_there(self, zip5):
        assert zips()[zip5]["zip5"] == zip5

    @pytest.mark.parametrize("zip5", ["41901", "41906", "96898", "99999", "00000"])
    def test_what_has_no_point_is_left_out(self, zip5):
        assert zip5 not in zips()

    def test_only_what_stands_in_the_middle_of_its_prefix_is_approximate(self):
        approximate = {zip5 for zip5, place in zips().items() if place["is_approximate"] == "1"}
        assert len(approximate) == 23
        assert {"38227", "86555", "91743"} <= approximate

    def test_new_york_is_called_as_in_an_address(self):
        (city,) = [p for p in of_kind("city") if p["state"] == "NY" and p["slug"] == "new-york"]
        assert (city["name"], city["geonameid"]) == ("New York", "5128581")

    def test_a_suburb_does_not_have_the_population_of_its_city(self):
        (meads,) = [place for place in of_kind("city") if place["state"] == "KY" and place["name"] == "Meads"]
        assert meads["population"] == "0"

    def test_one_geonames_number_is_one_place(self):
        numbers = [place["geonameid"] for place in of_kind("city")]
        assert len(set(numbers)) == len(numbers) > 22_000


class TestOutlines:
    def test_the_file_is_small(self):
        assert OUTLINES.stat().st_size < 400_000

    @pytest.mark.parametrize("scale", ["detail", "overview"])
    def test_each_state_is_drawn(self, scale):
        shapes = outlines()[scale]["objects"]["states"]["geometries"]
        assert {shape["properties"]["state"] for shape in shapes} == set(STATE_NAMES)

    @pytest.mark.parametrize("scale", ["detail", "overview"])
    def test_every_line_is_there_and_on_the_globe(self, scale):
        topology = outlines()[scale]
        named = {
            arc for shapes in topology["objects"].values() for s in shapes["geometries"] for arc in arcs_of(s["arcs"])
        }
        assert named == set(range(len(topology["arcs"])))
        for longitudes, latitudes in lines(topology):
            assert -180 <= min(longitudes) <= max(longitudes) <= 180
            assert -15 <= min(latitudes) <= max(latitudes) <= 72

    def test_every_county_has_its_state_and_the_name_places_use(self):
        drawn = {tuple(s["properties"].values()) for s in outlines()["detail"]["objects"]["counties"]["geometries"]}
        assert {(place["state"], place["county"]) for place in of_kind("city") + of_kind("county")} <= drawn

    def test_the_overview_is_much_lighter(self):
        detail, overview = (sum(map(len, outlines()[scale]["arcs"])) for scale in ("detail", "overview"))
        assert overview * 10 < detail


class Flatland:
    """A state west of 0 and one east of it; the west has one county, the east a northern and a southern one."""

    def miles_outside(self, point, state):
        return 0 if (point[1] < 0) == (state == "CO") else 70 * abs(point[1])

    def state_of(self, point):
        return "CO" if point[1] < 0 else "KS"

    def county_of(self, point, state):
        return "West County" if state == "CO" else "North County" if point[0] > 40 else "South County"


def city(geonameid, name, point=(39.0, -1.0), state="CO", population=1000):
    return GeoNamesCity(geonameid, name, state, point, population, "America/Denver")


def mend(*listed):
    return mended(list(listed), Flatland())


class TestMendingCities:
    def test_a_city_outside_its_state_is_refused(self):
        assert mend(city(1, "Lost", (39.0, 2.0))) == []

    @pytest.mark.parametrize("name", ["Fenway/Kenmore", "Veterans Center, North Campus", "Norwood (historical)"])
    def test_what_is_no_place_to_look_for_is_refused(self, name):
        assert mend(city(1, name)) == []

    @pytest.mark.parametrize(
        ("listed", "name"),
        [("Middlebury (village)", "Middlebury"), ("City of Milford (balance)", "Milford"), ("‘Ewa", "ʻEwa")],
    )
    def test_a_name_is_what_people_call_the_place(self, listed, name):
        assert [found.name for found in mend(city(1, listed))] == [name]

    def test_one_city_listed_twice_is_one_and_the_larger_stays(self):
        kept = mend(city(1, "Saint Ann"), city(2, "St. Ann", population=5), city(3, "Ann"))
        assert {found.geonameid for found in kept} == {1, 3}

    def test_two_cities_of_one_name_keep_their_counties_apart(self):
        north, south = city(1, "Twin", (41.0, 1.0), "KS"), city(2, "Twin", (39.0, 1.0), "KS")
        assert slugs(mend(north, south)) == {1: "twin-north-county", 2: "twin-south-county"}

    def test_the_same_name_in_another_state_changes_nothing(self):
        assert slugs(mend(city(1, "Twin"), city(2, "Twin", (39.0, 1.0), "KS"))) == {1: "twin", 2: "twin"}


def find(zip5, census, names=(), cities=()):
    finder = ZipFinder(census, dict(names), CityFinder(mend(*cities)), Flatland())
    return next((found for found in finder.all() if found.code == zip5), None)


class TestChoosingThePointOfAZip:
    HERE, NEAR, ELSEWHERE = (39.0, -1.0), (39.1, -1.1), (39.0, 3.0)

    def test_the_census_comes_first(self):
        found = find("80001", {"80001": self.HERE}, {"80001": ZipName("Town", "CO", self.NEAR)})
        assert (found.point, found.city, found.is_approximate) == (self.HERE, "Town", False)

    def test_a_point_in_another_state_is_refused(self):
        found = find("80001", {"80001": self.ELSEWHERE}, {"80001": ZipName("Town", "CO", self.NEAR)})
        assert found.point == self.NEAR

    def test_a_post_office_box_gets_its_town(self):
        box = {"80002": ZipName("Town", "CO", self.NEAR)}
        assert find("80002", {"80001": self.HERE}, box, [city(1, "Town", (39.2, -1.2))]).point == (39.2, -1.2)

    def test_a_town_of_the_same_name_far_away_is_another(self):
        box = {"80002": ZipName("Town", "CO", self.NEAR)}
        assert find("80002", {"80001": self.HERE}, box, [city(1, "Town", (48.0, -9.0))]).point == self.NEAR

    def test_without_a_town_it_stands_with_the_other_zip_codes_of_its_city(self):
        names = {code: ZipName("Town", "CO", None) for code in ("80001", "80002")}
        assert find("80002", {"80001": self.HERE}, names).point == self.HERE

    def test_the_last_resort_is_the_middle_of_the_prefix_and_says_so(self):
        census, names = {"80001": self.HERE, "80003": (39.4, -1.4)}, {"80002": ZipName("Town", "CO", None)}
        found = find("80002", census, names)
        assert found.point == pytest.approx((39.2, -1.2))
        assert found.is_approximate

    def test_what_has_nothing_near_it_stays_unknown(self):
        assert find("90001", {"80001": self.HERE}, {"90001": ZipName("Town", "CO", None)}) is None

    def test_the_list_is_read_with_its_lost_signs(self, tmp_path):
        file = tmp_path / "zips.csv"
        file.write_text(
            "code,city,state,county,area_code,lat,lon\n81403,Montrose,CO,,,38.48,107.83\n80285,Denver,CO,,,,\n"
        )
        assert [name.point for name in zip_names(file).values()] == [(38.48, -107.83), None]
