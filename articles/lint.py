"""What keeps a text from being published, each with its line."""

import re
from urllib.parse import unquote

from django.utils.translation import gettext as _

from articles.markdown import Problem, render

NO_LINE = 0
LINE_END = re.compile(r"\r\n?|\n")
QUOTED = 40


def problems_of(text, *, listed, leads_to_page):
    """`listed` are the keys of the article's references; `leads_to_page(href)` knows the addresses of this site."""
    rendered = render(text, known=listed)
    found = sorted([*rendered.problems, *_broken_links(rendered, leads_to_page)])
    uncited = sorted(set(listed) - {cited.key for cited in rendered.cited})
    lines = LINE_END.split(text)
    return [*(_quoting(problem, lines) for problem in found), *(_uncited(key) for key in uncited)]


def _quoting(problem, lines):
    """With the start of its line, by which a writer finds it."""
    line = lines[problem.line - 1].strip() if problem.line <= len(lines) else ""
    return problem._replace(start=line if len(line) <= QUOTED else line[:QUOTED].rstrip() + "…")


def _broken_links(rendered, leads_to_page):
    for link in rendered.links:
        if not _leads_somewhere(link.href, rendered, leads_to_page):
            yield Problem(link.line, _("The link to “%(href)s” leads nowhere.") % {"href": link.href})


def _uncited(key):
    return Problem(NO_LINE, _("The list of references holds “%(key)s”, which the text never cites.") % {"key": key})


def _leads_somewhere(href, rendered, leads_to_page):
    """Only within the site: other sites are not asked."""
    if href.startswith("#"):
        return rendered.has_place(unquote(href[1:]))
    if href.startswith("/") and not href.startswith("//"):
        return leads_to_page(href)
    return href.startswith(("https://", "http://", "mailto:", "tel:"))
