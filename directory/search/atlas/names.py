"""Keys of names in the order of the alphabet: what begins with some letters stands together."""

from collections.abc import Collection, Iterable

import numpy as np
from numpy.typing import NDArray

# In UTF-8 no letter has this byte, so that a beginning with it comes after all that begins so.
AFTER_ALL = b"\xff"


class Names:
    """Each key leads to a row; several keys may lead to one, and one to several."""

    def __init__(self, pairs: Iterable[tuple[str, int]]):
        ordered = sorted((key.encode(), row) for key, row in pairs)
        self._longest = max((len(key) for key, _ in ordered), default=0)
        self._keys = np.array([key for key, _ in ordered], self._type)
        self._rows = np.array([row for _, row in ordered], np.uint32)

    @property
    def nbytes(self) -> int:
        return self._keys.nbytes + self._rows.nbytes

    def whole(self, keys: Collection[str]) -> NDArray[np.uint32]:
        """The rows of these very keys."""
        wanted = self._as_stored(keys)
        return self._between(np.searchsorted(self._keys, wanted), np.searchsorted(self._keys, wanted, "right"))

    def beginning(self, keys: Collection[str]) -> NDArray[np.uint32]:
        """The rows of every key that begins with one of these, or is one; a row may come several times."""
        wanted = self._as_stored(keys)
        ends = np.array([key + AFTER_ALL for key in wanted.tolist()], self._type)
        return self._between(np.searchsorted(self._keys, wanted), np.searchsorted(self._keys, ends))

    def _as_stored(self, keys: Collection[str]) -> NDArray[np.bytes_]:
        """Without those that are longer than all that is stored."""
        encoded = (key.encode() for key in keys)
        return np.array([key for key in encoded if 0 < len(key) <= self._longest], self._type)

    @property
    def _type(self) -> str:
        return f"S{self._longest + 1}"  # with room for AFTER_ALL

    def _between(self, starts: NDArray, stops: NDArray) -> NDArray[np.uint32]:
        ranges = zip(starts.tolist(), stops.tolist(), strict=True)
        found = [self._rows[start:stop] for start, stop in ranges if start < stop]
        return np.concatenate([self._rows[:0], *found])
