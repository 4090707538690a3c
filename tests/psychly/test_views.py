import re
from unittest import mock

import pytest
from django.db import OperationalError
from django.test import RequestFactory, override_settings

from directory.models import Listing
from psychly import views
from tests.factories.directory import days_ago, make_listing, make_place


@pytest.mark.django_db
class TestHome:
    def test_it_counts_the_listings_it_shows(self, client):
        for days in (3, 12, 100):
            make_listing(confirmed_on=days_ago(days))
        figures = client.get("/").context["figures"]
        assert (figures["confirmed_90_days"], figures["licenses_checked"]) == (2, 3)
        assert figures["median_days_since_confirmation"] == 12

    def test_with_no_listing_it_says_so_instead_of_a_number(self, client):
        assert "no listings yet" in client.get("/").content.decode()

    def test_with_no_guide_it_says_so(self, client):
        assert "No guide has been published here yet." in client.get("/").content.decode()

    def test_it_says_when_its_figures_count_invented_listings(self, client):
        sentence = "These figures count demonstration listings"
        assert sentence not in client.get("/").content.decode()
        make_listing(is_demonstration=True)
        assert sentence in client.get("/").content.decode()

    def test_its_search_box_asks_the_directory_as_it_stands(self, client):
        make_place(name="Denver", state="CO")
        html = client.get("/").content.decode()
        assert 'action="/directory/" method="get"' in html
        assert re.findall(r'<input[^>]* name="(\w+)"', html) == ["q", "place", "radius"]
        answer = client.get("/directory/", {"q": "", "place": "Denver, CO", "radius": "25"})
        assert 'role="status"' in answer.content.decode()

    def test_it_speaks_of_therapists_and_clinics(self, client):
        assert "therapists and clinics" in client.get("/").content.decode()


@pytest.mark.django_db
class TestFailures:
    def test_an_unknown_address_gets_a_page_with_ways_on(self, client):
        response = client.get("/no-such-page/")
        assert response.status_code == 404
        assert 'href="/directory/"' in response.content.decode()

    def test_a_refused_form_says_what_to_do(self, rf):
        response = views.csrf_failure(rf.post("/"))
        assert (response.status_code, "reload the page" in response.content.decode()) == (403, True)

    def test_a_closed_page_says_so(self, rf):
        assert views.permission_denied(rf.get("/"), PermissionError()).status_code == 403


class TestFailuresWithoutADatabase:
    """No django_db mark: touching the database here is an error."""

    request = RequestFactory().get("/")

    def test_a_malformed_request_gets_a_page(self):
        assert views.bad_request(self.request, ValueError()).status_code == 400

    def test_a_fault_of_ours_gets_a_page_that_names_the_crisis_line(self):
        response = views.server_error(self.request)
        assert response.status_code == 500
        assert "tel:988" in response.content.decode()

    def test_a_database_that_cannot_be_reached_means_come_back_soon(self, client):
        client.raise_request_exception = False
        with mock.patch.object(Listing.objects, "figures", side_effect=OperationalError("down")):
            response = client.get("/")
        assert (response.status_code, response.headers["Retry-After"]) == (503, "30")


class TestStyle:
    @override_settings(DEBUG=True)
    def test_it_shows_every_component_without_a_database(self, rf):
        assert views.style(rf.get("/style/")).status_code == 200

    def test_visitors_do_not_get_it(self, client):
        with mock.patch.object(views, "style_guide") as guide, override_settings(DEBUG=False):
            assert client.get("/style/").status_code == 404
        assert not guide.mock_calls
