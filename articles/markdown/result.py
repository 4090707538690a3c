from dataclasses import dataclass, field
from typing import NamedTuple

from django.utils.translation import gettext as _

# Addresses that the page itself gives out around the text.
PAGE_IDS = {"main", "references", "certainty-key", "contents-title"}


class Problem(NamedTuple):
    line: int
    message: str
    start: str = ""

    @property
    def sentence(self):
        if not self.line:
            return self.message
        if not self.start:
            return _("Line %(line)s: %(message)s") % self._asdict()
        return _("Line %(line)s, “%(start)s”: %(message)s") % self._asdict()


class Heading(NamedTuple):
    level: int
    id: str
    title: str


class Checklist(NamedTuple):
    """Plain words: the heading above it, and what there is to tick."""

    title: str
    lines: list[str]

    @property
    def asks(self):
        """Whether its lines are questions, which need room for the answers."""
        return all(line.endswith("?") for line in self.lines)


class Link(NamedTuple):
    line: int
    href: str


@dataclass
class Cited:
    """A reference that the text cites: its number, and a letter for each place that does."""

    key: str
    number: int
    places: list[str] = field(default_factory=list)


@dataclass
class Rendered:
    html: str = ""
    contents: list[Heading] = field(default_factory=list)
    cited: list[Cited] = field(default_factory=list)
    certainties: list[str] = field(default_factory=list)
    checklists: list[Checklist] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    word_count: int = 0
    ids: set[str] = field(default_factory=set)

    def has_place(self, id):
        """Whether a link may go to it: the page around the text gives out addresses, too."""
        return id in self.ids or id in PAGE_IDS or id in {f"ref-{cited.key}" for cited in self.cited}

    def complain(self, line, message):
        self.problems.append(Problem(line, str(message)))
