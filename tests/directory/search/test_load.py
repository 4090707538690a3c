from unittest import mock

import numpy as np
from django.db.models import QuerySet
from django.test import TestCase

from directory.search import load
from directory.search.answer import answer
from directory.search.query import Query
from tests.directory.search.rows import TODAY, Known, Plainly, make_vocabulary, write


class LoadTests(TestCase):
    def setUp(self):
        make_vocabulary()
        self.listings = [Known(pk, shuffle=pk % 1000) for pk in (3, 70_000, 5_000_000_000, 12, 8)]
        write(self.listings)

    def assert_all_there(self, index):
        query = Query(TODAY, limit=100)
        self.assertEqual([hit.listing_id for hit in answer(index, query).hits], Plainly(self.listings, query).ids())

    def test_ids_may_be_of_any_size_and_far_apart(self):
        index = load.refreshed(None)
        self.assert_all_there(index)
        self.assertEqual(len(index.columns), 5)

    def test_rows_that_come_and_go_while_it_counts_are_no_trouble(self):
        for counted in (0, 2, 5, 9):
            with self.subTest(counted), mock.patch.object(QuerySet, "count", return_value=counted):
                with mock.patch.object(load, "PAGE", 2):
                    index = load.refreshed(None)
                self.assert_all_there(index)
                self.assertEqual(len(index.columns), 5)

    def test_arrays_that_an_edit_leaves_as_they_were_are_shared(self):
        before = load.refreshed(None)
        write([Known(12, shuffle=12, price_usd=999)])
        after = load.refreshed(before)
        changed = [
            name for name in vars(before.columns) if getattr(after.columns, name) is not getattr(before.columns, name)
        ]
        self.assertEqual(changed, ["price_usd"])
        self.assertTrue(all(after.sets[number] is before.sets[number] for number in before.sets))

    def test_slots_stay_sorted_by_latitude_through_edits(self):
        index = load.refreshed(None)
        for pk, point in ((3, (80.0, 0.0)), (4, (-10.0, 0.0)), (12, None), (13, (39.74, 0.0)), (12, (1.0, 0.0))):
            write([Known(pk, point)])
            index = load.refreshed(index)
            latitudes = index.columns.latitude[index.by_latitude]
            self.assertEqual(sorted(index.by_latitude.tolist()), list(range(len(index.columns))))
            np.testing.assert_array_equal(latitudes, np.sort(latitudes))
