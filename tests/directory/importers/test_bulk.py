from datetime import date, time

import pytest

from directory.importers.bulk import insert
from directory.models import Check, Listing, OpeningHours
from tests.factories.directory import make_listing

pytestmark = pytest.mark.django_db


def test_rows_are_as_if_each_had_been_saved():
    listing = make_listing()
    day = {"listing_id": listing.pk, "weekday": 2, "opens_at": time(9, 30), "closes_at": time(17)}
    insert(OpeningHours, [day, {**day, "weekday": 3, "note": "By phone:\ta “tab”\nand a line"}])
    saved = listing.hours.values_list("weekday", "opens_at", "closes_at", "note")
    assert list(saved) == [
        (2, time(9, 30), time(17), ""),
        (3, time(9, 30), time(17), "By phone:\ta “tab”\nand a line"),
    ]


def test_what_a_row_leaves_out_has_its_default():
    listing = make_listing()
    row = Check(listing=listing, claim="price", method=Check.Method.WEBSITE, result=Check.Result.CONFIRMED)
    row.checked_on, row.recorded_at = date(2026, 3, 1), listing.created_at
    insert(Check, [vars(row)])
    kept = Check.objects.get(listing=listing)
    assert (kept.method, kept.result, kept.checked_on) == (
        Check.Method.WEBSITE,
        Check.Result.CONFIRMED,
        date(2026, 3, 1),
    )
    assert (kept.recorded_at, kept.valid_until, kept.public_note) == (listing.created_at, None, "")


def test_every_kind_of_field_comes_back_as_it_went_in():
    listing = make_listing(phone="+12125550123", min_age=18, latitude=40.1)
    listing.pk, listing.slug = None, "another"
    insert(Listing, [vars(listing)])
    kept = Listing.objects.get(slug="another")
    for field in Listing._meta.concrete_fields:
        if not field.primary_key:
            assert getattr(kept, field.attname) == getattr(listing, field.attname), field.name


def test_nothing_to_write_is_no_question():
    insert(OpeningHours, [])
    assert not OpeningHours.objects.exists()
