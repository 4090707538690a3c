"""Whether two lots of times could be one: the test of Mann and Whitney, by its normal approximation."""

import math


def chance_that_alike(one: list[float], other: list[float]) -> float:
    """Two-sided p; times are so fine that ties do not matter."""
    ranked = sorted([(value, 0) for value in one] + [(value, 1) for value in other])
    ranks = sum(rank for rank, (_value, lot) in enumerate(ranked, 1) if lot == 0)
    n, m = len(one), len(other)
    above = ranks - n * (n + 1) / 2
    z = (above - n * m / 2) / math.sqrt(n * m * (n + m + 1) / 12)
    return math.erfc(abs(z) / math.sqrt(2))
