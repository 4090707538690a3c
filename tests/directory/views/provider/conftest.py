import pytest
from django.test import Client

from directory.models import OpeningHours, Position
from tests.factories.directory import (
    make_clinician,
    make_draft,
    make_hours,
    make_manager,
    make_offering,
    make_vocabulary,
)


@pytest.fixture
def draft(db):
    """With something of everything, so that every step has something to ask."""
    make_vocabulary()
    listing = make_draft(name="Quiet Rooms", slug="quiet-rooms")
    make_offering(listing, "iv_infusion")
    make_offering(listing, "intranasal_esketamine")
    make_hours(listing, OpeningHours.Weekday.TUESDAY, "09:00", "12:00")
    Position.objects.create(listing=listing, clinician=make_clinician(), title="Physician")
    return listing


@pytest.fixture
def manager(draft):
    return make_manager(draft, name="A. Manager")


@pytest.fixture
def signed_in(manager):
    client = Client()
    client.force_login(manager)
    return client
