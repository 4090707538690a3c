import pytest
import time_machine
from django.test import RequestFactory, override_settings

from directory.etags import page_etag
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


@override_settings(DEBUG=True)
def test_while_the_site_is_being_written_there_is_none():
    assert etag() is None
