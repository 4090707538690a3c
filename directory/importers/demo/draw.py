"""How likely each answer is: a draw is either an answer or silence, because real practices leave much unsaid."""

from collections.abc import Mapping
from functools import cache
from random import Random
from typing import TypeVar

from django.db.models import Choices

Slug = TypeVar("Slug", bound=str)


@cache
def values_of(enumeration: type[Choices]) -> list[str]:
    """Django makes a new list each time, and a practice asks twenty times."""
    return enumeration.values


class Draw(Random):
    """A seeded source of answers."""

    def chance(self, share: float) -> bool:
        return self.random() < share

    def weighted(self, **weights: float) -> str:
        return self.choices(list(weights), list(weights.values()))[0]

    def some(self, shares: Mapping[Slug, float]) -> list[Slug]:
        """Each slug with its own share."""
        return [slug for slug, share in shares.items() if self.chance(share)]

    def stated(self, share: float, values, otherwise="not_stated"):
        return self.choice(list(values)) if self.chance(share) else otherwise

    def rounded(self, low: int, high: int, step: int) -> int:
        return self.randrange(low, high + 1, step)
