"""Suggestions of places, as the script of the place field asks for them."""

import logging
import string

import pytest
from django.test import Client
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from directory.models import Place
from psychly.logs import JsonFormatter
from tests.factories.directory import make_place

pytestmark = pytest.mark.django_db

ADDRESS = "/directory/places/"


@pytest.fixture
def places():
    make_place(population=715_522)
    make_place(name="Denton", state="TX", population=139_869)
    make_place(Place.Kind.STATE, name="Colorado")
    make_place(Place.Kind.COUNTY, name="Denver County")
    make_place(Place.Kind.ZIP, zip5="80202")


def suggested(text):
    response = Client().get(ADDRESS, {"q": text})
    assert response.status_code == 200
    return response.json()


def test_each_place_has_a_value_a_label_and_a_kind(places):
    assert suggested("den") == {
        "places": [
            {"value": "Denver, CO", "label": "Denver, CO", "kind": "city"},
            {"value": "Denton, TX", "label": "Denton, TX", "kind": "city"},
            {"value": "Denver County, CO", "label": "Denver County, CO", "kind": "county"},
        ]
    }
    assert suggested("802") == {"places": [{"value": "80202", "label": "80202 (Denver, CO)", "kind": "zip"}]}
    assert suggested("color")["places"] == [{"value": "Colorado", "label": "Colorado", "kind": "state"}]


@pytest.mark.parametrize("address", [ADDRESS, f"{ADDRESS}?q=", f"{ADDRESS}?q=xqzt", f"{ADDRESS}?query=den"])
def test_what_finds_nothing_is_an_empty_list(places, client, address):
    assert client.get(address).json() == {"places": []}


@given(text=st.text(string.printable + "é\x00\U0001f600", max_size=200))
@example("x" * 5000)
@example("%00%ff")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_breaks_it(places, text):
    assert set(suggested(text)) == {"places"}


def test_it_may_be_kept_for_an_hour_by_anybody_and_is_no_page_for_search_engines(places, client):
    response = client.get(ADDRESS, {"q": "den"})
    assert response.headers["Cache-Control"] == "public, max-age=3600"
    assert response.headers["Content-Type"] == "application/json"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_what_has_not_changed_is_not_sent_again(places, client):
    response = client.get(ADDRESS, {"q": "den"})
    again = client.get(ADDRESS, {"q": "den"}, headers={"If-None-Match": response.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Cache-Control"] == "public, max-age=3600"
    assert client.get(ADDRESS, {"q": "dent"}).headers["ETag"] != response.headers["ETag"]


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_it_is_only_read(client, method):
    assert getattr(client, method)(ADDRESS).status_code == 405


def test_what_was_typed_is_not_written_down(places, client, caplog):
    with caplog.at_level(logging.INFO):
        client.get(ADDRESS, {"q": "canary-veterans"})
    lines = [JsonFormatter().format(record) for record in caplog.records]
    assert any('"route": "directory/places/"' in line for line in lines)
    assert not any("canary" in line for line in lines)


def test_a_second_letter_asks_the_database_for_nothing_about_names(places, client, django_assert_num_queries):
    client.get(ADDRESS, {"q": "de"})
    with django_assert_num_queries(0):
        client.get(ADDRESS, {"q": "den"})
