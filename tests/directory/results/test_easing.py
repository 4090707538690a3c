import pytest
from django.http import QueryDict

from directory import vocabulary
from directory.facets import FACETS
from directory.filters import ListingFilter
from directory.models import Place
from directory.results.easing import MOST_FILTERS, more_nearby, nearest_beyond, ways_out
from directory.results.page import SearchPage
from directory.search import totals
from tests.factories.directory import make_listing, make_place, make_term

pytestmark = pytest.mark.django_db

MILE = 1 / 69
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture(autouse=True)
def denver():
    make_place(name="Denver", slug="denver", state="CO", latitude=39.74, longitude=-104.98, population=700_000)
    make_place(Place.Kind.STATE, name="Colorado", slug="colorado", state="CO")


def listing_away(miles, **fields):
    return make_listing(
        **{"latitude": 39.74 + miles * MILE, "longitude": -104.98, "location_precision": "address"} | fields
    )


def asked(address):
    found = ListingFilter(QueryDict(address), vocabulary.current())
    assert found.is_valid(), found.errors
    return found


def ways(address):
    return [(way.label, way.total, way.url) for way in ways_out(asked(address), vocabulary.current())]


def labels(address):
    return [label for label, _, _ in ways(address)]


@pytest.fixture
def followed():
    """Each way with what its address really finds."""

    def follow(address):
        found = ways(address)
        assert found
        return [(total, SearchPage(QueryDict(url.partition("?")[2])).results.total) for _, total, url in found]

    return follow


class TestWaysOut:
    def test_only_circles_that_hold_something_are_offered(self):
        listing_away(40)
        assert labels("place=Denver&radius=10") == ["Within 50 miles", "Anywhere in Colorado"]

    def test_a_larger_circle_is_offered_where_it_holds_more(self):
        listing_away(40)
        listing_away(90)
        assert ways("place=Denver&radius=10")[:2] == [
            ("Within 50 miles", 1, "/directory/?place=Denver&radius=50"),
            ("Within 100 miles", 2, "/directory/?place=Denver&radius=100"),
        ]

    def test_the_whole_state_is_not_sorted_by_distance(self):
        listing_away(200)
        assert ways("place=Denver&sort=distance") == [("Anywhere in Colorado", 1, "/directory/?place=Colorado")]

    def test_a_state_that_shares_its_name_with_a_city_is_meant_without_a_doubt(self, followed):
        make_place(name="Ely", slug="ely", state="WA", latitude=47.0, longitude=-120.0)
        make_place(name="Washington", slug="washington", state="DC")
        make_place(Place.Kind.STATE, name="Washington", slug="wa", state="WA")
        make_listing(state="WA", latitude=48.9, longitude=-120.0)
        assert ways("place=Ely, WA&radius=50")[0][2] == "/directory/?place=Washington+State"
        assert followed("place=Ely, WA&radius=50") == [(1, 1)]

    def test_a_state_is_widened_to_the_country(self):
        make_listing(state="TX")
        assert ways("place=Colorado") == [("Anywhere in the United States", 1, "/directory/")]

    def test_so_is_a_city_where_filters_are_what_is_rare(self):
        make_listing(state="TX", latitude=30, longitude=-97, conditions=["ptsd"])
        make_term("condition", "trd")
        assert ways("place=Denver&condition=ptsd&sort=distance") == [
            ("Anywhere in the United States", 1, "/directory/?condition=ptsd")
        ]
        assert labels("place=Denver") == []

    def test_whoever_is_licensed_in_the_state_may_see_people_by_video(self):
        make_listing(state="TX", latitude=30, longitude=-97, statements=[("serves", "co")])
        expected = ("By video, licensed in Colorado", 1, "/directory/?serves=co")
        assert expected in ways("place=Denver&radius=50&sort=distance")
        assert expected in ways("place=Colorado")

    def test_by_video_keeps_the_filters(self):
        make_listing(state="TX", latitude=30, longitude=-97, statements=[("serves", "co")])
        make_term("condition", "ptsd")
        assert "By video, licensed in Colorado" not in labels("place=Denver&condition=ptsd")
        assert ("By video, licensed in Colorado", 1, "/directory/?condition=trd&serves=co") in ways(
            "place=Denver&condition=trd"
        )

    def test_a_point_is_in_the_state_of_the_nearest_town(self):
        listing_away(200)
        assert labels("place=39.70,-104.90") == ["Anywhere in Colorado"]

    def test_a_filter_can_be_left_out(self):
        make_listing(routes=["iv_infusion"])
        make_term("condition", "ptsd")
        assert ways("route=iv_infusion&condition=ptsd") == [
            ("Without the filter “Condition: Ptsd”", 1, "/directory/?route=iv_infusion"),
            ("Without any filter", 1, "/directory/"),
        ]

    def test_all_choices_of_a_filter_go_together(self):
        make_listing()
        make_term("condition", "ptsd")
        make_term("condition", "ocd")
        assert ways("condition=ptsd&condition=ocd") == [
            ("Without the filter “Condition: Ptsd and Ocd”", 1, "/directory/")
        ]

    def test_names_keep_their_capitals(self):
        make_listing()
        make_term("language", "vi", label="Vietnamese", position=1)
        make_term("language", "es", label="Spanish", position=2)
        make_term("insurer", "anthem", label="Anthem Blue Cross")
        assert labels("language=vi&language=es") == ["Without the filter “Language: Vietnamese and Spanish”"]
        assert labels("insurer=anthem") == ["Without the filter “Insurance company: Anthem Blue Cross”"]

    def test_where_no_single_filter_helps_all_may_go(self):
        make_listing()
        make_term("condition", "ptsd")
        make_term("route", "rare")
        assert ways("condition=ptsd&route=rare") == [("Without any filter", 1, "/directory/")]

    def test_the_words_can_be_left_out(self):
        make_listing(routes=["iv_infusion"])
        assert ways("q=xyzzy&route=iv_infusion") == [("Without the words “xyzzy”", 1, "/directory/?route=iv_infusion")]

    def test_each_finds_what_it_says(self, followed):
        for miles, condition in ((40, "trd"), (90, "trd"), (200, "trd"), (3, "ptsd"), (80, "ptsd")):
            listing_away(miles, conditions=[condition], statements=[("serves", "co")])
        numbers = followed("place=Denver&radius=10&condition=trd&route=iv_infusion")
        assert len(numbers) >= 5
        assert [total for total, _ in numbers] == [found for _, found in numbers]

    def test_where_nothing_helps_nothing_is_offered(self):
        assert ways("place=Denver") == []

    def test_a_long_address_does_not_cost_hundreds_of_counts(self, monkeypatch):
        make_listing(routes=["iv_infusion"])
        facets = [facet.name for facet in FACETS if facet.in_form]
        for facet in facets:
            make_term(facet, "rare")
        counted = []
        monkeypatch.setattr("directory.results.easing.total", lambda *args: counted.append(args) or totals.total(*args))
        assert len(ways("place=Denver&radius=5&" + "&".join(f"{facet}=rare" for facet in facets))) <= MOST_FILTERS + 8
        assert len(counted) <= 8


class TestNearest:
    def nearest(self, address):
        found = nearest_beyond(asked(address))
        return found and (found.listing.name, found.miles.replace(NBSP, " "), found.place)

    def test_it_is_named_however_far(self):
        listing_away(184, name="Sagebrush", city="Casper", state="WY")
        listing_away(300, name="Farther")
        assert self.nearest("place=Denver") == ("Sagebrush", "184 miles", "Casper, WY")

    def test_in_the_same_state_its_city_is_enough(self):
        listing_away(60, city="Fort Collins", name="Poudre")
        assert self.nearest("place=Denver") == ("Poudre", "60 miles", "Fort Collins")

    def test_it_has_what_was_asked_for(self):
        listing_away(30, conditions=["trd"])
        listing_away(130, conditions=["ptsd"], name="Fits")
        assert self.nearest("place=Denver&condition=ptsd")[0] == "Fits"

    def test_the_middle_of_a_zip_code_is_about_so_far(self):
        listing_away(60, location_precision="zip_centroid")
        assert self.nearest("place=Denver")[1] == "about 60 miles"

    def test_nobody_without_a_door_is_near(self):
        listing_away(60, by_video_only=True)
        assert self.nearest("place=Denver") is None
        listing_away(90, name="A door")
        assert self.nearest("place=Denver")[0] == "A door"

    def test_a_listing_without_a_point_is_not_near_either(self):
        make_listing(latitude=None, longitude=None)
        assert self.nearest("place=Denver") is None

    def test_nothing_is_near_to_a_state(self):
        make_listing(state="TX")
        assert self.nearest("place=Colorado") is None


class TestMoreNearby:
    def more(self, address, found):
        way = more_nearby(asked(address), found)
        return way and (way.label, way.total, way.url)

    def test_where_few_were_found_the_smallest_circle_with_more_is_told(self):
        for miles in (3, 40, 45, 90):
            listing_away(miles)
        assert self.more("place=Denver&radius=10", 1) == (
            "2 more within 50 miles", 2, "/directory/?place=Denver&radius=50"
        )  # fmt: skip

    def test_it_needs_to_hold_more(self):
        listing_away(3)
        assert self.more("place=Denver&radius=10", 1) is None

    def test_who_has_found_enough_is_left_alone(self):
        for miles in (1, 2, 3, 4, 40):
            listing_away(miles)
        assert self.more("place=Denver&radius=10", 4) is None
        assert self.more("place=Colorado", 3) is None
