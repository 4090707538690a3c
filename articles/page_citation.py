"""A guide itself as a reference, for whoever cites it: the permanent address of one edition, which never changes."""

from functools import cached_property
from itertools import takewhile

from django.utils.translation import gettext as _

from articles.citations.ama import ama_entry
from articles.incoming.names import SUFFIX, person
from articles.passages import plain
from articles.structured_data import absolute


class PageCitation:
    def __init__(self, edition):
        published = edition.published_on
        self.csl = {
            "id": f"psychly-{edition.article.slug}-{edition.number}",
            "type": "webpage",
            "title": edition.title,
            "author": [_author(named) for named in edition.authors],
            "container-title": _("Psychly, edition %(number)s") % {"number": edition.number},
            "issued": {"date-parts": [[published.year, published.month, published.day]]},
            "URL": absolute(edition.get_absolute_url()),
        }

    @cached_property
    def html(self):
        """As the AMA Manual of Style prints it."""
        return ama_entry(self.csl)

    @property
    def words(self):
        return plain(self.html)


def _author(named):
    """Ludwig van Beethoven is van Beethoven, Ludwig; a team has one name."""
    if named["is_organization"]:
        return {"literal": named["name"]}
    words = named["name"].split()
    suffix = words.pop() if len(words) > 2 and SUFFIX.match(words[-1]) else ""
    given = list(takewhile(lambda word: not word[0].islower(), words[:-1]))
    return person(" ".join(words[len(given) :]), " ".join(given), suffix)
