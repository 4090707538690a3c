"""An edition cut at its headings, as a search finds it: plain words, and what of them stands out. Pure."""

import html
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from articles.passages import ENDS, MARKS, TAG, cut, plain

HEADED = re.compile(r"<h(?P<level>[2-6])[^>]*>(?P<title>.*?)</h[2-6]>(?P<body>.*)", re.DOTALL)
CITED = re.compile(r'href="#ref-([^"]+)"')
# What a reader's eye rests on: the first words of a point, the head of a row, what a table is about.
STRESSED = re.compile(r'<(strong|dt|caption|th)(?: scope="row"| id="[^"]*")?>(.*?)</\1>', re.DOTALL)
BETWEEN_CELLS = re.compile(r"</t[hd]>\s*(?=<t[hd])")
SPACES = re.compile(r"[ \t]+")


class Part(NamedTuple):
    """`anchor` is empty where the guide begins, and `title` then that of the guide; `above` are the headings that it
    stands under; a line of `words` is a paragraph, a point or a row; `sources` are the titles of what it cites."""

    anchor: str
    title: str
    above: str
    words: str
    stressed: str
    sources: str


def parts_of(title: str, summary: str, markup: str, sources: Mapping[str, str]) -> Iterator[Part]:
    """`sources` are the titles of references by key."""
    first, rest = cut(markup)
    yield _part("", title, "", f"<p>{html.escape(summary)}</p>{first}", sources)
    headings: dict[int, str] = {}
    for anchor, part in rest:
        if headed := HEADED.match(part):
            level, heading = int(headed["level"]), plain(headed["title"])
            headings = {above: words for above, words in headings.items() if above < level}
            yield _part(anchor, heading, " › ".join(headings.values()), headed["body"], sources)
            headings[level] = heading


def _part(anchor, title, above, markup, sources) -> Part:
    cited = dict.fromkeys(CITED.findall(markup))
    return Part(
        anchor,
        title,
        above,
        words=lines(markup),
        stressed=" ".join(plain(words) for _tag, words in STRESSED.findall(MARKS.sub("", markup))),
        sources="\n".join(sources[key] for key in cited if key in sources),
    )


def lines(markup: str) -> str:
    """A paragraph, a point or a row of a table each; a number keeps to its unit."""
    broken = ENDS.sub("\n", BETWEEN_CELLS.sub(" · ", MARKS.sub("", markup).replace("\n", " ")))
    found = (SPACES.sub(" ", line).strip() for line in html.unescape(TAG.sub("", broken)).split("\n"))
    return "\n".join(line for line in found if line.strip(" ·"))
