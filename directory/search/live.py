"""The index of this process: loaded when first asked for, brought up to date while others read on."""

import math
import threading
import time

from django.utils import timezone

from directory.models import SearchVersion
from directory.search.answer import answer
from directory.search.index import Index
from directory.search.load import refreshed
from directory.search.query import Query, Results

LOOK_EVERY_SECONDS = 1


class Live:
    """Any number of threads may use one."""

    def __init__(self) -> None:
        self._refreshing = threading.Lock()
        self.forget()

    def search(self, query: Query) -> Results:
        return answer(self.index(), query)

    def version(self) -> str:
        """Another word whenever an answer may be another: after each change, and each midnight."""
        epoch, number = self.index().version
        return f"{epoch}-{number}-{timezone.localdate():%Y%m%d}"

    def forget(self) -> None:
        self._index: Index | None = None
        self._looked_at = -math.inf
        self._last_write: object = None

    def index(self) -> Index:
        if SearchVersion.is_uncommitted():
            # For this thread alone: should its transaction fail, nobody else has believed it.
            return refreshed(self._index)
        index = self._index
        if index is None or self._is_due():
            index = self._refreshed(wait=index is None or self._wrote())
        return index

    def _is_due(self) -> bool:
        return self._wrote() or not 0 <= time.monotonic() - self._looked_at < LOOK_EVERY_SECONDS

    def _wrote(self) -> bool:
        """Whether this process has written since it last looked."""
        return self._last_write is not SearchVersion.last_write_here

    def _refreshed(self, *, wait: bool) -> Index:
        """One thread looks; the others read on what is there, unless they have nothing, or must see their own edit."""
        if self._refreshing.acquire(blocking=wait):
            try:
                if self._index is None or self._is_due():
                    self._look()
            finally:
                self._refreshing.release()
        assert self._index
        return self._index

    def _look(self) -> None:
        # Both before the database is read: what happens meanwhile makes the next look due.
        looked_at, last_write = time.monotonic(), SearchVersion.last_write_here
        self._index = refreshed(self._index)
        self._looked_at, self._last_write = looked_at, last_write


_live = Live()
search = _live.search
version = _live.version
forget = _live.forget
index = _live.index
