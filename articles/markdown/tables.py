"""Tables: a paragraph `Table: words` right above one is its caption, the first cell of a row is the row's heading.

Each table lies in a region that scrolls by itself and can be reached with the keyboard, so a wide one never makes the
page scroll sideways. On a phone its rows stand beneath each other, and each cell says by itself which column it is of.
"""

from django.utils.html import escape
from django.utils.translation import gettext as _

from articles.markdown import broken_tables
from articles.markdown.tokens import plain_text

PREFIX = "Table: "
ALIGNMENTS = {"text-align:right": "align-right", "text-align:center": "align-center"}


def extend(parser):
    broken_tables.extend(parser)
    parser.core.ruler.before("inline", "take_captions", _take_captions)
    parser.core.ruler.push("head_cells", _head_cells)
    parser.core.ruler.push("name_tables", _name)
    parser.core.ruler.push("want_table_heads", _want_heads)
    parser.add_render_rule("table_open", _render_open)
    parser.add_render_rule("table_close", lambda *_: "</table></div>\n")


def _take_captions(state):
    """paragraph_open, inline, paragraph_close, table_open → table_open, caption_open, inline, caption_close."""
    tokens = state.tokens
    for index in range(len(tokens) - 3):
        opening, inline, closing, table = tokens[index : index + 4]
        kinds = (opening.type, closing.type, table.type)
        if kinds == ("paragraph_open", "paragraph_close", "table_open") and inline.content.startswith(PREFIX):
            inline.content = inline.content.removeprefix(PREFIX).lstrip()
            opening.type, closing.type = "caption_open", "caption_close"
            opening.tag = closing.tag = "caption"
            tokens[index : index + 4] = [table, opening, inline, closing]


def _head_cells(state):
    """Column heads say so; in the body the first cell of a row does. An empty cell is no head."""
    columns: list[str] = []
    column = 0
    for token, inline, closing in zip(state.tokens, state.tokens[1:], state.tokens[2:], strict=False):
        if token.type == "thead_open":
            columns = []
        elif token.type == "tr_open":
            column = 0
        elif token.type == "th_open":
            columns.append(plain_text(inline).strip())
            _make(token, closing, "col" if columns[-1] else None)
        elif token.type == "td_open":
            _make(token, closing, "row" if column == 0 and inline.content.strip() else None)
            if column and columns[column]:
                token.attrSet("data-label", columns[column])
            column += 1


def _want_heads(state):
    """Nobody who hears a table knows what a column without a head is about."""
    line, in_head = 0, False
    heads: list[str] = []
    for token in state.tokens:
        if token.type == "thead_open":
            line, heads, in_head = token.map[0] + 1, [], True
        elif token.type == "thead_close":
            in_head = False
            if not any(heads):
                state.env["rendered"].complain(
                    line, _("This table has no heads: say in its first row what each column is.")
                )
        elif in_head and token.type == "inline":
            heads.append(plain_text(token).strip())


def _make(opening, closing, scope):
    """A head of a row or a column, or else a plain cell."""
    opening.tag = closing.tag = "th" if scope else "td"
    if scope:
        opening.attrSet("scope", scope)
    _align_by_class(opening)


def _align_by_class(token):
    """The site's content policy allows no style attribute."""
    style = token.attrs.pop("style", "")
    if style in ALIGNMENTS:
        token.attrSet("class", ALIGNMENTS[style])


def _name(state):
    number = 0
    for index, token in enumerate(state.tokens):
        if token.type == "table_open":
            number += 1
            caption = state.tokens[index + 1]
            if caption.type == "caption_open":
                caption.attrSet("id", f"table-{number}")
                name = plain_text(state.tokens[index + 2])
            else:
                name = _("Table %(number)s") % {"number": number}
            token.meta["name"] = name


def _render_open(renderer, tokens, index, _options, _env):
    name, kind = escape(tokens[index].meta["name"]), renderer.renderAttrs(tokens[index])
    return f'<div class="table-wrap" role="region" aria-label="{name}" tabindex="0"><table{kind}>\n'
