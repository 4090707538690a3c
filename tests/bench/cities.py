"""Where generated listings stand, and which cities are searched around: the shipped cities, the larger the likelier."""

import csv
import gzip
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from directory.importers.places import PLACES

SMALLEST = 2000
SPREAD_DEGREES = 0.06


@dataclass(frozen=True)
class Cities:
    """From the largest to the smallest."""

    state: NDArray
    latitude: NDArray
    longitude: NDArray
    population: NDArray

    @classmethod
    def read(cls) -> "Cities":
        with gzip.open(PLACES, "rt", encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["kind"] == "city" and int(row["population"]) > SMALLEST]
        rows.sort(key=lambda row: -int(row["population"]))
        return cls(
            np.array([row["state"].lower() for row in rows]),
            np.array([float(row["latitude"]) for row in rows]),
            np.array([float(row["longitude"]) for row in rows]),
            np.array([int(row["population"]) for row in rows]),
        )

    def draw(self, chance: np.random.Generator, number: int) -> tuple[NDArray, NDArray, NDArray]:
        """The states, latitudes and longitudes of so many listings."""
        towns = chance.choice(len(self.state), number, p=self.population / self.population.sum())
        spread = chance.normal(0, SPREAD_DEGREES, (2, number))
        return self.state[towns], self.latitude[towns] + spread[0], self.longitude[towns] + spread[1]
