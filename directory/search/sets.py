"""Sets of slots, and which slots have which term."""

from array import array
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap

MOST_AT_ONCE = 2**16


def bitmap(slots: NDArray) -> BitMap:
    # An array of the standard library is the only kind that is taken as a whole: ten times quicker than one by one.
    # Not "optimized" into runs, which save a little memory and make every intersection three times slower.
    return BitMap(array("I", slots.astype(np.uint32).tobytes()), optimize=False)


def slots_of(bits: BitMap) -> NDArray[np.intp]:
    """In ascending order; of the type that arrays are indexed with, or NumPy would convert them each time."""
    return np.frombuffer(bits.to_array(), np.uint32).astype(np.intp)


def by_term(packed: Sequence[bytes], slots: NDArray) -> Iterator[tuple[int, BitMap]]:
    """Each term's number with those of the slots that have it; `packed` are the slots' terms, as in SearchRow."""
    assert len(slots) <= MOST_AT_ONCE
    numbers = np.frombuffer(b"".join(packed), "<u2").astype(np.uint32)
    owners = np.repeat(np.arange(len(slots), dtype=np.uint32), [len(terms) // 2 for terms in packed])
    # Number and owner in one value: sorting that is several times quicker than sorting one by the other.
    pairs = np.sort(numbers << 16 | owners)
    sorted_numbers = pairs >> 16
    starts = np.flatnonzero(np.append(True, sorted_numbers[1:] != sorted_numbers[:-1])[: len(pairs)])
    stops = np.append(starts, len(pairs))[1:]
    for start, stop in zip(starts, stops, strict=True):
        yield int(pairs[start]) >> 16, bitmap(slots[pairs[start:stop] & (MOST_AT_ONCE - 1)])


def size_of(bits: BitMap) -> int:
    """Bytes of a set in memory."""
    facts = bits.get_statistics()
    return facts["n_bytes_array_containers"] + facts["n_bytes_run_containers"] + facts["n_bytes_bitset_containers"]
