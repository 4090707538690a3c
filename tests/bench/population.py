"""Generated listings as the search and the plain tables know them; the same seed always gives the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from tests.bench import vocabulary
from tests.bench.cities import Cities
from tests.bench.writing import Words

SEED = 20261123
CHUNK = 10_000


@dataclass(frozen=True)
class Listing:
    """`said` holds for each facet the slugs of a listing; `numbers` are those terms' numbers."""

    pk: int
    state: str
    latitude: float
    longitude: float
    name: str
    headline: str
    text: str
    price_usd: int | None
    confirmed_on: date
    live_until: date
    shuffle: int
    numbers: list[int]


class Population:
    def __init__(self, today: date, state_numbers: dict[str, int]):
        self.today = today
        self.state_numbers = state_numbers
        self.cities = Cities.read()
        self.choices = vocabulary.read()
        self.words = Words.invent()

    def chunks(self, size: int) -> Iterator[list[Listing]]:
        chance = np.random.default_rng(SEED)
        for start in range(1, size + 1, CHUNK):
            yield self._chunk(chance, start, min(CHUNK, size + 1 - start))

    def _chunk(self, chance: np.random.Generator, first: int, number: int) -> list[Listing]:
        states, latitudes, longitudes = self.cities.draw(chance, number)
        shuffles = chance.choice(2**31, number, replace=False)
        prices, ages = chance.integers(200, 900, number), chance.integers(0, 130, number)
        said = self.words.draw(chance, number)
        terms = self._terms(chance, number)
        return [
            Listing(
                pk=first + row,
                state=states[row],
                latitude=float(latitudes[row]),
                longitude=float(longitudes[row]),
                name=said[row][0],
                headline=said[row][1],
                text=said[row][2],
                price_usd=int(prices[row]) if prices[row] > 270 else None,
                confirmed_on=self.today - timedelta(days=int(ages[row])),
                live_until=self.today + timedelta(days=120 - int(ages[row])),
                shuffle=int(shuffles[row]),
                numbers=sorted([self.state_numbers[states[row]], *terms[row]]),
            )
            for row in range(number)
        ]

    def _terms(self, chance: np.random.Generator, number: int) -> list[list[int]]:
        terms: list[list[int]] = [[] for _ in range(number)]
        for choices in self.choices:
            has = _many(chance, choices, number) if choices.is_many else _one(chance, choices, number)
            numbers = np.array(choices.numbers)
            for row, (said, own) in enumerate(zip(np.any(has, axis=1).tolist(), terms, strict=True)):
                if said:
                    own.extend(numbers[has[row]].tolist())
                elif choices.not_stated:
                    own.append(choices.not_stated)
        return terms


def _many(chance: np.random.Generator, choices: vocabulary.Choices, number: int) -> NDArray:
    speaks = chance.random((number, 1)) > vocabulary.SILENT_SHARE
    return (chance.random((number, len(choices.numbers))) < choices.shares) & speaks


def _one(chance: np.random.Generator, choices: vocabulary.Choices, number: int) -> NDArray:
    shares = np.array(choices.shares)
    drawn = chance.choice(len(shares), number, p=shares / shares.sum())
    speaks = chance.random((number, 1)) > vocabulary.SILENT_SHARE
    return (np.arange(len(shares)) == drawn[:, None]) & speaks
