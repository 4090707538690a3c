"""Everything the search knows of an area. One index answers all of it, so that no two numbers contradict each other."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from directory.search import live, tallies
from directory.search.answer import answer
from directory.search.circle import slots_within
from directory.search.figures import figures
from directory.search.matching import match
from directory.search.query import Near, Query, Results
from directory.search.sets import slots_of
from directory.search.tallies import Tally


class Finding:
    def __init__(self, query: Query):
        self.index, self.query = live.index(), query
        self.results = answer(self.index, query)
        self.figures = figures(self.index, query)

    @property
    def total(self) -> int:
        return self.figures.total

    def count(self, facet: str, slug: str) -> int:
        return self.results.counts[facet].get(slug, 0)

    @cached_property
    def cities(self) -> dict[int, Tally]:
        """Of what was found, by the pk of its city."""
        return self._by_city(slots_of(match(self.index, self.query).found))

    def in_city(self, pk: int) -> Tally:
        """Of all that have their address in a city, found or not."""
        return self._by_city(np.flatnonzero(self.index.columns.city_id == pk)).get(pk, Tally())

    def in_state(self, code: str) -> Tally:
        return tallies.of_state(self.index, code.lower(), self.query.today)

    def count_in(self, code: str) -> int:
        """How many there are in a state."""
        return self.elsewhere(Query(self.query.today, state=code.lower()))

    def cities_around(self, near: Near) -> dict[int, Tally]:
        return self._by_city(slots_within(self.index, near))

    def answer(self, query: Query) -> Results:
        """To another question."""
        return answer(self.index, query)

    def elsewhere(self, query: Query) -> int:
        """How many another question would find."""
        return len(match(self.index, query).found)

    def _by_city(self, slots: NDArray[np.intp]) -> dict[int, Tally]:
        return tallies.by_city(self.index, slots, self.query.today)
