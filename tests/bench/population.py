"""Generated listings as the search and the plain tables know them; the same seed always gives the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tests.bench import vocabulary
from tests.bench.cities import Cities
from tests.bench.writing import Said, Words

SEED = 20261123
CHUNK = 10_000
DEAREST_UNSTATED_USD = 270


@dataclass(frozen=True)
class Listings:
    """Of each thing one value for each listing. `has` has a row for each listing, and a column for each number of a
    term; days are texts."""

    pks: list[int]
    latitudes: list[float]
    longitudes: list[float]
    said: Said
    prices: list[int | None]
    confirmed: list[str]
    live_until: list[str]
    shuffles: NDArray[np.uint32]
    has: NDArray[np.bool_]

    @cached_property
    def numbers(self) -> list[NDArray[np.uint16]]:
        """Those of each listing's terms, in their order."""
        rows, numbers = np.nonzero(self.has)
        return np.split(numbers.astype("<u2"), np.searchsorted(rows, range(1, len(self.pks))))


class Population:
    def __init__(self, today: date, state_numbers: dict[str, int]):
        self.today = np.datetime64(today)
        self.state_numbers = state_numbers
        self.cities = Cities.read()
        self.choices = vocabulary.read()
        self.words = Words.invent()

    def chunks(self, size: int) -> Iterator[Listings]:
        chance = np.random.default_rng(SEED)
        for start in range(1, size + 1, CHUNK):
            yield self._chunk(chance, start, min(CHUNK, size + 1 - start))

    def _chunk(self, chance: np.random.Generator, first: int, number: int) -> Listings:
        states, latitudes, longitudes = self.cities.draw(chance, number)
        shuffles = chance.choice(2**31, number, replace=False)
        prices, ages = chance.integers(200, 900, number), chance.integers(0, 130, number)
        return Listings(
            list(range(first, first + number)),
            latitudes.tolist(),
            longitudes.tolist(),
            self.words.draw(chance, number),
            [price if price > DEAREST_UNSTATED_USD else None for price in prices.tolist()],
            (self.today - ages).astype(str).tolist(),
            (self.today - ages + 120).astype(str).tolist(),
            shuffles.astype(np.uint32),
            self._terms(chance, states),
        )

    def _terms(self, chance: np.random.Generator, states: NDArray) -> NDArray[np.bool_]:
        most = max(*self.state_numbers.values(), *(choices.highest for choices in self.choices))
        everyone = np.arange(len(states))
        terms = np.zeros((len(states), most + 1), bool)
        terms[everyone, [self.state_numbers[state] for state in states.tolist()]] = True
        for choices in self.choices:
            has = (_many if choices.is_many else _one)(chance, choices, len(states))
            terms[:, choices.numbers] = has
            if choices.not_stated:
                terms[:, choices.not_stated] = ~has.any(axis=1)
        return terms


def _many(chance: np.random.Generator, choices: vocabulary.Choices, number: int) -> NDArray:
    speaks = chance.random((number, 1)) > vocabulary.SILENT_SHARE
    return (chance.random((number, len(choices.numbers))) < choices.shares) & speaks


def _one(chance: np.random.Generator, choices: vocabulary.Choices, number: int) -> NDArray:
    shares = np.array(choices.shares)
    drawn = chance.choice(len(shares), number, p=shares / shares.sum())
    speaks = chance.random((number, 1)) > vocabulary.SILENT_SHARE
    return (np.arange(len(shares)) == drawn[:, None]) & speaks
