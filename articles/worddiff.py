"""Two texts word by word: what is the same, what went, what came. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

# A word with the space before it, so that the pieces put together are the text again.
WORD = re.compile(r"\s*\S+|\s+$")


@dataclass(frozen=True)
class Piece:
    """`kind` is "same", "gone" or "new"."""

    kind: str
    text: str


def pieces(old: str, new: str) -> list[Piece]:
    """In reading order, what went before what came in its place."""
    before, after = WORD.findall(old), WORD.findall(new)
    matcher = SequenceMatcher(a=[word.strip() for word in before], b=[word.strip() for word in after])
    return [piece for step in matcher.get_opcodes() for piece in _of(step, before, after)]


def _of(step, before: list[str], after: list[str]) -> Iterable[Piece]:
    kind, old_from, old_to, new_from, new_to = step
    gone, came = "".join(before[old_from:old_to]), "".join(after[new_from:new_to])
    if kind == "equal":
        yield Piece("same", came)
        return
    if gone:
        yield Piece("gone", gone)
    if came:
        yield Piece("new", came)
