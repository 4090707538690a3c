"""Rows follow their listings: each change written by itself comes to the same as writing everything anew."""

import threading
from datetime import date, timedelta
from io import StringIO

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.db import connection, transaction
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from directory.choices import PracticeKind
from directory.models import Listing, Place, Position, SearchRow, SearchVersion, Statement
from directory.search import live
from directory.search.query import Query
from tests.factories.directory import (
    days_ago,
    make_clinician,
    make_draft,
    make_license,
    make_listing,
    make_offering,
    make_place,
)

THERAPIST = PracticeKind.THERAPIST


def found(day=None):
    return {hit.listing_id for hit in live.search(Query(today=day or timezone.localdate(), limit=1000)).hits}


def prescribes_at(listing, *, prescribes=True, **license_fields):
    clinician = make_clinician()
    make_license(clinician, **{"jurisdiction": listing.state, **license_fields})
    Position.objects.create(clinician=clinician, listing=listing, prescribes=prescribes)
    SearchRow.objects.write([listing.pk])
    return clinician


def rows():
    fields = [field.attname for field in SearchRow._meta.concrete_fields if field.attname != "version"]
    return {values[0]: (*values[1:],) for values in SearchRow.objects.order_by("pk").values_list(*fields)}


class VisibilityTests(TestCase):
    def assert_agree(self, days=range(-40, 200)):
        for day in (timezone.localdate() + timedelta(days=days) for days in days):
            self.assertEqual(found(day), set(Listing.objects.visible(on=day).values_list("pk", flat=True)), day)

    def test_the_index_and_the_queryset_agree_on_every_day(self):
        make_listing()
        make_listing(confirmed_on=days_ago(90))
        make_listing(confirmed_on=days_ago(121))
        make_listing(practice_kind=THERAPIST, prescriber=False)
        make_listing(prescriber=False)
        make_listing(status="suspended")
        make_listing(status="temporarily_closed")
        make_listing(status="closed", closed_on=days_ago(1))
        make_draft(confirmed_on=days_ago(1), consent_at=timezone.now())
        self.assert_agree()

    def test_they_agree_about_licenses(self):
        nobody = [make_listing(prescriber=False) for _ in range(13)]
        prescribes_at(nobody[0], expires_on=days_ago(-20))
        prescribes_at(nobody[1], expires_on=days_ago(20))
        prescribes_at(nobody[2], jurisdiction="NY")
        prescribes_at(nobody[3], prescribes=False)
        prescribes_at(nobody[4], status="suspended")
        prescribes_at(nobody[5], status="probation")
        prescribes_at(nobody[6], expires_on=days_ago(5))
        make_license(prescribes_at(nobody[6], expires_on=days_ago(-7)), expires_on=days_ago(-9))
        twice = prescribes_at(nobody[7])
        Position.objects.create(clinician=twice, listing=nobody[8], prescribes=False)
        make_license(prescribes_at(nobody[9]), status="revoked", expires_on=None)
        make_license(prescribes_at(nobody[10]), jurisdiction="NY", status="revoked", expires_on=None)
        make_license(prescribes_at(nobody[11], expires_on=days_ago(-60)), expires_on=days_ago(-30))
        make_license(prescribes_at(nobody[12]), status="suspended")
        prescribes_at(nobody[12], expires_on=days_ago(-45))
        SearchRow.objects.write([listing.pk for listing in nobody])
        self.assert_agree()

    def test_it_is_shown_for_120_days_and_recent_for_90(self):
        listing = make_listing(confirmed_on=timezone.localdate())
        for days, recent in ((0, True), (90, True), (91, False), (120, False)):
            (hit,) = live.search(Query(today=days_ago(-days))).hits
            self.assertEqual((hit.listing_id, hit.is_recently_confirmed), (listing.pk, recent), days)
        self.assertEqual(found(days_ago(-121)), set())

    def test_time_alone_hides_it(self):
        make_listing(confirmed_on=date(2026, 11, 1))
        with time_machine.travel("2027-03-01 12:00"):
            self.assertEqual(len(found()), 1)
        with time_machine.travel("2027-03-02 12:00"):
            self.assertEqual(len(found()), 0)

    def test_what_the_public_may_not_see_disappears(self):
        editor = get_user_model().objects.create_user("editor@example.com")
        listing = make_listing()
        self.assertEqual(found(), {listing.pk})
        listing.suspend(by=editor, reason="The phone rings elsewhere.")
        self.assertEqual(found(), set())

    def test_a_deleted_listing_disappears(self):
        listing, other = make_listing(), make_listing()
        pk = listing.pk
        listing.delete()
        SearchRow.objects.write([pk])
        self.assertEqual(found(), {other.pk})


class RowTests(TestCase):
    def test_a_row_holds_what_the_listing_says(self):
        listing = make_listing(name="Álamo  Clinic!", confirmed_on=days_ago(3), routes=())
        make_offering(listing, "iv_infusion", price_session_min_usd=450, prices_as_of=days_ago(3))
        make_offering(listing, "im_injection", price_session_min_usd=300, prices_as_of=days_ago(3))
        SearchRow.objects.write([listing.pk])
        row = SearchRow.objects.get(pk=listing.pk)
        self.assertEqual((row.name_key, row.price_usd, row.confirmed_on), ("alamo clinic", 300, days_ago(3)))
        self.assertEqual((row.latitude, row.longitude), (listing.latitude, listing.longitude))

    def test_it_knows_whether_it_is_a_demonstration(self):
        real, invented = make_listing(), make_listing(is_demonstration=True)
        known = dict(SearchRow.objects.values_list("pk", "is_demonstration"))
        self.assertEqual(known, {real.pk: False, invented.pk: True})

    def test_its_place_in_the_shuffle_is_drawn_once(self):
        listing = make_listing()
        drawn = SearchRow.objects.get(pk=listing.pk).shuffle
        SearchRow.objects.write([listing.pk])
        SearchRow.objects.rebuild()
        self.assertEqual(SearchRow.objects.get(pk=listing.pk).shuffle, drawn)

    def test_each_write_has_the_next_number(self):
        one, other = make_listing(), make_listing()
        number = SearchVersion.objects.get().number
        SearchRow.objects.write([one.pk])
        self.assertEqual(SearchRow.objects.get(pk=one.pk).version, number + 1)
        self.assertEqual(SearchRow.objects.get(pk=other.pk).version, number)

    def test_versions_are_told_of_those_that_have_a_row(self):
        one, other = make_listing(), make_listing()
        known = {pk: SearchRow.objects.get(pk=pk).version for pk in (one.pk, other.pk)}
        self.assertEqual(dict(SearchRow.objects.versions_of([one.pk, other.pk, other.pk + 1])), known)
        self.assertEqual(SearchRow.objects.versions_of([]), [])

    def test_nothing_to_write_changes_nothing(self):
        SearchRow.objects.write([])
        self.assertFalse(SearchVersion.objects.exists())

    def test_a_listing_that_never_was_gets_no_row(self):
        SearchRow.objects.write([4711])
        self.assertFalse(SearchRow.objects.exists())

    def test_the_number_of_queries_does_not_grow_with_the_listings(self):
        pks = [make_listing().pk for _ in range(6)]
        with CaptureQueriesContext(connection) as for_two:
            SearchRow.objects.write(pks[:2])
        with self.assertNumQueries(len(for_two)):
            SearchRow.objects.write(pks)


class CityTests(TestCase):
    def city_of(self, listing):
        return SearchRow.objects.get(pk=listing.pk).city_id

    def test_it_is_the_place_of_that_name_in_that_state(self):
        make_place(name="Saint Louis", state="MN")
        city = make_place(name="Saint Louis", state="MO")
        make_place(Place.Kind.COUNTY, name="St. Louis", state="MO", slug="saint-louis-county")
        self.assertEqual(self.city_of(make_listing(city="St. Louis", state="MO")), city.pk)

    def test_a_name_that_the_table_lacks_is_no_city(self):
        self.assertIsNone(self.city_of(make_listing(city="Nowhereville")))

    def test_who_sees_people_by_video_only_is_in_no_city(self):
        make_place()
        self.assertIsNone(self.city_of(make_listing(by_video_only=True)))

    def test_of_two_namesakes_it_is_the_nearer(self):
        north = make_place(name="Gurley", state="AL", slug="gurley-madison-county", latitude=34.70, population=788)
        south = make_place(name="Gurley", state="AL", slug="gurley-blount-county", latitude=33.78, population=886)
        gurley = {"city": "Gurley", "state": "AL", "longitude": -104.98}
        self.assertEqual(self.city_of(make_listing(latitude=34.69, **gurley)), north.pk)
        self.assertEqual(self.city_of(make_listing(latitude=33.79, **gurley)), south.pk)

    def test_of_two_namesakes_without_a_point_it_is_the_larger(self):
        make_place(name="Gurley", slug="gurley-madison-county", population=788)
        larger = make_place(name="Gurley", slug="gurley-blount-county", population=886)
        self.assertEqual(self.city_of(make_listing(city="Gurley", latitude=None, longitude=None)), larger.pk)

    def test_it_follows_the_places(self):
        listing, other = make_listing(city="Denver"), make_listing(city="Boulder")
        version = SearchRow.objects.get(pk=other.pk).version
        place = make_place(name="Denver")
        SearchRow.objects.write_around([place])
        self.assertEqual(self.city_of(listing), place.pk)
        place.delete()
        SearchRow.objects.write_around([place])
        self.assertIsNone(self.city_of(listing))
        self.assertEqual(SearchRow.objects.get(pk=other.pk).version, version)


class RebuildTests(TestCase):
    def setUp(self):
        self.listings = [make_listing(), make_listing(statements=[("language", "es")]), make_draft()]
        self.listings[0].confirm(by=get_user_model().objects.create_user("a@example.com"), on=days_ago(2))
        Statement.objects.filter(listing=self.listings[1], term__facet="condition").delete()
        self.listings[1].index()
        self.listings[2].index()

    def test_rebuilding_comes_to_the_same_as_the_changes_one_by_one(self):
        before = rows()
        SearchRow.objects.rebuild()
        self.assertEqual(rows(), before)

    def test_it_comes_to_the_same_on_a_later_day(self):
        prescribes_at(self.listings[0], expires_on=days_ago(-5))
        before = rows()
        with time_machine.travel(timezone.now() + timedelta(days=400)):
            SearchRow.objects.rebuild()
        self.assertEqual(rows(), before)

    def test_it_mends_rows_that_are_wrong_missing_or_orphaned(self):
        before = rows()
        SearchRow.objects.filter(pk=self.listings[0].pk).update(price_usd=1, terms=b"", live_until=None)
        SearchRow.objects.create(listing_id=999_999, shuffle=1, version=1, live_until=days_ago(-9), terms=b"")
        SearchRow.objects.rebuild()
        self.assertEqual(rows(), before)

    def test_the_command_says_how_many_and_makes_everybody_load(self):
        epoch = SearchVersion.objects.get().epoch
        said = StringIO()
        call_command("rebuild_search", stdout=said)
        self.assertIn("3 listings", said.getvalue())
        self.assertIn("0 guides", said.getvalue())
        self.assertNotEqual(SearchVersion.objects.get().epoch, epoch)


@pytest.mark.usefixtures("as_on_a_real_site")
def test_who_writes_last_has_seen_what_the_others_changed():
    listing = make_listing(confirmed_on=days_ago(9))
    waiting = threading.Thread(target=write, args=[listing.pk])
    with transaction.atomic():
        SearchRow.objects.write([listing.pk])
        waiting.start()
        waiting.join(0.5)
        assert waiting.is_alive()
        Listing.objects.filter(pk=listing.pk).update(confirmed_on=days_ago(1))
    waiting.join(10)
    row = SearchRow.objects.get(pk=listing.pk)
    assert (row.confirmed_on, row.version) == (days_ago(1), SearchVersion.objects.get().number)


def write(pk):
    SearchRow.objects.write([pk])
    connection.close()
