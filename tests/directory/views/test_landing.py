"""The pages of states and cities as a reader gets them."""

import json
import re

import pytest
import time_machine
from django.test import Client

from directory.models import Place
from tests.directory.views.reading import names, page, text
from tests.factories.directory import days_ago, make_listing, make_place, state_that

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
STATE, CITY = "/directory/in/co/", "/directory/in/co/denver/"


@pytest.fixture(autouse=True)
def denver():
    make_place(name="Denver", county="Denver County", latitude=39.74, longitude=-104.98)
    make_place(name="Springfield", state="IL", latitude=39.80, longitude=-89.64)


def graph(html):
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    return {part["@type"]: part for part in json.loads(data)["@graph"]}


class TestAddresses:
    @pytest.mark.parametrize(
        ("asked", "canonical"),
        [
            ("/directory/in/CO/", STATE),
            ("/directory/in/colorado/", STATE),
            ("/directory/in/Colorado/", STATE),
            ("/directory/in/new-york/", "/directory/in/ny/"),
            ("/directory/in/co/Denver/", CITY),
            ("/directory/in/CO/denver/", CITY),
            ("/directory/in/colorado/denver/", CITY),
            ("/directory/in/co/denver-denver-county/", CITY),
        ],
    )
    def test_each_page_has_one_and_others_lead_there_for_good(self, asked, canonical):
        response = Client().get(asked)
        assert (response.status_code, response.headers["Location"]) == (301, canonical)

    @pytest.mark.parametrize(
        "asked", ["/directory/in/", "/directory/in/zz/", "/directory/in/co/nowhere/", "/directory/in/zz/denver/"]
    )
    def test_what_is_no_place_is_not_there(self, asked):
        assert Client().get(asked).status_code == 404

    @pytest.mark.parametrize("address", [STATE, CITY])
    def test_parameters_make_no_other_page(self, address):
        assert f'<link rel="canonical" href="{SITE}{address}">' in page(address + "?utm_source=letter")

    def test_namesakes_have_their_county(self):
        for county in ("Blount County", "Madison County"):
            slug = f"gurley-{county.lower().replace(' ', '-')}"
            make_place(name="Gurley", state="AL", slug=slug, county=county, population=len(county))
        html = page("/directory/in/al/gurley-blount-county/")
        assert "in Gurley, AL (Blount County)</h1>" in html
        assert 'href="/directory/in/al/gurley-madison-county/"' in html
        response = Client().get("/directory/in/al/gurley/")
        assert response.headers["Location"] == "/directory/in/al/gurley-madison-county/"


class TestWhatTheySay:
    def test_a_state_is_described_by_its_figures(self):
        listing = make_listing(routes=["intranasal_esketamine"], accepting="newpt", confirmed_on=days_ago(3))
        state_that(listing, "language", "es")
        listing.index()
        make_listing(accepting="nopt", confirmed_on=days_ago(12))
        words = text(page(STATE))
        assert "2 therapists and clinics are listed in Colorado." in words
        assert "1 offers IV infusion and 1 esketamine nasal spray (Spravato)." in words
        assert "None of them states a price." in words
        assert "1 is taking new patients." in words
        assert "1 can see you in Es, directly or through an interpreter." in words
        assert "Half were confirmed within the last 3 days." in words

    def test_a_city_says_how_many_are_in_it(self):
        make_listing(city="Denver")
        make_listing(city="Lakewood")
        words = text(page(CITY))
        assert "2 therapists and clinics are listed within 25 miles of Denver, CO." in words
        assert "1 of them has its address in Denver itself." in words

    @pytest.mark.parametrize("address", [STATE, CITY])
    def test_search_engines_read_the_same_in_short(self, address):
        make_listing()
        html = page(address)
        assert re.search(
            r"<title>Therapists and clinics for ketamine treatment in (Colorado|Denver, CO) · Psychly<", html
        )
        assert '<meta name="description" content="1 therapist or clinic is listed ' in html

    def test_they_list_in_the_published_order_and_lead_to_the_whole_search(self):
        make_listing(name="Stale", confirmed_on=days_ago(100))
        make_listing(name="Fresh")
        for address, place in ((STATE, "Colorado"), (CITY, "Denver%2C+CO")):
            html = page(address)
            assert names(html) == ["Fresh", "Stale"]
            assert f'<a class="button" href="/directory/?place={place}">' in html

    def test_more_than_a_page_says_so(self):
        for _ in range(21):
            make_listing()
        html = page(STATE)
        assert "The first 20 of 21 providers" in html
        assert "See all 21 providers" in html
        assert len(names(html)) == 20

    def test_they_stay_true_as_days_go_by(self):
        with time_machine.travel("2026-11-01 12:00"):
            make_listing(confirmed_on=days_ago(0))
            assert "It was confirmed today." in page(STATE)
        with time_machine.travel("2026-11-05 12:00"):
            assert "It was confirmed 4 days ago." in page(STATE)

    def test_hidden_listings_are_not_counted(self):
        make_listing(confirmed_on=days_ago(121))
        make_listing(status="suspended")
        assert "No therapist or clinic is listed in Colorado." in page(STATE)

    def test_demonstrations_are_shown_as_what_they_are(self):
        make_listing(is_demonstration=True)
        html = page(CITY)
        assert "These are demonstration listings." in html
        assert "Demonstration listing<" in html
        make_listing()
        assert "emonstration" in page(CITY)


class TestNobody:
    def test_a_state_without_anybody_has_ways_on(self):
        make_listing(state="WY")
        make_listing(state="NY", statements=[("serves", "co")])
        html = page(STATE)
        assert "No therapist or clinic is listed in Colorado." in html
        assert '<a href="/directory/in/wy/">Wyoming</a> <span class="numeric">1</span>' in html
        assert '<a href="/directory/?serves=co">By video in Colorado</a>: 1 provider' in html
        assert '<a href="/directory/">Anywhere in the United States</a>: 2 providers' in html
        assert 'href="/articles/ketamine-iv-infusions/#getting-started"' in html
        assert "the Suicide and Crisis Lifeline, at any hour" in html

    def test_a_city_without_anybody_shows_the_nearest(self):
        make_listing(name="Quiet Harbor", city="Boise", state="ID", latitude=43.6, longitude=-116.2)
        html = page(CITY)
        assert "The nearest is about 637 miles away, in Boise, ID" in html
        assert names(html) == ["Quiet Harbor"]
        assert "the Suicide and Crisis Lifeline, at any hour" in html

    def test_an_empty_directory_is_no_mistake(self):
        assert "No therapist or clinic is listed" in page(STATE)
        assert "No therapist or clinic is listed" in page(CITY)


class TestForMachines:
    def test_the_way_there_and_the_list_are_data_too(self):
        make_listing(name="Quiet Harbor", slug="quiet-harbor")
        make_listing(is_demonstration=True)
        data = graph(page(CITY))
        assert [(step["name"], step["item"]) for step in data["BreadcrumbList"]["itemListElement"]] == [
            ("Home", f"{SITE}/"),
            ("Find a provider", f"{SITE}/directory/"),
            ("Colorado", SITE + STATE),
            ("Denver", SITE + CITY),
        ]
        assert [(item["name"], item["url"]) for item in data["ItemList"]["itemListElement"]] == [
            ("Quiet Harbor", f"{SITE}/directory/quiet-harbor/")
        ]

    def test_demonstrations_are_never_data(self):
        make_listing(is_demonstration=True)
        assert graph(page(STATE)).keys() == {"BreadcrumbList"}


class TestForCaches:
    @pytest.mark.parametrize("address", [STATE, CITY])
    def test_a_page_that_is_the_same_is_not_sent_again(self, address):
        make_listing()
        response = Client().get(address)
        assert not response.cookies
        assert Client().get(address, headers={"If-None-Match": response.headers["ETag"]}).status_code == 304
        make_listing()
        assert Client().get(address, headers={"If-None-Match": response.headers["ETag"]}).status_code == 200

    @pytest.mark.parametrize("address", [STATE, CITY])
    def test_they_are_only_read(self, address):
        assert Client().post(address).status_code == 405
        assert Client().head(address).status_code == 200

    @pytest.mark.parametrize("address", [STATE, CITY])
    def test_the_number_of_queries_does_not_grow(self, address, django_assert_max_num_queries):
        make_place(name="Arvada")
        make_listing(city="Arvada")
        page(address)
        with django_assert_max_num_queries(30) as one:
            page(address)
        number = len(one)
        for name in ("Aurora", "Boulder", "Golden"):
            make_place(name=name)
            make_listing(city=name)
        with django_assert_max_num_queries(number):
            page(address)


class TestWaysToThem:
    def test_a_search_for_a_state_or_a_city_leads_to_its_page(self):
        make_place(Place.Kind.STATE, name="Colorado", slug="co")
        make_listing()
        assert f'href="{STATE}">About providers in Colorado</a>' in page("/directory/?place=CO")
        assert f'href="{CITY}">About providers in and around Denver, CO</a>' in page("/directory/?place=Denver")
        assert "About providers" not in page("/directory/?route=iv_infusion")

    def test_the_search_without_a_question_names_the_states(self):
        make_listing()
        make_listing(state="NY")
        html = page("/directory/")
        assert f'<a href="{STATE}">Colorado</a> <span class="numeric">1</span>' in html
        assert html.index(STATE) < html.index("/directory/in/ny/")
        assert "By state" not in page("/directory/?route=iv_infusion")

    def test_a_listing_leads_to_its_city_and_its_state(self):
        make_listing(slug="quiet-harbor", city="Denver")
        html = page("/directory/quiet-harbor/")
        assert f'<a href="{CITY}">Denver</a>' in html
        assert f'<a href="{STATE}">Colorado</a>' in html


class TestMap:
    def test_it_shows_whom_the_list_shows(self):
        make_place(Place.Kind.STATE, name="Colorado", state="CO", slug="co", latitude=39.0, longitude=-105.5)
        make_listing(name="Quiet Harbor")
        for address in (STATE, CITY):
            html = page(address)
            assert '<aside class="landing-map" aria-label="Map">' in html
            assert 'href="#result-1"' in html
            assert 'id="result-1"' in html

    def test_a_city_has_the_pins_of_its_list(self):
        make_listing(name="Quiet Harbor")
        html = page(CITY)
        assert '<title id="map-title">Map: 1 provider within 25 miles of Denver, CO</title>' in html
        assert 'href="#result-1"><title>1: Quiet Harbor, about here</title>' in html
        assert '<a class="map-skip" href="#listings">' in html
        assert "css/map.css" in html
        assert "js/map.js" in html

    def test_a_state_with_more_than_a_page_has_numbers_that_lead_to_searches(self, monkeypatch):
        monkeypatch.setattr("directory.landing.state.PAGE_SIZE", 1)
        Place.objects.filter(name="Denver").update(population=700_000)
        make_listing()
        make_listing()
        html = page(STATE)
        assert 'class="map-cluster" href="/directory/?place=Denver%2C+CO&amp;radius=10"' in html
        assert "js/map.js" not in html

    @pytest.mark.parametrize("address", [STATE, CITY])
    def test_where_nobody_is_there_is_none(self, address):
        html = page(address)
        assert "map-" not in html
        assert "map.css" not in html
