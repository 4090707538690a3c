"""A piece of a section that shows the words of a search. Pure."""

from collections.abc import Collection
from itertools import accumulate

from articles.words.around import around
from articles.words.stems import highlighted, stems_of

LONGEST = 220  # characters
BEFORE = 70


def excerpt(words: str, stems: Collection[str]) -> str:
    """Of the line with the most of them; where none has any, of the first."""
    lines = words.split("\n")
    line = max(lines, key=lambda line: len(set(stems).intersection(stems_of(line))))
    if len(line) <= LONGEST:
        return line
    return around(line, _densest(line, stems), longest=LONGEST, before=BEFORE)


def source(sources: str, stems: Collection[str]) -> str:
    """The title of a cited source that has the most of them; empty where none has any."""
    having = {title: len(set(stems).intersection(stems_of(title))) for title in sources.split("\n")}
    best = max(having, key=having.__getitem__)
    return best if having[best] else ""


def _densest(line: str, stems: Collection[str]) -> int:
    """Where to begin, so that what follows shows the most of them; 0 where there is none."""
    pieces = highlighted(line, stems)
    starts = accumulate((len(piece) for piece, _ in pieces), initial=0)
    hits = [
        (start, frozenset(stems_of(piece))) for start, (piece, is_hit) in zip(starts, pieces, strict=False) if is_hit
    ]
    return max((start for start, _ in hits), key=lambda place: _shown_from(place, hits), default=0)


def _shown_from(place: int, hits: list[tuple[int, frozenset[str]]]) -> int:
    return len(frozenset().union(*(stems for start, stems in hits if place <= start < place + LONGEST - BEFORE)))
