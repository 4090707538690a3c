from datetime import timedelta

from django.test import TestCase

from directory.search.answer import answer
from directory.search.load import refreshed
from directory.search.query import Near, Query
from tests.directory.search.rows import TODAY, Known, make_vocabulary, write

IV, IM = ("route", "iv_infusion"), ("route", "im_injection")
NEW, CLOSED, UNSTATED = ("accepting", "newpt"), ("accepting", "nopt"), ("accepting", "not_stated")
CO, NY = ("state", "co"), ("state", "ny")


def chosen(**facets):
    return {facet: frozenset(slugs.split()) for facet, slugs in facets.items()}


class MatchingTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make_vocabulary()
        write(
            [
                Known(1, terms={IV, NEW, CO}),
                Known(2, terms={IV, IM, CLOSED, CO}),
                Known(3, terms={IM, UNSTATED, NY}, point=(40.71, -74.0)),
                Known(4, terms={IV, NEW, NY}, point=None),
                Known(5, terms={IV, NEW, CO}, live_until=None),
                Known(6, terms={IV, NEW, CO}, live_until=TODAY - timedelta(days=1)),
            ]
        )

    def results(self, **options):
        return answer(refreshed(None), Query(**{"today": TODAY, **options}))

    def ids(self, **options):
        return {hit.listing_id for hit in self.results(**options).hits}

    def test_what_is_not_live_today_is_never_found_or_counted(self):
        self.assertEqual(self.ids(), {1, 2, 3, 4})
        self.assertEqual(self.results().counts["route"], {"iv_infusion": 3, "im_injection": 2, "not_stated": 0})

    def test_any_value_within_a_facet_and_every_facet_together(self):
        self.assertEqual(self.ids(chosen=chosen(accepting="newpt nopt")), {1, 2, 4})
        self.assertEqual(self.ids(chosen=chosen(accepting="newpt nopt", route="im_injection")), {2})

    def test_not_stated_is_a_value_like_any_other(self):
        self.assertEqual(self.ids(chosen=chosen(accepting="not_stated")), {3})

    def test_a_facet_is_counted_without_its_own_choice(self):
        results = self.results(chosen=chosen(accepting="newpt", route="iv_infusion"))
        self.assertEqual(results.total, 2)
        self.assertEqual(results.counts["accepting"], {"newpt": 2, "nopt": 1, "not_stated": 0})
        self.assertEqual(results.counts["route"], {"iv_infusion": 2, "im_injection": 0, "not_stated": 0})
        self.assertEqual(results.counts["state"], {"ak": 0, "co": 1, "ny": 1})

    def test_the_state_is_a_facet(self):
        results = self.results(state="ny")
        self.assertEqual({hit.listing_id for hit in results.hits}, {3, 4})
        self.assertEqual(results.counts["state"], {"ak": 0, "co": 2, "ny": 2})

    def test_a_circle_limits_unless_there_is_a_state(self):
        manhattan = Near(40.71, -74.0, 25)
        self.assertEqual(self.ids(near=manhattan), {3})
        self.assertEqual(self.ids(near=manhattan, state="ny"), {3, 4})

    def test_a_value_or_facet_that_nobody_knows_finds_nothing(self):
        self.assertEqual(self.ids(chosen=chosen(route="by_owl")), set())
        self.assertEqual(self.ids(chosen=chosen(weather="fine")), set())
        self.assertEqual(self.ids(state="zz"), set())
        self.assertEqual(self.ids(chosen=chosen(route="by_owl iv_infusion")), {1, 2, 4})

    def test_two_states_at_once_find_nothing(self):
        self.assertEqual(self.ids(state="ny", chosen=chosen(state="co")), set())

    def test_an_empty_choice_is_no_choice(self):
        self.assertEqual(self.ids(chosen={"route": frozenset()}), {1, 2, 3, 4})

    def test_remembered_counts_cannot_be_spoiled_by_who_asked(self):
        index, query = refreshed(None), Query(today=TODAY)
        answer(index, query).counts["route"]["iv_infusion"] = 99
        self.assertEqual(answer(index, query).counts["route"]["iv_infusion"], 3)

    def test_remembered_counts_end_with_the_day(self):
        index = refreshed(None)
        for day, number in ((TODAY, 3), (TODAY + timedelta(days=31), 0), (TODAY, 3)):
            self.assertEqual(answer(index, Query(today=day)).counts["route"]["iv_infusion"], number)

    def test_every_facet_is_counted(self):
        self.assertLessEqual({"route", "language", "insurer", "serves", "state"}, self.results().counts.keys())
