"""Which compression a visitor's browser can undo, and doing it. Pure."""

import gzip

import brotli

# Levels that take a small part of the time in which a page is made: the next ones take twice as long for a tenth less.
PACKERS = {
    "br": lambda body: brotli.compress(body, quality=2),
    "gzip": lambda body: gzip.compress(body, compresslevel=6, mtime=0),
}


def best_encoding(accepted: str) -> str | None:
    """Of an Accept-Encoding header: the smaller of what is welcome, or None."""
    weights = dict(map(_weighed, accepted.lower().split(",")))
    return next((name for name in PACKERS if weights.get(name, weights.get("*", 0)) > 0), None)


def _weighed(part: str) -> tuple[str, float]:
    """ "gzip;q=0.8" is welcome, "gzip;q=0" is not, and a weight that is no number is none."""
    name, _, weight = part.partition(";")
    number = weight.strip().removeprefix("q=")
    try:
        return name.strip(), float(number) if number else 1
    except ValueError:
        return name.strip(), 0
