"""The few listings that a visitor sets side by side: named in the address, and kept nowhere."""

import re
from functools import cached_property

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from directory.models import Listing

LISTING = "listing"
# Two make a comparison, and four fit side by side.
LEAST, MOST = 2, 4
# An address may name any number; so many are looked up.
LOOKED_UP = 12
SLUG = re.compile(r"[a-z0-9-]{1,120}")


class Shortlist:
    """`asked` are the names in the address, each once, in its order; `found` are those that the public may see."""

    def __init__(self, parameters: QueryDict):
        named = [name for name in map(str.strip, parameters.getlist(LISTING)) if name]
        once = list(dict.fromkeys(named))
        self.asked = once[:LOOKED_UP]
        self.has_repeats = len(once) < len(named)
        self.is_too_long = len(once) > LOOKED_UP

    @cached_property
    def found(self) -> list[Listing]:
        slugs = [name for name in self.asked if SLUG.fullmatch(name)]
        if not slugs:
            return []
        listings = {each.slug: each for each in Listing.objects.visible().at(slugs).only("name", "slug")}
        return [listings[slug] for slug in slugs if slug in listings]

    @property
    def listings(self) -> list[Listing]:
        return self.found[:MOST]

    @property
    def left_out(self) -> list[Listing]:
        return self.found[MOST:]

    @property
    def slugs(self) -> list[str]:
        return [listing.slug for listing in self.listings]


def compare_address(slugs: list[str], search: str = "") -> str:
    """`search` is the part after "?" of the search that the visitor comes from, and may go back to."""
    parameters = [(LISTING, slug) for slug in slugs] + ([("search", search)] if search else [])
    query = urlencode(parameters)
    return reverse("directory:compare") + (f"?{query}" if query else "")
