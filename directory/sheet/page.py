"""The sheet of one practice, put together once for the screen, the clipboard, the letter and paper."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import count

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from directory import wording
from directory.choices import Accepting, MonitorPresence, Telehealth
from directory.models import Listing
from directory.models.vocabulary import GUIDE_SLUG
from directory.profile.amounts import Amounts
from directory.sheet.guide import SECTIONS, address_of
from directory.sheet.questions import GROUPS, MONEY, OF_THERAPISTS, OF_THERAPISTS_ONLY, Ask, Group
from directory.sheet.unstated import unstated

# What another answer of theirs has made pointless to ask.
SETTLED: dict[str, Callable[[Listing], bool]] = {
    "session_monitor_role": lambda listing: listing.monitor_presence == MonitorPresence.NONE,
    "next_new_patient": lambda listing: listing.accepting not in {Accepting.NEW, Accepting.WAITLIST},
    "serves": lambda listing: listing.telehealth == Telehealth.NONE,
}


@dataclass(frozen=True)
class Question:
    """`number` goes on over the groups."""

    number: int
    words: str
    why: str
    section: str
    section_url: str


@dataclass(frozen=True)
class Part:
    title: str
    questions: list[Question]


class Sheet:
    def __init__(self, listing: Listing):
        self.listing = listing

    @cached_property
    def parts(self) -> list[Part]:
        numbers = count(1)
        return [
            Part(str(group.title), [_question(next(numbers), ask, words) for ask, words in asked[: group.most]])
            for group, asked in self._asked
            if asked
        ]

    @property
    def questions(self) -> list[Question]:
        return [question for part in self.parts for question in part.questions]

    @property
    def left_out(self) -> int:
        """How many more are not stated than fit on the sheet."""
        return sum(max(0, len(asked) - group.most) for group, asked in self._asked)

    @property
    def general_questions(self) -> str:
        return address_of("questions-to-ask")

    @property
    def general_checklist(self) -> str:
        """The same with room for the answers."""
        return reverse("articles:article_checklist", args=[GUIDE_SLUG])

    @cached_property
    def _asked(self) -> list[tuple[Group, list[tuple[Ask, str]]]]:
        silent = {about: names for about, names in unstated(self.listing).items() if _is_open(about, self.listing)}
        return [(group, [*_today(group, self.listing), *_of_silence(group, silent)]) for group in GROUPS]


def _is_open(about: str, listing: Listing) -> bool:
    gives_no_medicine = not listing.needs_prescriber and not listing.offerings.all()
    if gives_no_medicine and about not in OF_THERAPISTS:
        return False
    if about in OF_THERAPISTS_ONLY and not gives_no_medicine:
        return False
    return not (about in SETTLED and SETTLED[about](listing))


def _of_silence(group: Group, silent: dict[str, list[str]]) -> Iterable[tuple[Ask, str]]:
    for ask in group.questions:
        if ask.about in silent:
            yield ask, _about(str(ask.words), silent[ask.about])


def _about(words: str, treatments: list[str]) -> str:
    return f"{words} ({', '.join(capfirst(treatment) for treatment in treatments)})" if treatments else words


def _today(group: Group, listing: Listing) -> Iterable[tuple[Ask, str]]:
    """Prices that are old are stated, and still have to be asked for."""
    old = [price.stated_on for price in Amounts(listing).stated if price.is_old and price.stated_on]
    if group.questions is MONEY and old:
        words = _("What do you charge today? The oldest of your prices here was stated on %(day)s.")
        why = _("We show a price as old when it was stated more than 180 days ago.")
        yield Ask("old_prices", "cost", words, why), words % {"day": wording.a_date(min(old))}


def _question(number: int, ask: Ask, words: str) -> Question:
    return Question(number, words, str(ask.why), str(SECTIONS[ask.section]), address_of(ask.section))
