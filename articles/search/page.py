"""What the list of guides says to somebody who searches it."""

from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.models import Section
from articles.search.excerpts import excerpt, source
from articles.search.finding import Finding, find
from articles.search.sentences import correction, quoted
from articles.words.answer import How, WordsAnswer
from articles.words.crisis import speaks_of_suicide
from articles.words.stems import stems_of
from articles.words.typed import LONGEST, WordsField, readable

FIELD = WordsField(
    max_length=LONGEST, error_messages={"required": gettext_lazy("please type what you would like to read about.")}
)


@dataclass(frozen=True)
class Result:
    """`trail` says where it stands; `source` is a title, where a word is only in one that the section cites."""

    title: str
    url: str
    trail: str
    excerpt: str
    source: str


class GuideSearch:
    def __init__(self, data: QueryDict):
        values = list(dict.fromkeys(data.getlist("q")))
        self.typed = readable(values[0])
        self.problem, self.finding = _answered(values)

    @property
    def headline(self) -> str:
        if self.finding is None:
            return _("We did not search")
        total, words = self.finding.total, self.words
        if not total:
            return _("Nothing in the guides for %(words)s") % {"words": words}
        sentence = ngettext(
            "%(n)s place in the guides for %(words)s", "%(n)s places in the guides for %(words)s", total
        )
        return sentence % {"n": total, "words": words}

    @property
    def words(self) -> str:
        return quoted(self._searched)

    @property
    def correction(self) -> str:
        return correction(self.typed, self._answer)

    @property
    def stems(self) -> frozenset[str]:
        """What to mark."""
        return self._answer.stems

    @cached_property
    def results(self) -> list[Result]:
        if not self.finding:
            return []
        return [_result(section, self.finding.needed) for section in self.finding.sections]

    @property
    def is_cut(self) -> bool:
        return bool(self.finding and self.finding.total > len(self.results))

    @property
    def speaks_of_suicide(self) -> bool:
        """Also where it was misspelt."""
        return speaks_of_suicide(self.typed) or (self.finding is not None and speaks_of_suicide(self._searched))

    @property
    def in_directory(self) -> str:
        """The same words, among therapists and clinics."""
        return f"{reverse('directory:search')}?{urlencode({'q': self._searched})}"

    @property
    def _answer(self) -> WordsAnswer:
        assert self.finding
        return self.finding.answer

    @property
    def _searched(self) -> str:
        return self._answer.shown(self.typed)


def _answered(values: list[str]) -> tuple[str, Finding | None]:
    """A sentence, or what was found."""
    if len(values) > 1:
        return _("The address gives two different questions. Please type one."), None
    try:
        return "", _found(FIELD.clean(values[0]))
    except ValidationError as error:
        return capfirst(error.messages[0]), None


def _found(words: str) -> Finding:
    """What is written for somebody who wants to die does not say it in their words."""
    finding = find(words)
    if finding.total or not speaks_of_suicide(words):
        return finding
    meant = find(_("suicidal thoughts"))
    return replace(meant, answer=replace(meant.answer, how=How.CORRECTED)) if meant.total else finding


def _result(section: Section, needed: frozenset[str]) -> Result:
    said = " ".join([section.title, section.above, section.words])
    missing = needed.difference(stems_of(said))
    return Result(
        title=section.title,
        url=section.get_absolute_url(),
        trail=" › ".join(filter(None, [section.edition.title, section.above])) if section.anchor else "",
        excerpt=excerpt(section.words, needed),
        source=source(section.sources, missing) if missing else "",
    )
