"""`## Cost and insurance {#cost}`: every heading gets an address; those outside boxes and lists become the contents.

The page's title is the only heading of the first level, so a text begins at the second and skips none.
"""

import re
from itertools import pairwise

from django.utils.text import slugify
from django.utils.translation import gettext as _

from articles.markdown.result import PAGE_IDS, Heading
from articles.markdown.tokens import plain_text

# Without a space between it is words like any others.
STUCK = re.compile(r"^(#{2,6})[^\s#]", re.MULTILINE)
ANCHOR = re.compile(r"\s*\{#([a-z][a-z0-9-]*)\}\s*$")
PAGE_ID_BEGINNINGS = ("claim-", "ref-", "cite-", "preview-", "table-", "term-")


def extend(parser):
    parser.core.ruler.before("inline", "take_anchors", _take_anchors)
    parser.core.ruler.push("address_headings", _address)
    parser.core.ruler.after("block", "want_space_after_marks", _want_space)


def is_taken(id):
    return id in PAGE_IDS or id.startswith(PAGE_ID_BEGINNINGS)


def _take_anchors(state):
    for token, inline in _headings(state.tokens):
        if found := ANCHOR.search(inline.content):
            token.meta["anchor"] = found[1]
            inline.content = inline.content[: found.start()]


def _address(state):
    rendered = state.env["rendered"]
    level = 1
    for token, inline in _headings(state.tokens):
        line = token.map[0] + 1
        _complain_of_level(rendered, line, level, int(token.tag[1]))
        level = int(token.tag[1])
        title = plain_text(inline).strip()
        if not title:
            rendered.complain(line, _("This heading has no words."))
        token.attrSet("id", _free_id(rendered, line, token.meta.get("anchor"), title))
        if token.level == 0 and title:
            rendered.contents.append(Heading(level, str(token.attrGet("id")), title))


def _want_space(state):
    for token, inline in pairwise(state.tokens):
        if token.type == "paragraph_open" and (found := STUCK.search(inline.content)):
            line = token.map[0] + 1 + inline.content.count("\n", 0, found.start())
            message = _("A heading has a space after its “%(mark)s”.") % {"mark": found[1]}
            state.env["rendered"].complain(line, message)


def _headings(tokens):
    for token, following in pairwise(tokens):
        if token.type == "heading_open":
            yield token, following


def _complain_of_level(rendered, line, above, level):
    if level == 1:
        rendered.complain(line, _("The title is the page's one first-level heading: begin with “##”."))
    elif level > above + 1:
        skipped = {"level": "#" * level, "above": "#" * (above + 1)}
        rendered.complain(line, _("A heading level is skipped: “%(level)s” where “%(above)s” comes next.") % skipped)


def _free_id(rendered, line, anchor, title):
    wanted = anchor or slugify(title) or "section"
    if is_taken(wanted) or wanted in rendered.ids:
        if anchor:
            rendered.complain(line, _("The anchor “%(anchor)s” is taken.") % {"anchor": anchor})
        wanted = _numbered(f"section-{wanted}" if is_taken(wanted) else wanted, rendered.ids)
    rendered.ids.add(wanted)
    return wanted


def _numbered(wanted, ids):
    number, candidate = 2, wanted
    while candidate in ids:
        candidate, number = f"{wanted}-{number}", number + 1
    return candidate
