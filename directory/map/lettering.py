"""How wide a name is in the site's own serif, and where around its place it may stand."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from directory.map.arrays import Floats

GAP = 3.0  # pixels kept free before and after a name
DOT = 3.0  # pixels from the middle of a dot to its rim
RISE, FALL = 0.72, 0.28  # above and below the baseline, as shares of the size of the type

# Thousandths of the size of the type, rounded up, and the letters that take no more.
_WIDTHS = {
    250: "' ",
    320: "j.,ilíī-‑ʻ’",
    380: "tfIJ",
    450: "r()",
    500: "sz1cç",
    530: "eéèēaáåāàSv",
    570: "gyxoóōöZkq",
    605: "dFbpuüúūPL",
    640: "TÉhnñEBCY",
    690: "RXAÁĀKV",
    750: "GOŌÓQDUNÑ",
    800: "wH",
    980: "MmW&",
}
_WIDTH_OF = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_UNKNOWN = 800


class Stand(NamedTuple):
    """A name starts (0), has its middle (0.5) or ends (1) so many pixels to the right of its place; its baseline is
    so many pixels below. Room for a dot at the place may be part of it."""

    right: float
    below: float
    share: float
    has_dot: bool


@lru_cache(maxsize=4096)
def width_of(text: str, size: float) -> float:
    return sum(_WIDTH_OF.get(letter, _UNKNOWN) for letter in text) * size / 1000


@cache
def stands_around(size: float, beside_a_dot: tuple[float, ...], without_a_dot: tuple[float, ...]) -> tuple[Stand, ...]:
    """That far from a place: at the right, at the left, above, below, then in the corners."""
    distances = [(away, True) for away in beside_a_dot] + [(away, False) for away in without_a_dot]
    return tuple(stand for away, has_dot in distances for stand in _around(size, away, has_dot))


def _around(size: float, away: float, has_dot: bool) -> Iterator[Stand]:
    above, middle, below = -away - FALL * size, (RISE - FALL) / 2 * size, away + RISE * size
    near, higher, lower = 0.6 * away, 0.6 * above, 0.8 * below
    sides = ((away, middle, 0.0), (-away, middle, 1.0), (0.0, above, 0.5), (0.0, below, 0.5))
    corners = ((near, higher, 0.0), (near, lower, 0.0), (-near, higher, 1.0), (-near, lower, 1.0))
    for right, down, share in sides + corners:
        yield Stand(right, down, share, has_dot)


def extents(choices: Sequence[tuple[Stand, ...]], widths: Sequence[float], sizes: Sequence[float]) -> Floats:
    """What each of many names takes in each of its stands: left, top, right, bottom, in pixels from its place."""
    counts = [len(stands) for stands in choices]
    right, below, share, has_dot = np.concatenate([_rows(stands) for stands in choices]).T
    width, size = np.repeat(widths, counts), np.repeat(sizes, counts)
    left, dot = right - share * width - GAP, np.where(has_dot, DOT, -np.inf)
    low, high = (left, below - RISE * size - 1), (left + width + 2 * GAP, below + FALL * size + 1)
    return np.array([*(np.minimum(edge, -dot) for edge in low), *(np.maximum(edge, dot) for edge in high)]).T


@cache
def _rows(stands: tuple[Stand, ...]) -> Floats:
    return np.array(stands, dtype=float)
