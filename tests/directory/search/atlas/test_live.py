"""How a process follows the table of places. Commits matter here, so these tests make real ones."""

from unittest import mock

from django.db import transaction
from django.test import TransactionTestCase

from directory.models import SearchVersion
from directory.search.atlas import live
from tests.factories.directory import make_place


def add(name):
    make_place(name=name)
    SearchVersion.places_changed()


class LiveAtlasTests(TransactionTestCase):
    def setUp(self):
        self.process = live.LiveAtlas()

    def test_it_is_loaded_once(self):
        add("Denver")
        atlas = self.process.current()
        with mock.patch.object(live, "refreshed") as refreshed, self.assertNumQueries(0):
            self.assertIs(self.process.current(), atlas)
        refreshed.assert_not_called()

    def test_a_change_of_places_is_seen(self):
        add("Denver")
        self.assertEqual(self.process.current().values, ["Denver, CO"])
        add("Boulder")
        self.assertEqual(self.process.current().values, ["Boulder, CO", "Denver, CO"])

    def test_a_change_of_listings_costs_one_query_and_loads_nothing(self):
        add("Denver")
        atlas = self.process.current()
        SearchVersion.next_number()
        live.live.index()
        with self.assertNumQueries(1):
            self.assertIs(self.process.current(), atlas)

    def test_a_transaction_sees_its_own_places_and_a_failed_one_leaves_nothing(self):
        add("Denver")
        self.assertEqual(self.process.current().values, ["Denver, CO"])
        with self.assertRaises(ZeroDivisionError), transaction.atomic():
            add("Boulder")
            self.assertEqual(self.process.current().values, ["Boulder, CO", "Denver, CO"])
            raise ZeroDivisionError
        self.assertEqual(self.process.current().values, ["Denver, CO"])
