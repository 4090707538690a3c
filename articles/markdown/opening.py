"""A text's first box for a crisis, where it stands before every heading, apart from the rest.

The page shows it above who wrote the guide and when: on a phone those take more than a screen.
"""

import re
from typing import NamedTuple

from articles.markdown.terms import TAG

BOX = '<div class="callout callout-crisis">'
HEADING = re.compile(r"<h[1-6]\b")
DIV = re.compile(r"</?div\b")


class Opening(NamedTuple):
    """HTML. `leads`: nothing stands before the box, so the page puts it before the summary as well."""

    box: str
    rest: str
    leads: bool


def take_box(html):
    for tag in TAG.finditer(html):
        if HEADING.match(tag[0]):
            break
        if tag[0] == BOX:
            start, end = tag.start(), _end(html, tag.start())
            return Opening(html[start:end], html[:start] + html[end:].lstrip("\n"), not html[:start].strip())
    return Opening("", html, False)


def _end(html, start):
    """A box may hold a table, which has a box of its own for scrolling."""
    depth = 0
    for tag in TAG.finditer(html, start):
        if DIV.match(tag[0]):
            depth += -1 if tag[0].startswith("</") else 1
            if depth == 0:
                return tag.end()
    return len(html)
