"""The lines in the order of a person's questions, as the page of a listing has them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from directory import vocabulary
from directory.comparison import checked, costs, treatments
from directory.comparison.lines import Line, line_of
from directory.profile.rows import Fact
from directory.profile.sections import QUESTIONS, Question

# What tells a practice apart from every other and helps nobody to choose; its kind stands above its answers.
LEFT_OUT = {"practice_kind", "legal_name", "npi"}


@dataclass(frozen=True)
class Group:
    title: str
    lines: list[Line]


def groups(listings: list) -> list[Group]:
    return [Group(str(question.title), list(_lines(question, listings))) for question in QUESTIONS]


def _lines(question: Question, listings: list) -> Iterable[Line]:
    yield from FIRST.get(question.anchor, _nothing)(listings)
    yield from (line_of(fact, listings, decides=True) for fact in question.decisive if fact.about not in LEFT_OUT)
    yield from LAST.get(question.anchor, _nothing)(listings)
    yield from (line_of(fact, listings, decides=False) for fact in question.further if fact.about not in LEFT_OUT)


def _nothing(listings: list) -> Iterable[Line]:
    return []


def _hours(listings: list) -> Iterable[Line]:
    yield line_of(checked.hours(vocabulary.current()), listings, decides=True)


def _licenses(listings: list) -> Iterable[Line]:
    yield line_of(Fact("licenses", checked.licenses), listings, decides=True)


# What stands in tables of its own on the page of a listing: before what decides, and before the finer points.
FIRST: dict[str, Callable[[list], Iterable[Line]]] = {
    "treatments": treatments.what_decides,
    "cost": costs.what_decides,
    "who-they-are": _licenses,
}
LAST: dict[str, Callable[[list], Iterable[Line]]] = {
    "treatments": treatments.further,
    "cost": costs.further,
    "getting-in": _hours,
}
assert FIRST.keys() | LAST.keys() <= {question.anchor for question in QUESTIONS}, "lines stand under no question"
