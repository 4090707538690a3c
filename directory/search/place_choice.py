"""A place that is offered to a visitor, who may have meant it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from directory.models import Place


@dataclass(frozen=True)
class Choice:
    """Typing `value` finds it."""

    value: str
    label: str
    kind: str


def choices_of(places: Iterable[Place]) -> list[Choice]:
    return [Choice(place.value, place.label, place.kind) for place in places]
