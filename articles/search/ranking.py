"""The order of sections that have the words of a search: a guide's title over a heading over the text over the titles
of its sources; among equals what says more of it. Pure, so that it is the same on every database.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import log

from articles.words.full_text import Groups

# What a word counts for in each place, beside how often it stands in the text (which counts for 1 at most).
HEADING, ABOVE, STRESSED, SOURCES = 2.5, 0.6, 1.2, 0.2
# Two words of the search that stand side by side.
TOGETHER = 1.5
# How soon one more time stops to count, and how many words a section of usual length has.
SATURATION, USUAL_LENGTH = 1.5, 150


@dataclass(frozen=True)
class Said:
    """Stems of one section, in their order."""

    heading: list[str]
    above: list[str]
    text: list[str]
    stressed: list[str]
    sources: list[str]


class Ranking:
    """`groups` are the words asked for, each by its stems; `holders` how many sections have each of the stems, of
    `number` sections in all."""

    def __init__(self, groups: Groups, holders: Mapping[str, int], number: int):
        self.groups = groups
        self.weights = [log(1 + number / (1 + max(holders[stem] for stem in group))) for group in groups]

    def score(self, said: Said) -> float:
        words = sum(weight * self._word(group, said) for group, weight in zip(self.groups, self.weights, strict=True))
        return words * (1 + TOGETHER * self._together(said))

    def _word(self, group: tuple[str, ...], said: Said) -> float:
        return (
            HEADING * _share(group, said.heading)
            + ABOVE * _share(group, said.above)
            + STRESSED * (not set(said.stressed).isdisjoint(group))
            + SOURCES * (not set(said.sources).isdisjoint(group))
            + _often(group, said.text)
        )

    def _together(self, said: Said) -> float:
        """The share of the words that stand next to each other as they were typed."""
        pairs = list(pairwise(self.groups))
        beside = {*pairwise(said.heading), *pairwise(said.text)}
        near = [any((one, other) in beside for one in first for other in second) for first, second in pairs]
        return sum(near) / len(pairs) if pairs else 0


def _share(group: Iterable[str], heading: list[str]) -> float:
    """A heading that says nothing else counts in full, a long one still for half of it."""
    hits = sum(heading.count(stem) for stem in group)
    return min(1.0, 0.5 + 0.5 * hits / len(heading)) if hits else 0


def _often(group: Iterable[str], text: list[str]) -> float:
    """More often is better, each time a little less; in a long section it means less."""
    hits = sum(text.count(stem) for stem in group)
    return hits / (hits + SATURATION * (0.25 + 0.75 * len(text) / USUAL_LENGTH))
