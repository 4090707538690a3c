"""The map of a search: a pin for each result on the page, or, where they do not all fit on it, how many are where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory import cartography, wording
from directory.cartography import Cities, Map
from directory.forms import DEFAULT_RADIUS
from directory.map import Circle, Cluster, MapSpec, Pin
from directory.models import Listing
from directory.results import addresses
from directory.search import live
from directory.search.around import Around, around
from directory.search.query import Query, Results
from directory.states import STATE_NAMES

MOST_CITIES = 40


@dataclass(frozen=True)
class SearchMap:
    """`parameters` are those of the search, `numbered` the listings on its page by the number that each has there."""

    query: Query
    parameters: QueryDict
    results: Results
    numbered: Sequence[tuple[int, Listing]]

    def printed(self, title: str) -> Map | None:
        """None where nothing found has a place."""
        pins, clusters = tuple(self._pins()), tuple(self._clusters())
        if not pins and not clusters:
            return None
        near = self.query.near
        spec = MapSpec(
            title,
            circle=Circle(near.latitude, near.longitude, near.radius_miles) if near else None,
            state=self.query.state or "",
            pins=pins,
            clusters=clusters,
            notes=tuple(self._notes()),
            is_small=True,
        )
        return cartography.current().map_of(spec)

    @property
    def has_pins(self) -> bool:
        """Pins show one page; where there are more, only a circle is small enough to show them by pages."""
        return self.query.near is not None or self.results.total == len(self.results.hits)

    def _pins(self) -> Iterator[Pin]:
        for number, listing in self.numbered:
            if self.has_pins and listing.door:
                yield Pin(*listing.door, listing.name, number, f"#result-{number}", is_about=listing.point_is_about)

    def _clusters(self) -> Iterator[Cluster]:
        if self.has_pins:
            return iter(())
        return self._by_city() if self.query.state else self._by_state()

    def _by_state(self) -> Iterator[Cluster]:
        """Each counted as the search of that state would count."""
        states = cartography.current().states
        for code, count in self.results.counts["state"].items():
            if count and (state := states.get(code.upper())):
                url = addresses.changed(self.parameters, place=state.value, radius=None)
                yield Cluster(state.latitude, state.longitude, STATE_NAMES[state.state], count, url)

    def _by_city(self) -> Iterator[Cluster]:
        radius = None if self._miles == DEFAULT_RADIUS else self._miles
        for city, count in zip(self._cities.places, self._around.counts, strict=True):
            if count:
                url = addresses.changed(self.parameters, place=city.value, radius=radius)
                yield Cluster(city.latitude, city.longitude, city.name, count, url)

    @cached_property
    def _cities(self) -> Cities:
        assert self.query.state
        return cartography.current().cities_of(self.query.state.upper())

    @property
    def _miles(self) -> int:
        return self._cities.miles_apart

    @cached_property
    def _around(self) -> Around:
        points = [(city.latitude, city.longitude) for city in self._cities.places]
        return around(live.index(), self.query, points, self._miles, MOST_CITIES)

    def _notes(self) -> Iterator[str]:
        if self.has_pins:
            return self._notes_on_pins()
        return self._notes_on_cities() if self.query.state else iter(())

    def _notes_on_pins(self) -> Iterator[str]:
        first, last = self.numbered[0][0], self.numbered[-1][0]
        if self.results.total > len(self.results.hits):
            yield _("Results %(first)s to %(last)s.") % {"first": first, "last": last}
        if any(listing.door and listing.point_is_about for _number, listing in self.numbered):
            yield _("Dashed pins stand in the middle of a ZIP code.")
        if by_video := [str(number) for number, listing in self.numbered if listing.by_video_only]:
            yield _("By video only, so without a pin: %(numbers)s.") % {"numbers": wording.in_a_row(by_video)}

    def _notes_on_cities(self) -> Iterator[str]:
        yield _("Each number counts all within %(miles)s miles of its city, on either side of a state line.") % {
            "miles": self._miles
        }
        if others := self._around.others:
            words = ngettext(
                "%(n)s provider is around none of these cities.",
                "%(n)s providers are around none of these cities.",
                others,
            )
            yield words % {"n": f"{others:,}"}
