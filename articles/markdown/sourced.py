"""A claim’s figure in the text needs the source of that claim: a citation covers what stands before it in its
paragraph, up to the citation before, and its whole row of a table.
"""

from itertools import dropwhile, takewhile

from django.utils.translation import gettext as _
from markdown_it.token import Token

from articles.markdown.tokens import walk

CLOSE = ("citation", "certainty", "eaten_break")


def extend(parser):
    parser.core.ruler.push("want_figures_sourced", _want_sourced)


def _want_sourced(state):
    if state.env.get("claims") is None:
        return
    for tokens, is_row in _pieces(state.tokens):
        for figure, line, cited in _figures(tokens, is_row):
            if not cited.intersection(figure.meta["sources"]):
                state.env["rendered"].complain(line, _message(figure, is_row))


def _message(figure, is_row):
    said = {"key": figure.meta["key"], "cite": "; ".join(f"@{key}" for key in figure.meta["sources"])}
    if is_row:
        return _("The figure [[%(key)s]] stands in this row without its source. Cite [%(cite)s] beside it.") % said
    return _("The figure [[%(key)s]] stands here without its source. Write [%(cite)s] after it.") % said


def _pieces(tokens):
    """Paragraphs and rows, each as (their tokens, whether it is a row)."""
    row: list[Token] | None = None
    for token in tokens:
        if token.type == "tr_open":
            row = []
        if row is not None:
            row.append(token)
        elif token.type == "inline":
            yield [token], False
        if token.type == "tr_close":
            yield row, True
            row = None


def _figures(tokens, is_row):
    """Each figure with its line and the keys of what covers it."""
    parts = list(walk(tokens))
    for index, (token, line) in enumerate(parts):
        if token.type == "figure" and "sources" in token.meta:
            yield token, line, _cited(parts if is_row else _next_citations(parts[index + 1 :]))


def _next_citations(parts):
    """The next one, and those that stand close to it."""
    return takewhile(lambda part: part[0].type in CLOSE, dropwhile(lambda part: part[0].type != "citation", parts))


def _cited(parts):
    return {key for token, _line in parts if token.type == "citation" for key in token.meta["keys"]}
