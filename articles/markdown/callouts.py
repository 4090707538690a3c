"""`::: warning Call before you go` … `:::` is a box: a summary, a warning, where to turn in a crisis, or evidence.

Its title is no heading; without one the box says what it is, because color alone must not.
"""

import re

from django.utils.html import escape
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from mdit_py_plugins.container import container_plugin

from articles.markdown.tokens import walk

KINDS = {
    "summary": _("In short"),
    "warning": _("Take care"),
    "crisis": _("If you are in crisis"),
    "evidence": _("About the evidence"),
}
FENCE = re.compile(r"^[> ]*:::")


def extend(parser):
    for kind in KINDS:
        parser.use(container_plugin, name=kind, render=_render)
    parser.core.ruler.push("check_callouts", _check)


def _render(_renderer, tokens, index, _options, _env):
    token = tokens[index]
    if token.nesting == -1:
        return "</div>\n"
    kind, _space, title = token.info.strip().partition(" ")
    title = escape(title.strip() or KINDS[kind])
    return f'<div class="callout callout-{kind}">\n<p class="callout-title">{title}</p>\n'


def _check(state):
    rendered, lines = state.env["rendered"], state.src.split("\n")
    for token in state.tokens:
        if token.type.startswith("container_") and token.map and not _closes(lines, token.map[1]):
            rendered.complain(token.map[0] + 1, gettext("This call-out is never closed: end it with a line of “:::”."))
    for token, line in walk(state.tokens):
        if token.type == "text" and token.content.lstrip().startswith(":::"):
            kinds = ", ".join(KINDS)
            rendered.complain(line, gettext("This is no call-out. The kinds are %(kinds)s.") % {"kinds": kinds})


def _closes(lines, index):
    return index < len(lines) and FENCE.match(lines[index])
