"""A text as runs of plain words, for setting editions side by side and for advice: no notation, and no HTML."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from articles.markdown.certainty import CERTAINTIES
from articles.markdown.tokens import plain_text


class Block(NamedTuple):
    """`section` is the last heading before it; a table's row is one block."""

    section: str
    words: str


class Run(NamedTuple):
    """A block with the line that it begins on."""

    line: int
    is_heading: bool
    block: Block


def runs_of(tokens, label, certainty=lambda word: f" ({CERTAINTIES[word]})") -> Iterator[Run]:
    """`label(key)` stands for a citation."""
    section, line = "", 1
    cells: list[str] | None = None
    for before, token in pairwise(tokens):
        line = token.map[0] + 1 if token.map else line
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            yield Run(line, False, Block(section, " | ".join(cells or [])))
            cells = None
        elif token.type == "inline":
            words = _words(token, label, certainty)
            is_heading = before.type == "heading_open"
            section = plain_text(token).strip() if is_heading else section
            if cells is None:
                yield Run(line, is_heading, Block(section, words))
            else:
                cells.append(words)


def _words(inline, label, certainty):
    return "".join(_of(token, label, certainty) for token in inline.children or []).strip()


def _of(token, label, certainty):
    if token.type == "citation":
        return "".join(label(key) for key in token.meta["keys"])
    if token.type == "certainty":
        return certainty(token.content)
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return token.content if token.type in ("text", "text_special", "code_inline", "figure") else ""
