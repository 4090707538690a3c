"""Points as the text of an SVG path, in whole units: what is finer than one of them cannot be seen."""

import numpy as np

from directory.map.arrays import Flags, Floats


def path(points: Floats, starts: Flags, *, closed: bool = False) -> str:
    """Of lines, one after the other, each with the flag at its first point."""
    return _written(*_distinct(points, starts), end="z" if closed else "") if len(points) else ""


def _distinct(points: Floats, starts: Flags) -> tuple[np.ndarray, Flags]:
    """Rounded, without points that say the same as the one before."""
    whole = np.rint(points).astype(int)
    new = starts | np.append(True, (np.diff(whole, axis=0) != 0).any(axis=1))
    return whole[new], starts[new]


def _written(points: np.ndarray, starts: Flags, end: str = "") -> str:
    """Steps from point to point: they are shorter than places."""
    steps = np.diff(points, axis=0, prepend=points[:1])
    first = np.flatnonzero(starts)
    places, texts = points[first].tolist(), []
    pairs = [f"{x} {y}" for x, y in steps.tolist()]
    for (x, y), start, stop in zip(places, first.tolist(), [*first[1:].tolist(), len(points)], strict=True):
        if stop > start + 1:
            texts.append(f"M{x} {y}l{' '.join(pairs[start + 1 : stop])}{end}")
    return "".join(texts).replace(" -", "-")
