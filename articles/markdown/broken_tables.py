"""What was meant for a table and would reach readers as bars and dashes, with cells lost, or as a caption of nothing.

Asked of the blocks before claims and captions are set, so that only what somebody typed is judged.
"""

import re

from django.utils.translation import gettext as _
from markdown_it.rules_block.table import escapedSplit

ROW = re.compile(r"\|.*\|")
RULE = set(" :|-")
CAPTION = "Table:"
FOLLOWS = ("[[table:", "[[plot:")


def extend(parser):
    parser.core.ruler.after("block", "want_whole_tables", _want_whole)


def _want_whole(state):
    rendered = state.env["rendered"]
    for line, message in [*_loose_rows(state.tokens), *_uneven_rows(state), *_loose_captions(state.tokens)]:
        rendered.complain(line, message)


def _paragraphs(tokens):
    """(index of its words, their token)"""
    for index, token in enumerate(tokens[1:], start=1):
        if token.type == "inline" and tokens[index - 1].type == "paragraph_open":
            yield index, token


def _loose_rows(tokens):
    """Of a paragraph the first."""
    message = _("This is a row of no table. The second line of a table is |---|---|, with a part for each column.")
    for _index, inline in _paragraphs(tokens):
        rows = [number for number, words in enumerate(inline.content.split("\n")) if _is_row(words)]
        if rows:
            yield inline.map[0] + 1 + rows[0], message


def _is_row(words):
    """Of cells between bars, or the line below the heads."""
    return ROW.fullmatch(words.strip()) or {"|", "-"} <= set(words) <= RULE


def _uneven_rows(state):
    """A cell that lacks would stay empty, and one too many would be lost."""
    lines, columns, in_head = state.src.split("\n"), 0, False
    for token in state.tokens:
        if token.type == "thead_open":
            columns, in_head = 0, True
        elif token.type == "thead_close":
            in_head = False
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tr_open" and not in_head and (cells := _cells(lines[token.map[0]])) != columns:
            yield token.map[0] + 1, _uneven(cells, columns)


def _cells(row):
    """As the parser counts them: bars at the ends of a row part nothing."""
    parts = escapedSplit(row.lstrip("> \t").rstrip())
    return len(parts) - (not parts[0]) - (not parts[-1] and len(parts) > 1)


def _uneven(cells, columns):
    counts = {"cells": cells, "columns": columns}
    return (
        _("Cells in this row: %(cells)s; columns of its table: %(columns)s. Below a table comes an empty line.")
        % counts
    )


def _loose_captions(tokens):
    message = _("“Table:” names the table right below it, and here is none. Begin with other words.")
    for index, inline in _paragraphs(tokens):
        if inline.content.startswith(CAPTION) and not _is_followed(tokens[index + 2 : index + 4]):
            yield inline.map[0] + 1, message


def _is_followed(following):
    """By a table, or by claims that become one."""
    kinds = [token.type for token in following]
    return kinds[:1] == ["table_open"] or (
        kinds == ["paragraph_open", "inline"] and following[1].content.startswith(FOLLOWS)
    )
