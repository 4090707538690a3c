import pytest

from directory.models import Place
from directory.results.areas import about, by_state
from directory.search.places import find_place
from tests.factories.directory import make_place

pytestmark = pytest.mark.django_db


def test_a_state_and_a_city_have_a_page():
    make_place(name="Denver")
    make_place(Place.Kind.STATE, name="District of Columbia", state="DC", slug="dc")
    assert about(find_place("Denver"))[:2] == (
        "About providers in and around Denver, CO",
        "/directory/in/co/denver/",
    )
    assert about(find_place("DC"))[:2] == ("About providers in the District of Columbia", "/directory/in/dc/")


def test_a_namesake_has_its_own():
    for county in ("blount-county", "madison-county"):
        make_place(name="Gurley", state="AL", slug=f"gurley-{county}", county=county.replace("-", " ").title())
    assert about(find_place("Gurley, AL (Madison County)")).url == "/directory/in/al/gurley-madison-county/"


def test_zip_codes_counties_points_and_no_place_have_none():
    make_place(Place.Kind.ZIP, name="Denver", zip5="80202")
    make_place(Place.Kind.COUNTY, name="Denver County")
    assert [about(find_place(text)) for text in ("80202", "Denver County", "39.74,-104.98")] == [None, None, None]
    assert about(None) is None


def test_a_town_that_only_a_post_office_is_named_after_has_none():
    make_place(Place.Kind.ZIP, name="Ketchum", state="OK", zip5="74349")
    assert about(find_place("Ketchum, OK")) is None


def test_states_with_anybody_stand_by_name():
    links = by_state({"ny": 2, "co": 1234, "ak": 0})
    assert [(link.label, link.url, link.total) for link in links] == [
        ("Colorado", "/directory/in/co/", 1234),
        ("New York", "/directory/in/ny/", 2),
    ]
