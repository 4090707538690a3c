"""A text as runs of plain words, for setting one edition beside another: nothing of the notation, and no HTML."""

from itertools import pairwise
from typing import NamedTuple

from articles.markdown.certainty import CERTAINTIES
from articles.markdown.tokens import plain_text


class Block(NamedTuple):
    """`section` is the last heading before it; a table's row is one block."""

    section: str
    words: str


def blocks_of(tokens, label):
    """`label(key)` stands for a citation."""
    section, cells, found = "", None, []
    for before, token in pairwise(tokens):
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close":
            found.append(Block(section, " | ".join(cells)))
            cells = None
        elif token.type == "inline":
            words = _words(token, label)
            if before.type == "heading_open":
                section = plain_text(token).strip()
            cells.append(words) if cells is not None else found.append(Block(section, words))
    return [block for block in found if block.words]


def _words(inline, label):
    return "".join(_of(token, label) for token in inline.children or []).strip()


def _of(token, label):
    if token.type == "citation":
        return "".join(f" [{label(key)}]" for key in token.meta["keys"])
    if token.type == "certainty":
        return f" ({CERTAINTIES[token.content]})"
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return token.content if token.type in ("text", "text_special", "code_inline") else ""
