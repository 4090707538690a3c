import pytest

from directory.landing.city import CityPage
from directory.models import Place
from directory.search import live
from tests.factories.directory import make_listing, make_place

pytestmark = pytest.mark.django_db

MILE = 1 / 69.09  # degrees of latitude
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def denver():
    return make_place(name="Denver", latitude=39.74, longitude=-105.0)


def at(miles, **fields):
    return make_listing(latitude=39.74 + miles * MILE, longitude=-105.0, **fields)


def ways(page):
    return [(way.label, way.url, way.total) for way in page.ways]


def test_it_counts_within_25_miles_and_in_the_city_itself(denver):
    at(1), at(24, city="Thornton"), at(26, city="Longmont")
    page = CityPage(denver)
    assert page.opening == "2 therapists and clinics are listed within 25 miles of Denver, CO."
    assert page.inside == "1 of them has its address in Denver itself."


def test_a_state_line_is_no_limit(denver):
    at(5, state="WY", city="Laramie")
    assert CityPage(denver).total == 1


def test_it_shows_the_first_page_of_the_search_that_it_leads_to(denver):
    for _ in range(21):
        at(3)
    page = CityPage(denver)
    assert page.search_url == "/directory/?place=Denver%2C+CO"
    assert (len(page.cards), page.is_more_than_a_page) == (20, True)


def test_a_namesake_is_named_with_its_county_and_leads_to_the_other():
    fields = {"name": "Gurley", "state": "AL"}
    one = make_place(slug="gurley-madison-county", county="Madison County", **fields)
    make_place(slug="gurley-blount-county", county="Blount County", **fields)
    make_place(Place.Kind.COUNTY, slug="gurley-county", **fields)
    page = CityPage(one)
    assert page.title == "Therapists and clinics for ketamine treatment in Gurley, AL (Madison County)"
    assert [(city.label, city.url) for city in page.namesakes] == [
        ("Gurley (Blount County)", "/directory/in/al/gurley-blount-county/")
    ]


def test_cities_nearby_have_listings_of_their_own(denver):
    make_place(name="Boulder", latitude=40.0)
    make_place(name="Golden", latitude=39.8)
    at(3), at(18, city="Boulder")
    assert [(link.label, link.total) for link in CityPage(denver).nearby] == [("Boulder", 1)]


def test_larger_circles_are_offered_where_they_find_more(denver):
    at(1), at(40, city="Greeley"), make_listing(latitude=37.3)
    assert ways(CityPage(denver)) == [
        ("Within 50 miles", "/directory/?place=Denver%2C+CO&radius=50", 2),
        ("Within 100 miles", "/directory/?place=Denver%2C+CO&radius=100", 2),
        ("Anywhere in Colorado", "/directory/in/co/", 3),
    ]


class TestNobodyNear:
    def test_the_nearest_are_shown(self, denver):
        at(390, name="Far", city="Havre", state="MT"), at(300, name="Nearer", city="Billings", state="MT")
        page = CityPage(denver)
        assert (page.total, page.inside, page.cards) == (0, "", [])
        assert [card.listing.name for card in page.nearest] == ["Nearer", "Far"]
        assert page.nearest_is == f"The nearest is about 300{NBSP}miles away, in Billings, MT"

    def test_however_far_they_are(self, denver):
        at(1700)
        assert len(CityPage(denver).nearest) == 1

    def test_who_sees_people_by_video_only_is_not_near(self, denver):
        at(50, by_video_only=True)
        assert CityPage(denver).nearest == []

    def test_the_directory_may_be_empty(self, denver):
        page = CityPage(denver)
        assert (page.nearest, page.ways, page.nearby) == ([], [], [])


def test_all_its_numbers_are_of_one_moment(denver, monkeypatch):
    asked = []
    monkeypatch.setattr(live, "index", lambda index=live.index: asked.append(1) or index())
    at(3)
    page = CityPage(denver)
    assert page.description
    assert page.nearby == []
    assert len(asked) == 1
