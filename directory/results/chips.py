"""What is asked for now, in words, each with the address of the search without it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from directory import wording
from directory.facets import FACETS, NOT_STATED, Facet
from directory.results import addresses
from directory.states import STATE_NAMES
from directory.vocabulary import Choice, Vocabulary


@dataclass(frozen=True)
class Chip:
    label: str
    url: str


def chips(vocabulary: Vocabulary, chosen: Mapping[str, list[str]], parameters: QueryDict) -> list[Chip]:
    if not chosen:
        return []
    uses = Counter(choice.label for facet in _facets() for choice in vocabulary.choices_of(facet.name).values())
    return [
        Chip(_label(facet, choice, uses), addresses.without(parameters, facet.name, choice.slug))
        for facet in _facets()
        for choice in vocabulary.choices_of(facet.name).values()
        if choice.slug in chosen.get(facet.name, [])
    ]


def words_chip(words: str, parameters: QueryDict) -> Chip:
    return Chip(wording.quoted(words), addresses.changed(parameters, q=None))


def _facets() -> Iterable[Facet]:
    return (facet for facet in FACETS if facet.in_form)


def _label(facet: Facet, choice: Choice, uses: Counter) -> str:
    """The choice alone where it cannot be mistaken for one of another facet."""
    if choice.slug == NOT_STATED:
        return _("%(facet)s: not stated") % {"facet": facet.label}
    if facet.name == "serves" and (state := choice.slug.upper()) in STATE_NAMES:
        # The name of a state alone would be where they are.
        return wording.by_video_in(state)
    if uses[choice.label] == 1:
        return choice.label
    return _("%(facet)s: %(choice)s") % {"facet": facet.label, "choice": wording.mid_sentence(choice.label)}
