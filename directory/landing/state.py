"""The page of a state."""

from functools import cached_property

from django.utils import timezone
from django.utils.translation import gettext as _

from directory.filters import PAGE_SIZE
from directory.landing import addresses, crumbs
from directory.landing.cities import CityLink, links
from directory.landing.page import Landing
from directory.results.easing import Way
from directory.search.query import Query
from directory.states import STATE_NAMES, full_name, mid_sentence, neighbors

# With more cities than this, those with the most listings stand first and the rest fold away.
CITIES_AT_ONCE = 24


class StatePage(Landing):
    def __init__(self, code: str):
        self.code, self.name = code, STATE_NAMES[code]
        self.place, self.typed = mid_sentence(code), full_name(code)
        self.where = _("in %(place)s") % {"place": self.place}
        self.path = addresses.of_state(code)
        self.crumbs = crumbs.to_state(code)
        super().__init__(Query(timezone.localdate(), state=code.lower(), limit=PAGE_SIZE))
        self.tally = self.finding.in_state(code)

    @cached_property
    def cities(self) -> list[CityLink]:
        """By name."""
        return links(self.finding.cities)

    @property
    def first_cities(self) -> list[CityLink]:
        if len(self.cities) <= CITIES_AT_ONCE:
            return self.cities
        return sorted(self.cities, key=_fewest_last)[:CITIES_AT_ONCE]

    @property
    def has_more_cities(self) -> bool:
        return len(self.cities) > CITIES_AT_ONCE

    @cached_property
    def nearby(self) -> list[CityLink]:
        """States around it that have listings."""
        counted = [(code, self.finding.count_in(code)) for code in neighbors(self.code)]
        return [CityLink(STATE_NAMES[code], addresses.of_state(code), total) for code, total in counted if total]

    def _wider(self) -> list[Way]:
        if self.total:
            return []
        everywhere = self.finding.elsewhere(Query(self.finding.query.today))
        return [Way(_("Anywhere in the United States"), addresses.of_search(), everywhere)]


def _fewest_last(city: CityLink) -> int:
    return -(city.total or 0)
