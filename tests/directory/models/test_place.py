import pytest
from django.contrib import admin
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import TestCase
from django.urls import reverse

from directory.models import Place
from tests.factories.directory import make_place

ZIP, CITY, COUNTY, STATE = Place.Kind.ZIP, Place.Kind.CITY, Place.Kind.COUNTY, Place.Kind.STATE


class PlaceTests(TestCase):
    def test_each_kind_has_a_value_to_type_and_a_label_to_read(self):
        for fields, value, label in [
            ({"kind": ZIP, "zip5": "80202"}, "80202", "80202 (Denver, CO)"),
            ({"kind": CITY}, "Denver, CO", "Denver, CO"),
            ({"kind": COUNTY, "name": "Denver County"}, "Denver County, CO", "Denver County, CO"),
            ({"kind": STATE, "name": "Colorado"}, "Colorado", "Colorado"),
            ({"kind": STATE, "name": "Washington", "state": "WA"}, "Washington State", "Washington State"),
        ]:
            place = make_place(**fields)
            self.assertEqual((place.value, place.label, str(place)), (value, label, label))

    def test_the_county_is_said_where_the_state_repeats_the_name(self):
        place = make_place(name="Gurley", state="AL", county="Madison County", slug="gurley-madison-county")
        self.assertEqual(place.value, "Gurley, AL (Madison County)")

    def test_a_blank_slug_is_filled_in(self):
        self.assertEqual(make_place(name="St. Mary's").slug, "saint-marys")
        self.assertEqual(make_place(ZIP, zip5="80202").slug, "80202")
        self.assertEqual(make_place(STATE, name="Colorado").slug, "co")

    def test_the_key_follows_the_name(self):
        place = make_place(name="De Kalb")
        self.assertEqual(place.key, "dekalb")
        place.name = "La Grange"
        place.save()
        self.assertEqual(place.key, "lagrange")


class PlaceConstraintTests(TestCase):
    def assert_refused(self, fields, constraint=""):
        with self.assertRaisesMessage(IntegrityError, constraint), transaction.atomic():
            make_place(**fields)

    def test_the_table_refuses_what_cannot_be(self):
        for constraint, fields in [
            ("place_kind_is_known", {"kind": "river"}),
            ("place_state_is_known", {"state": "XX"}),
            ("place_has_a_name", {"name": "…"}),
            ("place_latitude_is_on_the_globe", {"latitude": 90.1}),
            ("place_longitude_is_on_the_globe", {"longitude": -180.1}),
            ("only_a_zip_code_has_five_digits", {"kind": ZIP, "zip5": "8020"}),
            ("only_a_zip_code_has_five_digits", {"kind": ZIP, "zip5": "8020x"}),
            ("only_a_zip_code_has_five_digits", {"kind": CITY, "zip5": "80202"}),
            ("only_a_zip_is_approximate", {"kind": CITY, "is_approximate": True}),
        ]:
            with self.subTest(constraint, fields=fields):
                self.assert_refused(fields, constraint)

    def test_one_place_has_one_row(self):
        make_place()
        self.assert_refused({"name": "DENVER"})

    def test_one_zip_code_is_in_one_state(self):
        make_place(ZIP, zip5="80202")
        self.assert_refused({"kind": ZIP, "zip5": "80202", "state": "KS"})

    def test_people_are_told_before_the_table_refuses(self):
        make_place()
        for fields in ({}, {"name": "Boulder", "latitude": 91}):
            with self.assertRaises(ValidationError):
                Place(
                    **{"kind": CITY, "name": "Denver", "state": "CO", "latitude": 39, "longitude": -104} | fields
                ).full_clean()


class PlaceAdminTests(TestCase):
    def setUp(self):
        self.staff = get_user_model().objects.create_superuser(email="staff@example.com", password="a-long-password")
        self.client.force_login(self.staff)
        self.denver = make_place(loaded_hash="0123456789abcdef", population=715522)

    def address(self, page, *args):
        return reverse(f"admin:directory_place_{page}", args=args)

    def test_places_are_found_by_the_beginning_of_a_name_and_by_zip_code(self):
        make_place(ZIP, name="Aurora", zip5="80010")
        for typed, found in [("den", "Denver, CO"), ("80010", "80010 (Aurora, CO)")]:
            page = self.client.get(self.address("changelist"), {"q": typed})
            self.assertContains(page, found)
            self.assertContains(page, "1 result")

    def test_the_list_takes_few_queries(self):
        make_place(name="Boulder")
        # Its session, its user, whether a second step was taken, how many there are, and these.
        with self.assertNumQueries(5):
            self.client.get(self.address("changelist"))

    def test_staff_mend_a_point(self):
        values = {
            "name": "Denver",
            "latitude": "39.7",
            "longitude": "-105",
            "population": "1",
            "county": "",
            "time_zone": "",
        }
        self.client.post(self.address("change", self.denver.pk), values)
        self.denver.refresh_from_db()
        self.assertEqual((self.denver.latitude, self.denver.kind), (39.7, "city"))

    def test_which_place_a_row_is_cannot_be_changed(self):
        page = self.client.get(self.address("change", self.denver.pk))
        self.assertNotContains(page, 'name="kind"')
        self.assertNotContains(page, 'name="slug"')

    def test_staff_add_a_zip_code_that_is_new(self):
        values = {
            "kind": "zip",
            "state": "CO",
            "zip5": "80299",
            "name": "Denver",
            "latitude": "39.7",
            "longitude": "-105",
        }
        self.client.post(self.address("add"), values | {"population": "0"})
        self.assertEqual(Place.objects.get(zip5="80299").slug, "80299")

    def test_only_what_staff_added_can_be_deleted(self):
        added = make_place(name="Boulder")
        self.assertEqual(self.client.get(self.address("delete", self.denver.pk)).status_code, 403)
        self.assertEqual(self.client.get(self.address("delete", added.pk)).status_code, 200)
        self.assertNotContains(self.client.get(self.address("changelist")), "delete_selected")


@pytest.mark.parametrize("field", ["kind", "state", "is_approximate"])
def test_the_list_can_be_narrowed(field):
    assert field in admin.site.get_model_admin(Place).list_filter
