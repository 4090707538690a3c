"""A decision over the chosen rows of a list: the verb on each, and a sentence for each refusal."""

from collections.abc import Callable, Iterable

from django.contrib import messages
from django.core.exceptions import ValidationError


def decide(request, rows: Iterable, verb: Callable, done: Callable[[int], str]) -> None:
    """`verb` takes a row and raises ValidationError where it refuses; `done` words the number of the others."""
    number = sum(_is_done(request, row, verb) for row in rows)
    if number:
        messages.success(request, done(number))


def _is_done(request, row, verb: Callable) -> bool:
    try:
        verb(row)
    except ValidationError as refusal:
        messages.error(request, f"{row}: {' '.join(refusal.messages)}")
        return False
    return True
