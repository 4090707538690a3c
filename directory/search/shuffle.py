"""The fair order of a day: the same for everyone, another one tomorrow, and nothing about a listing can better it."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

# The finalizer of SplitMix64: every bit of what goes in turns about half of the bits that come out.
STEPS = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB))
LAST_STEP = 31


def numbers_of_day(shuffle: NDArray[np.uint32], today: date) -> NDArray[np.uint32]:
    """A number for each fixed random number; the smallest comes first on this day."""
    mixed = shuffle.astype(np.uint64) + np.uint64(today.toordinal() << 32)
    for shift, factor in STEPS:
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    mixed ^= mixed >> np.uint64(LAST_STEP)
    return (mixed >> np.uint64(32)).astype(np.uint32)
