"""A comparison as its page shows it: what differs, what is the same, and what nobody says."""

from collections.abc import Callable
from functools import cached_property
from urllib.parse import parse_qsl

from django.http import QueryDict
from django.utils.translation import gettext as _

from directory import evidence, vocabulary, wording
from directory.comparison.checked import license_state
from directory.comparison.groups import Group, groups
from directory.comparison.lines import Line, Verdict
from directory.comparison.problems import problems
from directory.filters import ListingFilter
from directory.models import Listing
from directory.profile.page import Profile
from directory.profile.rows import judged
from directory.results import addresses
from directory.shortlist import LEAST, Shortlist, compare_address

MOST_PARAMETERS = 200
TREATMENTS_IN_LARGER_PRINT = 8


class Head(Profile):
    """One practice, above its answers."""

    def __init__(self, listing: Listing, without_it: str):
        super().__init__(listing)
        self.without_it = without_it

    @property
    def license_state(self) -> str:
        return license_state(self.listing)


class Comparison:
    def __init__(self, parameters: QueryDict):
        self.shortlist = Shortlist(parameters)
        self.search = _search(parameters.get("search", ""))

    @cached_property
    def listings(self) -> list[Listing]:
        slugs = self.shortlist.slugs
        return sorted(Listing.objects.visible().with_page_facts().at(slugs), key=lambda each: slugs.index(each.slug))

    @cached_property
    def heads(self) -> list[Head]:
        return [Head(listing, self._without(listing)) for listing in self.listings]

    def _without(self, listing: Listing) -> str:
        rest = [slug for slug in self.shortlist.slugs if slug != listing.slug]
        return compare_address(rest, addresses.question(self.search))

    @property
    def is_possible(self) -> bool:
        return len(self.listings) >= LEAST

    @property
    def title(self) -> str:
        names = wording.in_a_row(listing.name for listing in self.listings)
        return _("Compare %(names)s") % {"names": names} if self.is_possible else _("Compare providers")

    @property
    def problems(self) -> list[str]:
        return problems(self.shortlist)

    @cached_property
    def different(self) -> list[Group]:
        return self._only(lambda line: line.verdict is Verdict.DIFFERENT and line.decides)

    @cached_property
    def finer(self) -> list[Group]:
        return self._only(lambda line: line.verdict is Verdict.DIFFERENT and not line.decides)

    @cached_property
    def same(self) -> list[Group]:
        return self._only(lambda line: line.verdict is Verdict.SAME)

    @cached_property
    def silent(self) -> list[Group]:
        return self._only(lambda line: line.verdict is Verdict.SILENT)

    @cached_property
    def findings(self) -> list[evidence.Finding]:
        """What the guide found for the treatments and conditions that any of them names: said once."""
        return evidence.findings(vocabulary.current(), judged(self.listings))

    def _only(self, wanted: Callable[[Line], bool]) -> list[Group]:
        found = (Group(group.title, [line for line in group.lines if wanted(line)]) for group in self._groups)
        return [group for group in found if group.lines]

    @cached_property
    def _groups(self) -> list[Group]:
        return groups(self.listings)

    @property
    def treats_minors(self) -> bool:
        return any(head.treats_minors for head in self.heads)

    @property
    def names_suicidal_thoughts(self) -> bool:
        return any(head.names_suicidal_thoughts for head in self.heads)

    @property
    def is_dense(self) -> bool:
        """Many treatments make many lines: print has to be smaller to fit on one sheet."""
        return sum(len(listing.offerings.all()) for listing in self.listings) > TREATMENTS_IN_LARGER_PRINT

    @property
    def came_from_search(self) -> bool:
        return bool(self.search)

    @property
    def search_url(self) -> str:
        return addresses.comparing(self.search, self.shortlist.slugs)

    @property
    def address(self) -> str:
        """For paper, and for whoever it is sent to: without the search that led here."""
        return compare_address(self.shortlist.slugs)


def _search(query: str) -> QueryDict:
    """Only what the search itself can read, so that the way back leads nowhere else."""
    given = QueryDict(mutable=True)
    try:
        pairs = parse_qsl(query, max_num_fields=MOST_PARAMETERS)
    except ValueError:
        return given
    for name, value in pairs:
        given.appendlist(name, value)
    return ListingFilter.readable(given)
