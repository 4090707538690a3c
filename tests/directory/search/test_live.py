"""How a process follows the database. Commits matter here, so these tests make real ones."""

import random
import threading
from contextlib import contextmanager
from datetime import timedelta
from unittest import mock

from django.db import connection, transaction
from django.test import TransactionTestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from directory.models import SearchRow, SearchVersion, Term
from directory.search import live, load
from directory.search.answer import answer
from directory.search.query import Query
from tests.directory.search.rows import Known, Plainly, make_vocabulary, write


def today():
    return timezone.localdate()


def known(pk, **fields):
    return Known(pk, **{"confirmed_on": today(), "live_until": today() + timedelta(days=30), "shuffle": pk, **fields})


def ids(process):
    return sorted(hit.listing_id for hit in process.search(Query(today=today(), limit=1000)).hits)


@contextmanager
def elsewhere():
    """What happens inside happens in another process: this one has written nothing."""
    before = SearchVersion.last_write_here
    yield
    SearchVersion.last_write_here = before


class Clock:
    """Instead of the `time` module."""

    now = 1000.0

    def monotonic(self):
        return self.now


class LiveTests(TransactionTestCase):
    def setUp(self):
        make_vocabulary()
        self.clock = self.enterContext(mock.patch.object(live, "time", Clock()))
        self.process = live.Live()

    def test_an_edit_of_this_process_is_seen_at_once(self):
        self.assertEqual(ids(self.process), [])
        write([known(1)])
        self.assertEqual(ids(self.process), [1])

    def test_an_edit_elsewhere_is_seen_after_a_second(self):
        self.assertEqual(ids(self.process), [])
        with elsewhere():
            write([known(1)])
        self.clock.now += 0.9
        self.assertEqual(ids(self.process), [])
        self.clock.now += 0.2
        self.assertEqual(ids(self.process), [1])

    def test_within_a_second_the_database_is_not_asked_at_all(self):
        ids(self.process)
        with self.assertNumQueries(0):
            ids(self.process)
            self.process.version()

    def test_a_look_that_finds_nothing_new_is_one_query_and_keeps_the_index(self):
        write([known(1)])
        index = self.process.index()
        self.clock.now += 2
        with CaptureQueriesContext(connection) as asked:
            self.assertIs(self.process.index(), index)
        self.assertEqual(len([query for query in asked if "SELECT" in query["sql"]]), 1)

    def test_a_clock_that_goes_back_does_not_stop_the_looks(self):
        ids(self.process)
        with elsewhere():
            write([known(1)])
        self.clock.now -= 500
        self.assertEqual(ids(self.process), [1])

    def test_an_edit_is_patched_in_not_loaded(self):
        write([known(1), known(2)])
        before = self.process.index()
        with mock.patch.object(load, "load") as loading:
            write([known(2, price_usd=7)])
            after = self.process.index()
        loading.assert_not_called()
        self.assertIsNot(after, before)
        self.assertIs(after.columns.latitude, before.columns.latitude)
        self.assertEqual((before.columns.price_usd[1], after.columns.price_usd[1]), (500, 7))

    def test_many_changes_are_loaded_not_patched(self):
        write([known(1)])
        self.process.index()
        with mock.patch.object(load, "MOST_PATCHED", 2), mock.patch.object(load, "load", wraps=load.load) as loading:
            write([known(pk) for pk in range(1, 4)])
            self.assertEqual(ids(self.process), [1, 2, 3])
        loading.assert_called_once()

    def test_a_load_reads_page_after_page(self):
        write([known(pk) for pk in range(1, 8)])
        with mock.patch.object(load, "PAGE", 3):
            self.assertEqual(ids(self.process), list(range(1, 8)))

    def test_a_new_epoch_makes_everybody_load(self):
        write([known(1), known(2)])
        self.assertEqual(ids(self.process), [1, 2])
        SearchRow.objects.filter(pk=1).delete()
        SearchVersion.new_epoch()
        self.assertEqual(ids(self.process), [2])

    def test_a_restored_database_with_a_lower_number_is_loaded(self):
        write([known(1)])
        write([known(2)])
        self.assertEqual(ids(self.process), [1, 2])
        SearchRow.objects.filter(pk=2).delete()
        SearchVersion.objects.update(number=1)
        self.clock.now += 2
        self.assertEqual(ids(self.process), [1])

    def test_a_new_term_is_learned_with_the_first_row_that_has_it(self):
        write([known(1)])
        self.process.index()
        Term.objects.create(facet="route", slug="by_owl", number=500, label="By owl", explanation="A choice.")
        with mock.patch.dict("tests.directory.search.rows.NUMBERS", {("route", "by_owl"): 500}):
            write([known(2, terms={("route", "by_owl")})])
        counts = self.process.search(Query(today=today())).counts
        self.assertEqual(counts["route"], {"iv_infusion": 1, "im_injection": 0, "not_stated": 0, "by_owl": 1})

    def test_processes_agree_whatever_they_have_seen(self):
        chance, processes = random.Random(5), [live.Live() for _ in range(3)]
        listings: dict[int, Known] = {}
        for _ in range(25):
            changed = [
                known(pk, price_usd=chance.choice([None, 100]), live_until=chance.choice([None, today()]))
                for pk in chance.sample(range(1, 30), 4)
            ]
            write(changed)
            listings |= {each.listing_id: each for each in changed}
            chance.choice(processes).index()
        query = Query(today=today(), limit=1000)
        expected = Plainly(list(listings.values()), query)
        for process in [*processes, live.Live()]:
            results = process.search(query)
            self.assertEqual([hit.listing_id for hit in results.hits], expected.ids())
            self.assertEqual(results.counts["route"], expected.counts()["route"])

    def test_a_transaction_sees_its_own_edit_and_a_failed_one_leaves_nothing(self):
        write([known(1)])
        self.assertEqual(ids(self.process), [1])
        with self.assertRaises(ZeroDivisionError), transaction.atomic():
            write([known(2)])
            self.assertEqual(ids(self.process), [1, 2])
            raise ZeroDivisionError
        self.assertEqual(ids(self.process), [1])
        with elsewhere():
            write([known(3)])  # takes the number that the failed transaction had
        self.clock.now += 2
        self.assertEqual(ids(self.process), [1, 3])

    def test_the_version_is_another_word_after_an_edit_an_epoch_and_a_midnight(self):
        words = [self.process.version()]
        write([known(1)])
        words.append(self.process.version())
        SearchVersion.new_epoch()
        words.append(self.process.version())
        with mock.patch.object(timezone, "localdate", return_value=today() + timedelta(days=1)):
            words.append(self.process.version())
        self.assertEqual(len(set(words)), 4)
        self.assertEqual(self.process.version(), words[2])

    def test_an_empty_database_answers_with_nothing(self):
        results = self.process.search(Query(today=today()))
        self.assertEqual((results.hits, results.total), ([], 0))
        self.assertEqual(results.counts["route"], {"iv_infusion": 0, "im_injection": 0, "not_stated": 0})

    def test_who_reads_is_not_held_up_by_who_looks(self):
        write([known(1)])
        old = self.process.index()
        looking, finish = threading.Event(), threading.Event()

        def slow(index):
            looking.set()
            finish.wait(10)
            return index

        self.clock.now += 2
        with mock.patch.object(live, "refreshed", slow):
            thread = threading.Thread(target=self.process._refreshed, kwargs={"wait": False})
            thread.start()
            looking.wait(10)
            self.assertIs(self.process.index(), old)
            finish.set()
            thread.join()

    def test_readers_of_an_index_are_not_disturbed_by_patches(self):
        write([known(pk) for pk in range(1, 200)])
        index, query = self.process.index(), Query(today=today(), limit=50)
        expected, wrong, done = answer(index, query), [], threading.Event()

        def read():
            while not done.is_set():
                if answer(index, query) != expected:
                    wrong.append(1)

        readers = [threading.Thread(target=read) for _ in range(3)]
        for reader in readers:
            reader.start()
        for pk in range(1, 60):
            write([known(pk, live_until=None), known(pk + 1000)])
            self.process.index()
        done.set()
        for reader in readers:
            reader.join()
        self.assertEqual(wrong, [])
        self.assertEqual(answer(index, query), expected)
