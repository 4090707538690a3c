"""Links: collected for checking; those that leave the site say so to the browser."""

from django.utils.translation import gettext as _

from articles.markdown.result import Link
from articles.markdown.tokens import walk


def extend(parser):
    parser.core.ruler.push("collect_links", _collect)


def _collect(state):
    rendered = state.env["rendered"]
    for token, line in walk(state.tokens):
        if token.type == "link_open":
            href = str(token.attrGet("href") or "")
            rendered.links.append(Link(line, href))
            if href.startswith(("http://", "https://", "//")):
                token.attrSet("rel", "noopener")
        elif token.type == "text" and "](" in token.content:
            rendered.complain(line, _("A link cannot be read: mend its address, and keep citations out of its words."))
