import pytest

from directory.landing.state import CITIES_AT_ONCE, StatePage
from tests.factories.directory import make_listing, make_place

pytestmark = pytest.mark.django_db


def named(links):
    return [(link.label, link.total) for link in links]


def test_it_counts_everybody_in_the_state():
    make_listing()
    make_listing(by_video_only=True)
    make_listing(state="WY")
    page = StatePage("CO")
    assert (page.total, page.counted) == (2, "2 providers")
    assert page.title == "Therapists and clinics for ketamine treatment in Colorado"
    assert page.opening == "2 therapists and clinics are listed in Colorado."


def test_names_that_need_more_words_get_them():
    assert StatePage("DC").place == "the District of Columbia"
    assert StatePage("NY").place == "New York State"
    assert StatePage("NY").search_url == "/directory/?place=New+York+State"


def test_its_cities_are_those_of_its_listings():
    for name in ("Denver", "Boulder", "Ely"):
        make_place(name=name)
    for city in ("Denver", "Denver", "Boulder", "Nowhereville"):
        make_listing(city=city)
    make_listing(city="Denver", by_video_only=True)
    assert named(StatePage("CO").cities) == [("Boulder", 1), ("Denver", 2)]


def test_of_many_cities_those_with_most_stand_first(monkeypatch):
    monkeypatch.setattr("directory.landing.state.CITIES_AT_ONCE", 2)
    for name, number in (("Aurora", 1), ("Boulder", 2), ("Denver", 3)):
        make_place(name=name)
        for _ in range(number):
            make_listing(city=name)
    page = StatePage("CO")
    assert named(page.first_cities) == [("Denver", 3), ("Boulder", 2)]
    assert page.has_more_cities
    assert CITIES_AT_ONCE > 2


def test_few_cities_stand_by_name():
    for name, number in (("Aurora", 1), ("Denver", 2)):
        make_place(name=name)
        for _ in range(number):
            make_listing(city=name)
    page = StatePage("CO")
    assert (named(page.first_cities), page.has_more_cities) == ([("Aurora", 1), ("Denver", 2)], False)


def test_the_states_nearby_that_have_anybody_are_named():
    for state in ("WY", "UT", "UT", "NY"):
        make_listing(state=state)
    assert named(StatePage("CO").nearby) == [("Utah", 2), ("Wyoming", 1)]


def test_where_nobody_is_the_whole_country_is_a_way_on():
    make_listing(state="NY")
    assert [(way.label, way.url, way.total) for way in StatePage("CO").ways] == [
        ("Anywhere in the United States", "/directory/", 1)
    ]


def test_those_who_see_people_there_by_video_are_a_way_on():
    make_listing(state="NY", statements=[("serves", "co")])
    make_listing(state="CO", statements=[("serves", "co")])
    assert [(way.label, way.url, way.total) for way in StatePage("CO").ways] == [
        ("By video in Colorado", "/directory/?serves=co", 2)
    ]
