"""An article cut at its headings: what a comment can be anchored to. Pure."""

import html
import re
from dataclasses import dataclass
from functools import cached_property

from articles.markdown import render

HEADING = re.compile(r'(?=<h[2-6] id="([^"]+)")')
# The anchor of the title and the summary: no heading gets such an id.
HEAD = "@head"
# Numbers of references and marks of certainty are no words of the text.
MARKS = re.compile(r'<sup class="cites">.*?</sup>|<a [^>]*class="certainty[^>]*>.*?</a>', re.DOTALL)
ENDS = re.compile(r"</(?:p|li|dt|dd|h[1-6]|caption|th|td|div|pre)>|<br>")
TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Passage:
    """`html` begins with a heading, whose id is `anchor`: empty before the first, HEAD for title and summary."""

    anchor: str
    title: str
    html: str

    @cached_property
    def words(self):
        return plain(self.html)


def head(title, summary):
    # A line end between them, because words are selected across both.
    return Passage(HEAD, "", f"<h2>{html.escape(title)}</h2>\n<p>{html.escape(summary)}</p>")


def passages(text, claims=None):
    rendered = render(text, claims=claims)
    titles = {heading.id: heading.title for heading in rendered.contents}
    first, rest = cut(rendered.html)
    found = [Passage("", "", first)] if first.strip() else []
    return found + [Passage(anchor, titles.get(anchor, ""), part) for anchor, part in rest]


def cut(markup):
    """What stands before the first heading, and then each (anchor, what follows from its heading on)."""
    first, *rest = HEADING.split(markup)
    return first, list(zip(rest[::2], rest[1::2], strict=True))


def home_of(quote, anchor, among):
    """The passage that a remark belongs to: its own while its words stand there, else the first that has them now,
    because headings change and words move; else its own all the same. None where both are gone."""
    own = [passage for passage in among if passage.anchor == anchor]
    with_words = [passage for passage in (*own, *among) if quote in passage.words]
    return next(iter([*with_words, *own]), None)


def plain(markup):
    """The words alone, with single spaces between."""
    return " ".join(html.unescape(TAG.sub("", ENDS.sub(" ", MARKS.sub("", markup)))).split())
