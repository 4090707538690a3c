import csv
import gzip
import io

import pytest
from django.core.management import CommandError, call_command
from django.test import TestCase

from directory.importers.places import COLUMNS, IDENTITY, FaultyFile, fingerprint, save
from directory.models import Place, SearchRow, SearchVersion
from tests.factories.directory import make_listing, make_place

DENVER = ["city", "CO", "denver", "Denver", "Denver County", "", 39.74, -104.98, 715522, "America/Denver", 5419384, 0]
GURLEY = [
    "city",
    "AL",
    "gurley-blount-county",
    "Gurley",
    "Blount County",
    "",
    34.1,
    -86.5,
    800,
    "America/Chicago",
    1,
    0,
]
COUNTY = [
    "county",
    "CO",
    "denver-county",
    "Denver County",
    "Denver County",
    "",
    39.7,
    -104.9,
    0,
    "America/Denver",
    "",
    0,
]
STATE = ["state", "CO", "co", "Colorado", "", "", 39.0, -105.5, 0, "America/Denver", "", 0]
ZIP = ["zip", "CO", "80202", "Denver", "Denver County", "80202", 39.75, -105.0, 0, "America/Denver", "", 1]
SAMPLE = [DENVER, GURLEY, COUNTY, STATE, ZIP]


def changed(row, **values):
    return [values.get(column, cell) for column, cell in zip(COLUMNS, row, strict=True)]


@pytest.fixture
def folder(request, tmp_path):
    request.cls.folder = tmp_path


@pytest.mark.usefixtures("folder")
class LoadingTestCase(TestCase):
    def file(self, *rows, columns=COLUMNS, packed=True):
        text = io.StringIO()
        csv.writer(text).writerows([columns, *rows])
        path = self.folder / "places.csv.gz"
        path.write_bytes(gzip.compress(text.getvalue().encode()) if packed else text.getvalue().encode())
        return path

    def load(self, *rows):
        report = save(self.file(*rows))
        return {name: number for name, number in vars(report).items() if number}


class LoadPlacesTests(LoadingTestCase):
    def test_every_row_becomes_a_place(self):
        self.assertEqual(self.load(*SAMPLE), {"created": 5})
        denver = Place.objects.get(kind="city", state="CO")
        self.assertEqual((denver.name, denver.county, denver.population), ("Denver", "Denver County", 715522))
        self.assertEqual((denver.latitude, denver.longitude, denver.geonameid), (39.74, -104.98, 5419384))

    def test_what_is_derived_is_written_too(self):
        self.load(*SAMPLE)
        zip_code = Place.objects.get(kind="zip")
        self.assertEqual((zip_code.key, zip_code.zip5, zip_code.is_approximate), ("denver", "80202", True))
        self.assertEqual(Place.objects.get(kind="state").geonameid, None)

    def test_a_second_run_changes_nothing(self):
        self.load(*SAMPLE)
        before = list(Place.objects.order_by("pk").values())
        self.assertEqual(self.load(*SAMPLE), {"unchanged": 5})
        self.assertEqual(list(Place.objects.order_by("pk").values()), before)

    def test_a_second_run_writes_nothing(self):
        path = self.file(*SAMPLE)
        save(path)
        with self.assertNumQueries(3):  # savepoint, what is there, release
            save(path)

    def test_what_the_file_changed_is_updated_in_place(self):
        self.load(*SAMPLE)
        pk = Place.objects.get(slug="denver").pk
        self.assertEqual(self.load(changed(DENVER, population=716000), *SAMPLE[1:]), {"updated": 1, "unchanged": 4})
        self.assertEqual(Place.objects.get(slug="denver").population, 716000)
        self.assertEqual(Place.objects.get(slug="denver").pk, pk)

    def test_what_left_the_file_goes(self):
        self.load(*SAMPLE)
        self.assertEqual(self.load(*SAMPLE[1:]), {"unchanged": 4, "removed": 1})
        self.assertFalse(Place.objects.filter(slug="denver").exists())

    def test_who_keeps_places_in_memory_hears_of_it(self):
        for rows in (SAMPLE, [changed(DENVER, population=716000), *SAMPLE[1:]], SAMPLE[1:]):
            before = SearchVersion.objects.values_list("places_number", flat=True).first()
            self.load(*rows)
            self.assertNotEqual(SearchVersion.objects.get().places_number, before)

    def test_a_file_with_a_fault_loads_nothing(self):
        self.load(*SAMPLE)
        with self.assertRaises(FaultyFile):
            self.load(changed(DENVER, population=1), changed(ZIP, latitude="north"))
        self.assertEqual(Place.objects.get(slug="denver").population, 715522)


class ListingsOfPlacesTests(LoadingTestCase):
    def test_listings_are_in_the_cities_that_were_loaded_after_them(self):
        listing = make_listing(city="Denver", state="CO")
        self.load(*SAMPLE)
        row = SearchRow.objects.get(pk=listing.pk)
        self.assertEqual(row.city_id, Place.objects.get(slug="denver").pk)

    def test_and_no_longer_in_those_that_are_gone(self):
        self.load(*SAMPLE)
        listing = make_listing(city="Denver", state="CO")
        self.load(*SAMPLE[1:])
        self.assertIsNone(SearchRow.objects.get(pk=listing.pk).city_id)


class WhatStaffChangedTests(LoadingTestCase):
    def setUp(self):
        self.load(*SAMPLE)
        self.denver = Place.objects.get(slug="denver")

    def test_it_is_left_and_named(self):
        self.denver.latitude = 39.7
        self.denver.save()
        report = save(self.file(changed(DENVER, population=1), *SAMPLE[1:]))
        self.assertEqual(list(report.left), [self.denver])
        self.denver.refresh_from_db()
        self.assertEqual((self.denver.latitude, self.denver.population), (39.7, 715522))

    def test_it_is_named_even_while_the_file_stays_the_same(self):
        self.denver.name = "Denver City"
        self.denver.save()
        report = save(self.file(*SAMPLE))
        self.assertEqual((report.unchanged, list(report.left)), (4, [self.denver]))

    def test_it_stays_when_the_file_drops_it(self):
        self.denver.population = 1
        self.denver.save()
        self.assertEqual(self.load(*SAMPLE[1:]), {"unchanged": 4, "left": [self.denver]})
        self.assertTrue(Place.objects.filter(pk=self.denver.pk).exists())

    def test_what_they_change_back_is_the_files_again(self):
        for latitude in (39.7, 39.74):
            self.denver.latitude = latitude
            self.denver.save()
        self.assertEqual(self.load(changed(DENVER, population=1), *SAMPLE[1:]), {"updated": 1, "unchanged": 4})

    def test_what_they_added_is_none_of_the_files_business(self):
        make_place(name="Boulder")
        self.assertEqual(self.load(*SAMPLE), {"unchanged": 5})

    def test_what_they_added_before_the_file_did_stays_theirs(self):
        boulder = make_place(name="Boulder")
        self.assertEqual(
            self.load(*SAMPLE, changed(DENVER, slug="boulder", name="Boulder")), {"unchanged": 5, "left": [boulder]}
        )


class FaultyFileTests(LoadingTestCase):
    def refusal(self, *rows, **options):
        with self.assertRaises(FaultyFile) as caught:
            save(self.file(*rows, **options))
        self.assertFalse(Place.objects.exists())
        return str(caught.exception)

    def test_the_line_is_named(self):
        self.assertIn(
            "Line 3: could not convert string to float: 'north'", self.refusal(DENVER, changed(ZIP, latitude="north"))
        )

    def test_a_row_of_another_width_is_refused(self):
        self.assertIn("Line 2", self.refusal(DENVER[:-1]))

    def test_other_columns_are_refused(self):
        self.assertIn("Line 1: the columns must be kind,", self.refusal(columns=COLUMNS[::-1]))

    def test_one_place_twice_is_refused(self):
        self.assertIn("Line 3: city CO denver is there already", self.refusal(DENVER, changed(DENVER, population=1)))

    def test_a_broken_rule_is_named(self):
        self.assertIn("place_latitude_is_on_the_globe", self.refusal(changed(DENVER, latitude=91)))

    def test_a_file_that_is_not_packed_is_refused(self):
        self.assertIn("Not a gzipped file", self.refusal(DENVER, packed=False))

    def test_half_a_file_is_refused(self):
        path = self.file(*SAMPLE * 200)
        path.write_bytes(path.read_bytes()[:200])
        with self.assertRaises(FaultyFile):
            save(path)


class LoadPlacesCommandTests(LoadingTestCase):
    def call(self, path):
        out = io.StringIO()
        call_command("load_places", path, stdout=out)
        return out.getvalue()

    def test_it_counts_what_it_did(self):
        self.assertEqual(
            self.call(self.file(*SAMPLE)),
            "Places: 5 created, 0 updated, 0 unchanged, 0 removed, 0 left as staff changed them.\n",
        )

    def test_it_names_what_it_left(self):
        self.call(self.file(*SAMPLE))
        Place.objects.filter(kind="zip").update(latitude=40)
        self.assertIn("  Left as staff changed it: 80202 (Denver, CO).\n", self.call(self.file(*SAMPLE)))

    def test_a_faulty_file_is_one_sentence_and_no_traceback(self):
        with self.assertRaisesMessage(CommandError, "Nothing was loaded from places.csv.gz. Line 2: "):
            self.call(self.file(["?"]))

    def test_a_missing_file_is_one_sentence_too(self):
        with self.assertRaisesMessage(CommandError, "nowhere.gz cannot be read: No such file or directory."):
            self.call(self.folder / "nowhere.gz")


def test_a_fingerprint_tells_apart_what_joins_to_the_same_words():
    assert fingerprint(("ab", "c")) != fingerprint(("a", "bc"))


def test_a_place_is_known_by_its_kind_state_and_slug():
    assert IDENTITY == ["kind", "state", "slug"]
