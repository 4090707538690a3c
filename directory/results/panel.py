"""The filters beside the results: every facet with its choices, and how many results each would leave."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from directory.facets import ACCESS, COST, FACETS, FIRST, SAFETY, Facet
from directory.vocabulary import Vocabulary

# A facet shows so many choices at once; the rest fold away, unless they are only one or two.
SHOWN = 6
SPARED = 2
GROUPS = {FIRST: "", SAFETY: _("Safety and staff"), COST: _("Insurance"), ACCESS: _("Access and the visit")}
assert {facet.group for facet in FACETS} == set(GROUPS), "a group has no title"

Chosen = Mapping[str, list[str]]
Counts = Mapping[str, Mapping[str, int]]


# Not frozen: a page has hundreds, and freezing takes longer than making.
@dataclass(slots=True)
class Option:
    slug: str
    label: str
    count: int
    is_chosen: bool


class FacetPanel(NamedTuple):
    name: str
    label: str
    shown: list[Option]
    folded: list[Option]

    @property
    def chosen(self) -> int:
        return sum(option.is_chosen for option in self.shown)


class Group(NamedTuple):
    title: str
    facets: list[FacetPanel]

    @property
    def chosen(self) -> int:
        return sum(facet.chosen for facet in self.facets)


class Panel:
    def __init__(self, vocabulary: Vocabulary, chosen: Chosen, counts: Counts):
        self.vocabulary, self.chosen, self.counts = vocabulary, chosen, counts

    def __bool__(self) -> bool:
        """Whether there is anything to choose."""
        return bool(self.first.facets or self.further)

    @cached_property
    def first(self) -> Group:
        return self._group(FIRST)

    @cached_property
    def further(self) -> list[Group]:
        return [group for group in map(self._group, (SAFETY, COST, ACCESS)) if group.facets]

    def _group(self, name: str) -> Group:
        facets = [facet for facet in FACETS if facet.in_form and facet.group == name]
        return Group(str(GROUPS[name]), list(self._facets(facets)))

    def _facets(self, facets: Iterable[Facet]) -> Iterable[FacetPanel]:
        for facet in facets:
            if options := self._options(facet):
                yield _folded(facet, options)

    def _options(self, facet: Facet) -> list[Option]:
        """A choice that would leave nothing is not offered, unless it is chosen and can be taken back."""
        chosen, counts = self.chosen.get(facet.name, []), self.counts.get(facet.name, {})
        return [
            Option(slug, choice.label, counts.get(slug, 0), slug in chosen)
            for slug, choice in self.vocabulary.choices_of(facet.name).items()
            if counts.get(slug) or slug in chosen
        ]


def _folded(facet: Facet, options: list[Option]) -> FacetPanel:
    """What is chosen never folds away."""
    if len(options) <= SHOWN + SPARED:
        return FacetPanel(facet.name, str(facet.label), options, [])
    first, rest = options[:SHOWN], options[SHOWN:]
    shown = first + [option for option in rest if option.is_chosen]
    return FacetPanel(facet.name, str(facet.label), shown, [option for option in rest if not option.is_chosen])
