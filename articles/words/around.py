"""A short piece of a text around the words that were searched for. Pure."""

from collections.abc import Set

from articles.words.stems import highlighted

LONGEST = 140  # characters
BEFORE = 50


def around(text: str, place: int, *, longest: int = LONGEST, before: int = BEFORE) -> str:
    """Some words before and after a place, never half a word."""
    start = text.find(" ", place - before) + 1 if place > before else 0
    end = start + longest
    if end < len(text):
        space = text.rfind(" ", place, end)
        text = text[: space if space > place else end] + "…"
    return "…" * bool(start) + text[start:]


def first_of(text: str, stems: Set[str]) -> int:
    """Where it begins; 0 where there is none, because the text says the same in other words."""
    place = 0
    for piece, is_one in highlighted(text, stems):
        if is_one:
            return place
        place += len(piece)
    return 0
