"""Lines and rings, cut to what a picture shows. Points are rows of x and y."""

import numpy as np

from directory.map.arrays import Flags, Floats
from directory.map.frame import Area

SMALLEST = 1.5  # units; an island below it would be a speck


def lines_in_sight(points: Floats, starts: Flags, area: Area) -> tuple[Floats, Flags]:
    """Lines, one after the other, without their segments that are outside; a line may come apart."""
    one, two = points[:-1], points[1:]
    low, high = np.minimum(one, two), np.maximum(one, two)
    near = (low <= area[2:]).all(axis=1) & (high >= area[:2]).all(axis=1) & ~starts[1:]
    follows = np.append(False, near)
    kept = follows | np.append(near, False)
    return points[kept], ~follows[kept]


def land_in_sight(points: Floats, starts: Flags, area: Area) -> tuple[Floats, Flags]:
    """Rings, one after the other, cut along the edges of the area; those with no size are left out."""
    first = np.flatnonzero(starts)
    low, high = np.minimum.reduceat(points, first), np.maximum.reduceat(points, first)
    large = (high - low).max(axis=1) >= SMALLEST
    whole = np.asarray(np.append(low >= area[:2], high <= area[2:], axis=1).all(axis=1))
    rings = zip(np.split(points, first[1:]), large, whole, strict=True)
    seen = [ring if is_whole else cut(ring, area) for ring, is_large, is_whole in rings if is_large]
    return _one_after_the_other([ring for ring in seen if len(ring)])


def _one_after_the_other(rings: list[Floats]) -> tuple[Floats, Flags]:
    starts = np.zeros(sum(map(len, rings)), dtype=bool)
    starts[np.cumsum([0, *map(len, rings)])[:-1]] = True
    return np.concatenate([np.empty((0, 2)), *rings]), starts


def cut(ring: Floats, area: Area) -> Floats:
    """Sutherland and Hodgman's way: side after side. What is cut off leaves a straight edge along the area's own."""
    for axis, limit, sign in ((0, area.left, 1), (0, area.right, -1), (1, area.top, 1), (1, area.bottom, -1)):
        ring = _cut_side(ring, axis, limit, sign)
    return ring


def _cut_side(ring: Floats, axis: int, limit: float, sign: int) -> Floats:
    inside = sign * (ring[:, axis] - limit) >= 0
    if inside.all() or not inside.any():
        return ring[inside]
    following = np.roll(ring, -1, axis=0)
    crosses = inside != np.roll(inside, -1)
    whole = (following - ring)[:, axis]
    share = np.divide(limit - ring[:, axis], whole, out=np.zeros(len(ring)), where=crosses)
    crossing = ring + share[:, None] * (following - ring)
    both = np.stack([ring, crossing], axis=1).reshape(-1, 2)
    return both[np.stack([inside, crosses], axis=1).ravel()]
