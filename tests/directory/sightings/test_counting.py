"""What a process keeps in mind until it is written."""

import threading
import time
from datetime import date

import time_machine

from directory.sightings import counting as module
from directory.sightings.counting import Counting, week_of

MONDAY = date(2026, 11, 23)


def make(write=lambda: None):
    return Counting(write)


def test_a_week_begins_on_monday():
    assert week_of(date(2026, 11, 23)) == week_of(date(2026, 11, 29)) == MONDAY
    assert week_of(date(2026, 11, 30)) == date(2026, 11, 30)
    # The days around New Year belong to one week.
    assert week_of(date(2027, 1, 1)) == date(2026, 12, 28)


@time_machine.travel("2026-11-28 12:00:00-05:00")
def test_pages_and_results_are_counted_apart_and_taken_once():
    counting = make()
    counting.seen("a-clinic")
    counting.seen("a-clinic")
    counting.listed([1, 2])
    assert counting.take() == {(MONDAY, "a-clinic"): 2, (MONDAY, 1): 1, (MONDAY, 2): 1}
    assert counting.take() == {}


def test_what_could_not_be_written_is_added_to_what_came_meanwhile():
    counting = make()
    counting.seen("a")
    taken = counting.take()
    counting.seen("a")
    counting.put_back(taken)
    assert list(counting.take().values()) == [2]


def test_memory_is_bounded_whatever_is_asked(monkeypatch):
    monkeypatch.setattr(module, "MOST_COUNTED", 3)
    counting = make()
    for number in range(10):
        counting.seen(f"slug-{number}")
    counting.seen("slug-0")
    taken = counting.take()
    assert sorted(taken.values()) == [1, 1, 2]
    counting.seen("other")
    counting.put_back(taken)
    assert len(counting.take()) == 3


def test_no_count_is_lost_between_threads():
    counting = make()
    threads = [threading.Thread(target=lambda: [counting.seen("a") for _ in range(500)]) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert list(counting.take().values()) == [4000]


def test_it_is_written_once_after_a_while_and_not_at_all_where_nothing_was_counted(monkeypatch):
    monkeypatch.setattr(module, "WRITTEN_AFTER_SECONDS", 0.05)
    written = []
    counting = make(lambda: written.append(counting.take()))
    counting.listed([])
    time.sleep(0.1)
    assert written == []
    counting.seen("a")
    counting.seen("b")
    time.sleep(0.2)
    assert [len(counts) for counts in written] == [2]


def test_counting_costs_a_request_next_to_nothing():
    counting = make()
    counting.seen("a")
    started = time.perf_counter()
    for _ in range(2000):
        counting.seen("a")
    # 20 microseconds on an idle machine's scale; five times that while others work on it too.
    assert (time.perf_counter() - started) / 2000 < 100e-6
    counting.forget()
