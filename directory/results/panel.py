"""The filters beside the results: every facet with its choices, and how many results each would leave."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from directory.facets import ACCESS, COST, FACETS, FIRST, SAFETY, Facet
from directory.vocabulary import Vocabulary

# A facet shows so many choices at once; the rest fold away, unless they are only one or two.
SHOWN = 6
SPARED = 2
GROUPS = {FIRST: "", SAFETY: _("Safety and staff"), COST: _("Insurance"), ACCESS: _("Access and the visit")}
FACETS_OF = {group: [facet for facet in FACETS if facet.in_form and facet.group == group] for group in GROUPS}
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
    """`chosen` is how many of its choices are."""

    name: str
    label: str
    shown: list[Option]
    folded: list[Option]
    chosen: int = 0


class Group(NamedTuple):
    title: str
    facets: list[FacetPanel]

    @property
    def chosen(self) -> int:
        return sum([facet.chosen for facet in self.facets])


class Panel:
    def __init__(self, vocabulary: Vocabulary, chosen: Chosen, counts: Counts):
        self.vocabulary, self.chosen, self.counts = vocabulary, chosen, counts
        self.labels = _labels(get_language())

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
        facets = [(facet, self._options(facet)) for facet in FACETS_OF[name]]
        return Group(str(GROUPS[name]), [self._panel(facet, options) for facet, options in facets if options])

    def _options(self, facet: Facet) -> list[Option]:
        """A choice that would leave nothing is not offered, unless it is chosen and can be taken back."""
        chosen, count_of = self.chosen.get(facet.name, ()), self.counts.get(facet.name, {}).get
        return [
            Option(slug, choice.label, count, slug in chosen)
            for slug, choice in self.vocabulary.choices_of(facet.name).items()
            if (count := count_of(slug, 0)) or slug in chosen
        ]

    def _panel(self, facet: Facet, options: list[Option]) -> FacetPanel:
        chosen = sum([option.is_chosen for option in options]) if facet.name in self.chosen else 0
        return FacetPanel(facet.name, self.labels[facet.name], *_folded(options), chosen)


def _folded(options: list[Option]) -> tuple[list[Option], list[Option]]:
    """What is shown and what is not. What is chosen never folds away."""
    if len(options) <= SHOWN + SPARED:
        return options, []
    first, rest = options[:SHOWN], options[SHOWN:]
    return first + [option for option in rest if option.is_chosen], [option for option in rest if not option.is_chosen]


@cache
def _labels(language: str | None) -> dict[str, str]:
    """Of every facet, translated once: a page has nearly all of them."""
    return {facet.name: str(facet.label) for facet in FACETS}
