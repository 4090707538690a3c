from collections import Counter

import pytest
from django.http import QueryDict

from directory.models import Place
from directory.results import maps
from directory.results.page import SearchPage
from tests.factories.directory import make_listing, make_place, make_term

pytestmark = pytest.mark.django_db

MILE = 1 / 69
DENVER = {"latitude": 39.74, "longitude": -104.98}
PUEBLO = {"latitude": 38.25, "longitude": -104.61, "city": "Pueblo"}
CHEYENNE = {"latitude": 41.14, "longitude": -104.82, "state": "WY", "city": "Cheyenne"}


@pytest.fixture(autouse=True)
def places():
    make_place(name="Denver", slug="denver", state="CO", population=700_000, **DENVER)
    make_place(name="Pueblo", slug="pueblo", state="CO", population=100_000, latitude=38.25, longitude=-104.61)
    make_place(name="Cheyenne", slug="cheyenne", state="WY", population=60_000, latitude=41.14, longitude=-104.82)
    make_place(Place.Kind.STATE, name="Colorado", slug="co", state="CO", latitude=39.0, longitude=-105.5)
    make_place(Place.Kind.STATE, name="Wyoming", slug="wy", state="WY", latitude=43.0, longitude=-107.5)


@pytest.fixture
def two_a_page(monkeypatch):
    monkeypatch.setattr("directory.filters.PAGE_SIZE", 2)
    monkeypatch.setattr("directory.results.page.PAGE_SIZE", 2)


def listing(**fields):
    return make_listing(**DENVER | {"location_precision": "address"} | fields)


def map_of(address=""):
    return SearchPage(QueryDict(address)).map


def pins(drawing):
    return [(pin.number, pin.label, pin.url) for pin in drawing.spec.pins]


def clusters(drawing):
    return {cluster.label: (cluster.count, cluster.url) for cluster in drawing.spec.clusters}


def found_by(url):
    return SearchPage(QueryDict(url.partition("?")[2])).results.total


class TestAroundAPlace:
    def test_it_has_the_circle_and_a_pin_for_each_result_by_its_number(self):
        listing(name="One"), listing(name="Two")
        drawing = map_of("place=Denver&radius=50&sort=name")
        assert (drawing.spec.circle.radius_miles, drawing.spec.state) == (50, "")
        assert pins(drawing) == [(1, "One", "#result-1"), (2, "Two", "#result-2")]
        assert drawing.spec.title == "Map: 2 providers within 50 miles of Denver, CO"
        assert drawing.spec.notes == ()

    def test_the_pins_of_a_page_go_on_counting_and_the_map_says_which_they_are(self, two_a_page):
        for name in "abcd":
            listing(name=name)
        drawing = map_of("place=Denver&sort=name&page=2")
        assert [number for number, _, _ in pins(drawing)] == [3, 4]
        assert drawing.spec.notes == ("Results 3 to 4.",)
        assert not drawing.spec.clusters

    def test_a_point_in_the_middle_of_a_zip_code_is_about_right(self):
        listing(name="a"), listing(name="b", location_precision="zip_centroid")
        drawing = map_of("place=Denver&sort=name")
        assert [pin.is_about for pin in drawing.spec.pins] == [False, True]
        assert drawing.spec.notes == ("Dashed pins stand in the middle of a ZIP code.",)

    def test_by_video_there_is_no_door_to_pin(self):
        listing(name="a"), listing(name="b", by_video_only=True, location_precision="zip_centroid")
        drawing = map_of("place=Denver&sort=name")
        assert [number for number, _, _ in pins(drawing)] == [1]
        assert drawing.spec.notes == ("By video only, so without a pin: 2.",)

    def test_where_nobody_found_has_a_place_there_is_no_map(self):
        assert map_of("place=Denver") is None
        listing(by_video_only=True)
        assert map_of("place=Denver") is None

    def test_a_question_that_cannot_be_read_has_none(self):
        listing()
        assert map_of("radius=26") is None


class TestState:
    def test_results_that_fit_on_the_page_are_pins(self):
        listing(name="a"), listing(name="b", **PUEBLO)
        drawing = map_of("place=Colorado&sort=name")
        assert (drawing.spec.state, drawing.spec.circle) == ("co", None)
        assert [number for number, _, _ in pins(drawing)] == [1, 2]
        assert not drawing.spec.clusters

    def test_more_than_fit_are_counted_around_cities(self, two_a_page):
        listing(), listing(), listing(**PUEBLO)
        drawing = map_of("place=Colorado&route=iv_infusion&page=2")
        assert not drawing.spec.pins
        assert clusters(drawing) == {
            "Denver": (2, "/directory/?place=Denver%2C+CO&route=iv_infusion&radius=10"),
            "Pueblo": (1, "/directory/?place=Pueblo%2C+CO&route=iv_infusion&radius=10"),
        }

    def test_it_says_what_the_numbers_count_and_how_many_are_elsewhere(self, two_a_page):
        listing(), listing(), listing(latitude=37.2, longitude=-108.5)
        assert map_of("place=Colorado").spec.notes == (
            "Each number counts all within 10 miles of its city, on either side of a state line.",
            "1 provider is around none of these cities.",
        )

    def test_a_number_is_what_its_link_finds(self, two_a_page):
        make_term("condition", "ptsd")
        for miles, condition in ((0, "trd"), (4, "ptsd"), (9.9, "ptsd"), (10.1, "ptsd"), (60, "ptsd")):
            listing(latitude=39.74 + miles * MILE, conditions=[condition])
        listing(**PUEBLO, conditions=["ptsd"])
        listing(conditions=["ptsd"], state="WY")
        found = clusters(map_of("place=Colorado&condition=ptsd"))
        assert {label: count for label, (count, _) in found.items()} == {"Denver": 3, "Pueblo": 1}
        assert all(found_by(url) == count for count, url in found.values())

    def test_the_usual_radius_needs_no_parameter(self, two_a_page, monkeypatch):
        monkeypatch.setattr("directory.cartography.FEWEST", 1)
        listing(), listing(), listing()
        assert clusters(map_of("place=Colorado")) == {"Denver": (3, "/directory/?place=Denver%2C+CO")}

    def test_so_many_cities_and_no_more(self, two_a_page, monkeypatch):
        monkeypatch.setattr(maps, "MOST_CITIES", 1)
        listing(), listing(), listing(**PUEBLO)
        assert set(clusters(map_of("place=Colorado"))) == {"Denver"}


class TestCountry:
    def test_results_that_fit_on_the_page_are_pins(self):
        listing(name="a"), listing(name="b", **CHEYENNE)
        drawing = map_of("sort=name")
        assert (drawing.spec.state, drawing.spec.circle) == ("", None)
        assert [number for number, _, _ in pins(drawing)] == [1, 2]

    def test_more_than_fit_are_counted_by_state(self, two_a_page):
        listing(), listing(), listing(**CHEYENNE), listing(by_video_only=True)
        drawing = map_of("route=iv_infusion&sort=name&page=2")
        assert clusters(drawing) == {
            "Colorado": (3, "/directory/?route=iv_infusion&sort=name&place=Colorado"),
            "Wyoming": (1, "/directory/?route=iv_infusion&sort=name&place=Wyoming"),
        }

    def test_a_number_is_what_its_link_finds(self, two_a_page):
        for condition, where in (("trd", DENVER), ("ptsd", DENVER), ("ptsd", CHEYENNE), ("ptsd", PUEBLO)):
            make_listing(conditions=[condition], **where)
        found = clusters(map_of("condition=ptsd"))
        assert Counter({label: count for label, (count, _) in found.items()}) == {"Colorado": 2, "Wyoming": 1}
        assert all(found_by(url) == count for count, url in found.values())

    def test_a_state_that_shares_its_name_with_a_city_is_meant_without_a_doubt(self, two_a_page):
        make_place(Place.Kind.STATE, name="New York", slug="ny", state="NY", latitude=43.0, longitude=-75.0)
        listing(), listing(), listing(state="NY")
        assert clusters(map_of())["New York"] == (1, "/directory/?place=New+York+State")

    def test_a_state_that_is_not_in_the_table_of_places_is_left_out(self, two_a_page):
        listing(), listing(), listing(state="TX")
        assert set(clusters(map_of())) == {"Colorado"}
