"""One line of a listing's page: a question, what the practice answers, and what its words mean."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory import wording
from directory.choices import Answer
from directory.facets import FACET, NOT_STATED

NO = gettext_lazy("No:")


@dataclass(frozen=True)
class Row:
    """No answer at all is "not stated". `refused` is what the practice says no to, after the words of
    `refusal`; `terms` are the facets and slugs of what it says yes to."""

    label: str
    answers: list[str]
    refused: list[str] = field(default_factory=list)
    refusal: str = ""
    terms: list[tuple[str, str]] = field(default_factory=list)

    @property
    def is_stated(self) -> bool:
        return bool(self.answers or self.refused)


@dataclass(frozen=True)
class Fact:
    """A line before anybody has answered it: which field or facet it is about, and how its answer is read."""

    about: str
    read: Callable[..., Row]

    def __call__(self, listing) -> Row:
        return self.read(listing)


def fact(name: str, facet: str = "", note: Callable | None = None) -> Fact:
    """A fact with one value; `facet` is where the vocabulary explains it, `note` adds words to what is stated."""

    def read(listing) -> Row:
        label, value = _label(listing, name), getattr(listing, name)
        if value == NOT_STATED:
            return Row(label, [])
        words = [getattr(listing, f"get_{name}_display")(), note(listing) if note else ""]
        return Row(label, [", ".join(filter(None, words))], terms=[(facet, value)])

    return Fact(name, read)


def plain(name: str) -> Fact:
    """A number or a text, as it was written."""

    def read(listing) -> Row:
        value = getattr(listing, name)
        return Row(_label(listing, name), [] if value in (None, "") else [str(value)])

    return Fact(name, read)


def computed(about: str, label, words: Callable) -> Fact:
    """An answer put together from several fields; empty words are not stated."""

    def read(listing) -> Row:
        text = words(listing)
        return Row(str(label), [text] if text else [])

    return Fact(about, read)


def stated(facet: str, label="", refusal=NO) -> Fact:
    """A fact with many values: what the listing says yes to, and what it says no to."""

    def read(listing) -> Row:
        statements = statements_about(listing, facet)
        said = [statement for statement in statements if statement.answer == Answer.YES]
        return Row(
            label=str(label or FACET[facet].label),
            answers=_answers(said),
            refused=[statement.term.label for statement in statements if statement.answer != Answer.YES],
            refusal=str(refusal),
            terms=[(facet, statement.term.slug) for statement in said],
        )

    return Fact(facet, read)


def statements_about(listing, facet: str) -> list:
    """From what is already fetched, in the vocabulary's order."""
    found = [statement for statement in listing.statements.all() if statement.term.facet == facet]
    return sorted(found, key=lambda statement: (statement.term.position, statement.term.number))


def terms_stated(listing, facet: str) -> list:
    """The terms of a facet that the listing says yes to, each once."""
    return list({s.term: None for s in statements_about(listing, facet) if s.answer == Answer.YES})


def judged(listings) -> dict[str, set[str]]:
    """What of these a guide may have judged: the slugs that they name, by facet."""
    return {
        "route": {offering.route for each in listings for offering in each.offerings.all()},
        "condition": {term.slug for each in listings for term in terms_stated(each, "condition")},
    }


def _answers(statements: Iterable) -> list[str]:
    """Each term with the ways it is true in brackets: "Spanish (a clinician speaks it, staff speak it)"."""
    details: dict[str, list[str]] = {}
    for statement in statements:
        details.setdefault(statement.term.label, []).extend([_detail(statement)] if statement.detail else [])
    return [f"{label} ({', '.join(how)})" if how else label for label, how in details.items()]


def _detail(statement) -> str:
    if not statement.stated_on:
        return statement.get_detail_display()
    return _("%(detail)s, stated %(day)s") % {
        "detail": statement.get_detail_display(),
        "day": wording.a_date(statement.stated_on),
    }


def _label(listing, name: str) -> str:
    return capfirst(str(listing._meta.get_field(name).verbose_name))
