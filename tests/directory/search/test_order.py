"""The published order, with examples a reader could check by hand."""

from datetime import timedelta

from django.test import TestCase

from directory.search.answer import answer
from directory.search.load import refreshed
from directory.search.query import Near, Query, Sort
from tests.directory.search.rows import TODAY, Known, make_vocabulary, write

DENVER = Near(39.74, -104.98, 100)
DEGREE = 69.09  # miles of latitude


def days_ago(days):
    return TODAY - timedelta(days=days)


def north(miles):
    return 39.74 + miles / DEGREE, -104.98


class OrderTests(TestCase):
    def order(self, *listings, **options):
        write(listings)
        return [hit.listing_id for hit in self.hits(**options)]

    def hits(self, **options):
        return answer(refreshed(None), Query(**{"today": TODAY, "near": DENVER, **options})).hits

    @classmethod
    def setUpTestData(cls):
        make_vocabulary()

    def test_confirmed_within_90_days_comes_before_nearer(self):
        far, near = Known(1, north(80), confirmed_on=days_ago(90)), Known(2, north(1), confirmed_on=days_ago(91))
        self.assertEqual(self.order(far, near), [1, 2])

    def test_a_nearer_band_comes_first(self):
        miles = {1: 70, 2: 40, 3: 20, 4: 7, 5: 2}
        self.assertEqual(self.order(*(Known(pk, north(far)) for pk, far in miles.items())), [5, 4, 3, 2, 1])

    def test_within_a_band_distance_does_not_count(self):
        winners = {
            self.order(Known(1, north(1), shuffle=11), Known(2, north(4), shuffle=12), today=day)[0]
            for day in (TODAY + timedelta(days=days) for days in range(12))
        }
        self.assertEqual(winners, {1, 2})

    def test_each_of_a_band_is_first_equally_often(self):
        forever = {"confirmed_on": days_ago(-900), "live_until": days_ago(-900)}
        write([Known(pk, north(pk), shuffle=pk * 1_000_003, **forever) for pk in range(1, 5)])
        index, winners = refreshed(None), dict.fromkeys(range(1, 5), 0)
        for days in range(800):
            query = Query(today=TODAY + timedelta(days=days), near=Near(39.74, -104.98, 5), limit=1)
            winners[answer(index, query).hits[0].listing_id] += 1
        for times in winners.values():
            self.assertTrue(150 < times < 250, winners)

    def test_a_hit_says_why_it_stands_there(self):
        write([Known(1, north(30), confirmed_on=days_ago(100))])
        (hit,) = self.hits()
        self.assertAlmostEqual(hit.distance_miles, 30, delta=0.1)
        self.assertEqual((hit.band_miles, hit.is_recently_confirmed), (50, False))

    def test_without_a_point_there_is_no_distance_and_no_band(self):
        write([Known(1)])
        (hit,) = self.hits(near=None)
        self.assertEqual((hit.distance_miles, hit.band_miles, hit.is_recently_confirmed), (None, None, True))

    def test_a_state_with_a_point_shows_distances_beyond_every_band(self):
        write([Known(1, north(300)), Known(2, None)])
        far, unknown = self.hits(state="co", sort=Sort.DISTANCE)
        self.assertAlmostEqual(far.distance_miles, 300, delta=1)
        self.assertEqual((far.band_miles, unknown.distance_miles), (None, None))

    def test_by_price_the_unstated_come_last(self):
        listings = Known(1, price_usd=None), Known(2, price_usd=450), Known(3, price_usd=0)
        self.assertEqual(self.order(*listings, sort=Sort.PRICE), [3, 2, 1])

    def test_by_confirmation_the_newest_comes_first(self):
        listings = (
            Known(1, confirmed_on=days_ago(100)),
            Known(2, confirmed_on=days_ago(3)),
            Known(3, confirmed_on=TODAY),
        )
        self.assertEqual(self.order(*listings, sort=Sort.CONFIRMED), [3, 2, 1])

    def test_by_name_accents_and_case_do_not_count(self):
        listings = Known(1, name="delta"), Known(2, name="Álamo"), Known(3, name="BETA"), Known(4, name="Beta 2")
        self.assertEqual(self.order(*listings, sort=Sort.NAME), [2, 3, 4, 1])

    def test_by_distance_without_a_point_is_the_published_order(self):
        listings = Known(1, confirmed_on=days_ago(95)), Known(2, confirmed_on=TODAY)
        self.assertEqual(self.order(*listings, sort=Sort.DISTANCE, near=None), [2, 1])

    def test_equals_stand_in_one_order_in_every_process(self):
        listings = [Known(pk, shuffle=5) for pk in range(1, 9)]
        self.assertEqual(self.order(*listings), list(range(1, 9)))
        write(listings[3:5])
        self.assertEqual(self.order(*reversed(listings[:3])), list(range(1, 9)))

    def test_deep_pages_and_pages_beyond_the_end(self):
        ids = self.order(*(Known(pk, shuffle=pk) for pk in range(1, 60)), limit=100)
        self.assertEqual([hit.listing_id for hit in self.hits(offset=40, limit=20)], ids[40:60])
        self.assertEqual(self.hits(offset=60), [])
        self.assertEqual(self.hits(limit=0), [])
