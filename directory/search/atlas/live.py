"""The atlas of this process: loaded when first asked for, and again when places have changed."""

import threading

from directory.models import SearchVersion
from directory.search import live
from directory.search.atlas.load import refreshed
from directory.search.atlas.table import Atlas
from directory.search.index import Version


class LiveAtlas:
    """Any number of threads may use one. It leaves looking at the database to the search index: where that is as it
    was, the places are."""

    def __init__(self) -> None:
        self._loading = threading.Lock()
        self.forget()

    def forget(self) -> None:
        self._atlas: Atlas | None = None
        self._seen: Version | None = None

    def current(self) -> Atlas:
        if SearchVersion.is_uncommitted():
            # For this thread alone: should its transaction fail, nobody else has believed it.
            return refreshed(self._atlas)
        with self._loading:
            # Before the places are read: a change meanwhile is one to look for again.
            seen = live.index().version
            if self._atlas is None or seen != self._seen:
                self._atlas, self._seen = refreshed(self._atlas), seen
            return self._atlas


_live = LiveAtlas()
current = _live.current
forget = _live.forget
