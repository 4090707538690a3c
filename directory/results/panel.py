"""The filters beside the results: every facet with its choices, and how many results each would leave."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

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


@dataclass(frozen=True)
class Option:
    slug: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True)
class FacetPanel:
    name: str
    label: str
    shown: list[Option]
    folded: list[Option]

    @property
    def chosen(self) -> int:
        return sum(option.is_chosen for option in self.shown)


@dataclass(frozen=True)
class Group:
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
        options = [
            Option(slug, choice.label, counts.get(slug, 0), slug in chosen)
            for slug, choice in self.vocabulary.choices_of(facet.name).items()
        ]
        return [option for option in options if option.count or option.is_chosen]


def _folded(facet: Facet, options: list[Option]) -> FacetPanel:
    """What is chosen never folds away."""
    at_once = len(options) if len(options) <= SHOWN + SPARED else SHOWN
    shown = [option for i, option in enumerate(options) if i < at_once or option.is_chosen]
    return FacetPanel(facet.name, str(facet.label), shown, [option for option in options if option not in shown])
