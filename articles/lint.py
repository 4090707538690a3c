"""What keeps a text from being published, each with its line."""

import re
from urllib.parse import unquote

from django.utils.translation import gettext as _

from articles.markdown import Problem, render, runs
from articles.overclaims import overclaims

NO_LINE = 0
LINE_END = re.compile(r"\r\n?|\n")
QUOTED = 40
PICTURE = re.compile(r"!\[([^\]]*)\]\(")


def problems_of(text, *, listed, leads_to_page, claims=None):
    """`listed` are the keys of the article's references; `leads_to_page(href)` knows the addresses of this site."""
    rendered = render(text, known=listed, claims=claims)
    found = [*rendered.problems, *_broken_links(rendered, leads_to_page), *_overclaims(text), *_pictures(text)]
    uncited = sorted(set(listed) - {cited.key for cited in rendered.cited})
    return [*quoting(sorted(found), text), *(_uncited(key) for key in uncited)]


def quoting(problems, text):
    """Each with the start of its line, by which a writer finds it."""
    lines = LINE_END.split(text)
    return [_quoting(problem, lines) for problem in problems]


def _quoting(problem, lines):
    line = lines[problem.line - 1].strip() if problem.line <= len(lines) else ""
    return problem._replace(start=line if len(line) <= QUOTED else line[:QUOTED].rstrip() + "…")


def _broken_links(rendered, leads_to_page):
    for link in rendered.links:
        if not _leads_somewhere(link.href, rendered, leads_to_page):
            yield Problem(link.line, _("The link to “%(href)s” leads nowhere.") % {"href": link.href})


def _overclaims(text):
    for line, _is_heading, block in runs(text, lambda key: "", lambda word: ""):
        for phrase in overclaims(block.words):
            yield Problem(
                line, _("“%(phrase)s” promises more than studies show. Say what was found.") % {"phrase": phrase}
            )


def _pictures(text):
    for line, words in enumerate(LINE_END.split(text), start=1):
        for alt in PICTURE.findall(words):
            if not alt.strip():
                yield Problem(line, _("This picture has no description for people who cannot see it."))
            yield Problem(line, _("A guide shows no pictures: say it in words, or link to it."))


def _uncited(key):
    message = _(
        "The list of references holds “%(key)s”, which the text never cites. Cite it, or take it out of the list, "
        "which stands below the text."
    )
    return Problem(NO_LINE, message % {"key": key})


def _leads_somewhere(href, rendered, leads_to_page):
    """Only within the site: other sites are not asked."""
    if href.startswith("#"):
        return rendered.has_place(unquote(href[1:]))
    if href.startswith("/") and not href.startswith("//"):
        return leads_to_page(href)
    return href.startswith(("https://", "http://", "mailto:", "tel:"))
