import pytest
import time_machine
from django.test import RequestFactory, override_settings

from directory.etags import data_etag, page_etag
from directory.models.vocabulary import GUIDE_SLUG
from tests.factories.articles import make_edition
from tests.factories.directory import make_listing

pytestmark = pytest.mark.django_db


def etag(address="/directory/"):
    return page_etag(RequestFactory().get(address))


def test_it_stays_while_nothing_changes():
    make_listing()
    assert etag() == etag()


def test_it_tells_addresses_apart_and_shows_no_place():
    assert etag("/directory/?place=Denver") != etag("/directory/?place=Reno")
    assert "Denver" not in etag("/directory/?place=Denver")


def test_it_changes_with_every_listing():
    before = etag()
    make_listing()
    assert etag() != before


def test_it_changes_at_midnight():
    with time_machine.travel("2026-11-23 23:59:00-05:00"):
        before = etag()
    with time_machine.travel("2026-11-24 00:01:00-05:00"):
        assert etag() != before


def test_it_changes_with_what_the_guide_says_and_that_of_the_data_does_not():
    request = RequestFactory().get("/directory/")
    before = page_etag(request), data_etag(request)
    make_edition(slug=GUIDE_SLUG)
    assert page_etag(request) != before[0]
    assert data_etag(request) == before[1]


@override_settings(DEBUG=True)
def test_while_the_site_is_being_written_there_is_none():
    assert etag() is None
    assert data_etag(RequestFactory().get("/directory/")) is None
