"""The page of a city: who is within 25 miles of it, as in a search that says no more than its name."""

from dataclasses import replace
from functools import cached_property

from django.utils import timezone
from django.utils.translation import gettext as _

from directory.filters import PAGE_SIZE
from directory.forms import DEFAULT_RADIUS, RADII
from directory.landing import addresses, crumbs, sentences
from directory.landing.cities import AROUND_MILES, CityLink, links_around, links_to_namesakes
from directory.landing.page import Landing
from directory.models import Place
from directory.results.cards import Card, cards
from directory.results.easing import Way
from directory.search.query import Near, Query, Sort
from directory.search.tallies import Tally
from directory.states import mid_sentence

# Where nobody is near: so many of the nearest are shown, looked for in larger and larger circles.
NEAREST = 5
FARTHER_MILES = (100, 400, 1600, 12_500)


class CityPage(Landing):
    def __init__(self, city: Place):
        self.city, self.code = city, city.state
        self.place = self.typed = city.value
        self.where = _("within %(miles)s miles of %(place)s") % {"miles": DEFAULT_RADIUS, "place": self.place}
        self.path = addresses.of_city(city)
        self.crumbs = crumbs.to_city(city)
        self.near = Near(city.latitude, city.longitude, DEFAULT_RADIUS)
        super().__init__(Query(timezone.localdate(), near=self.near, limit=PAGE_SIZE))
        self.tally = self.finding.in_city(city.pk)

    @property
    def inside(self) -> str:
        """How many of those found are in the city itself."""
        if not self.total:
            return ""
        inside = self.finding.cities.get(self.city.pk, Tally()).total
        return sentences.how_many_inside(inside, self.total, self.city.name)

    @cached_property
    def nearby(self) -> list[CityLink]:
        around = replace(self.near, radius_miles=AROUND_MILES)
        return links_around(self.city, self.finding.cities_around(around))

    @cached_property
    def namesakes(self) -> list[CityLink]:
        return links_to_namesakes(self.city)

    @cached_property
    def nearest(self) -> list[Card]:
        """Of those that one can go to, where nobody is within 25 miles."""
        for miles in FARTHER_MILES:
            near = replace(self.near, radius_miles=miles)
            query = Query(self.finding.query.today, near=near, sort=Sort.DISTANCE, limit=NEAREST)
            found = cards(self.finding.answer(query).hits, sort=Sort.DISTANCE)
            if found := [card for card in found if card.distance]:
                return found
        return []

    @property
    def nearest_is(self) -> str:
        """ "The nearest is 184 miles away, in Reno, NV"."""
        card = self.nearest[0]
        place = f"{card.listing.city}, {card.listing.state}"
        return _("The nearest is %(distance)s away, in %(place)s") % {"distance": card.distance, "place": place}

    def _wider(self) -> list[Way]:
        return [*self._farther(), self._in_the_state()]

    def _farther(self) -> list[Way]:
        tries = [(miles, self._within(miles)) for miles in RADII if miles > DEFAULT_RADIUS]
        return [
            Way(_("Within %(miles)s miles") % {"miles": miles}, self._search_within(miles), total)
            for miles, total in tries
            if total > self.total
        ]

    def _within(self, miles: int) -> int:
        return self.finding.elsewhere(Query(self.finding.query.today, near=replace(self.near, radius_miles=miles)))

    def _search_within(self, miles: int) -> str:
        return addresses.of_search(place=self.typed, radius=miles)

    def _in_the_state(self) -> Way:
        label = _("Anywhere in %(state)s") % {"state": mid_sentence(self.code)}
        return Way(label, addresses.of_state(self.code), self.finding.count_in(self.code))
