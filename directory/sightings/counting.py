"""The numbers of this process, in memory until they are written down."""

import threading
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from django.utils import timezone

WRITTEN_AFTER_SECONDS = 60
# Between two writes: bounded, whatever is asked of the site.
MOST_COUNTED = 50_000

# (week, slug of a page that was opened) or (week, number of a listing that stood in results).
Counted = tuple[date, str | int]


def week_of(day: date) -> date:
    """The Monday it begins with."""
    return day - timedelta(days=day.weekday())


class Counting:
    """Any number of threads may use one. `write` is called after a while in a thread of its own."""

    def __init__(self, write: Callable[[], object]) -> None:
        self._write = write
        self._lock = threading.Lock()
        self._timer: threading.Timer | None = None
        self._counts: Counter[Counted] = Counter()

    def seen(self, slug: str) -> None:
        """By its slug, because an answer from a cache comes without a look into the database."""
        self._count([slug])

    def listed(self, pks: Iterable[int]) -> None:
        self._count(pks)

    def take(self) -> Counter[Counted]:
        """All that was counted; from now on it is the caller's."""
        with self._lock:
            taken, self._counts = self._counts, Counter()
            if self._timer:
                self._timer.cancel()
                self._timer = None
        return taken

    def put_back(self, counts: Counter[Counted]) -> None:
        """What could not be written, for the next time."""
        with self._lock:
            for key, number in counts.items():
                self._add(key, number)
            self._write_later()

    def forget(self) -> None:
        self.take()

    def _count(self, names: Iterable[str | int]) -> None:
        week = week_of(timezone.localdate())
        with self._lock:
            counted = [(week, name) for name in names]
            if len(self._counts) + len(counted) <= MOST_COUNTED:
                self._counts.update(counted)
            else:
                for key in counted:
                    self._add(key, 1)
            self._write_later()

    def _add(self, key: Counted, number: int) -> None:
        if key in self._counts or len(self._counts) < MOST_COUNTED:
            self._counts[key] += number

    def _write_later(self) -> None:
        """One timer from the first count on: a process that nobody asks does nothing."""
        if self._timer is None and self._counts:
            self._timer = threading.Timer(WRITTEN_AFTER_SECONDS, self._write)
            self._timer.daemon = True
            self._timer.start()
