"""What is asked of the index, and what it answers. Both are plain values: no models, no requests."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from articles.words.answer import WordsAnswer


class Sort(StrEnum):
    BEST = "best"
    DISTANCE = "distance"
    PRICE = "price"
    CONFIRMED = "confirmed"
    NAME = "name"


class WordsIn(StrEnum):
    """Where all of the words stand together in a listing. Order matters: what comes first here comes first there."""

    NAME = "name"
    HEADLINE = "headline"  # in the name, the headline and the names of the people there
    TEXT = "text"


@dataclass(frozen=True)
class Near:
    """A circle around a point, in degrees and miles."""

    latitude: float
    longitude: float
    radius_miles: float


@dataclass(frozen=True)
class Query:
    """`chosen` maps a facet's name to the slugs that will do: any of them within a facet, every facet together.
    `near` measures distances and, unless `state` is given too, limits the search to its circle.
    `state` is a lower-case postal code. `words` is what the visitor typed, made readable, at most 100 characters."""

    today: date
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)
    near: Near | None = None
    state: str | None = None
    words: str = ""
    sort: Sort = Sort.BEST
    offset: int = 0
    limit: int = 20


@dataclass(frozen=True)
class Hit:
    """One result. `distance_miles` is None without a point to measure from; `band_miles` is the distance band it
    stands in by the published order (5, 10, 25, 50, 100, or None beyond or without a point). `words_in` is None where
    there are no words, and where so many listings have them that they do not decide the order."""

    listing_id: int
    distance_miles: float | None
    band_miles: int | None
    is_recently_confirmed: bool
    words_in: WordsIn | None = None


@dataclass(frozen=True)
class Results:
    """One page of hits, the number of all, and for every facet {slug: number}, each counted under all other facets."""

    hits: list[Hit]
    total: int
    counts: dict[str, dict[str, int]]
    words: WordsAnswer | None = None
