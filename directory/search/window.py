"""A page of an order without sorting what comes before and after it."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

# Gives a value for each of some slots; small values come first.
Key = Callable[[NDArray], NDArray]


def window(slots: NDArray, keys: Sequence[Key], start: int, stop: int) -> NDArray:
    """The slots from the start-th up to the stop-th, in the order of the first key, equals by the next, and so on."""
    stop = min(stop, len(slots))
    if start >= stop or not keys:
        return slots[start:stop]
    values = keys[0](slots)
    first, last = _values_at(values, start, stop - 1)
    before = int(np.count_nonzero(values < first))
    start, stop = start - before, stop - before
    if first == last:
        return window(slots.compress(values == first), keys[1:], start, stop)
    head, tail = slots.compress(values == first), slots.compress(values == last)
    middle = slots.compress((values > first) & (values < last))
    stop -= len(head) + len(middle)
    return np.concatenate(
        [window(head, keys[1:], start, len(head)), _sorted(middle, keys), window(tail, keys[1:], 0, stop)]
    )


def _values_at(values: NDArray, first: int, last: int) -> tuple:
    """The values that would stand at these two places."""
    values = np.partition(values, last)[: last + 1]
    return np.partition(values, first)[first], values[last]


def _sorted(slots: NDArray, keys: Sequence[Key]) -> NDArray:
    return slots[np.lexsort([key(slots) for key in reversed(keys)])]
