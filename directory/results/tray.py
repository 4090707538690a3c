"""What is chosen to be compared, and the addresses of this very search with one more, or one less."""

from functools import cached_property
from typing import NamedTuple

from django.http import QueryDict

from directory.models import Listing
from directory.results import addresses
from directory.shortlist import LEAST, LISTING, MOST, Shortlist, compare_address


class Toggle(NamedTuple):
    url: str
    is_chosen: bool


class Tray:
    def __init__(self, shortlist: Shortlist, parameters: QueryDict):
        self.listings, self.slugs = shortlist.listings, shortlist.slugs
        self.parameters = parameters

    @property
    def is_full(self) -> bool:
        return len(self.slugs) == MOST

    @property
    def is_enough(self) -> bool:
        return len(self.slugs) >= LEAST

    @property
    def compare_url(self) -> str:
        return compare_address(self.slugs, addresses.question(self.parameters))

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """The name of each, and the search without it."""
        return [(listing.name, self._without(listing)) for listing in self.listings]

    def toggle(self, listing: Listing) -> Toggle | None:
        """None where it could only be added to as many as fit side by side."""
        if listing.slug in self.slugs:
            return Toggle(self._without(listing), True)
        return None if self.is_full else Toggle(f"{self._before_one_more}{LISTING}={listing.slug}", False)

    @cached_property
    def _before_one_more(self) -> str:
        return addresses.going_on(addresses.comparing(self.parameters, self.slugs))

    def _without(self, listing: Listing) -> str:
        return addresses.comparing(self.parameters, [slug for slug in self.slugs if slug != listing.slug])
