"""Which of these pages search engines may list: those that tell a person more than the next page would."""

from datetime import date
from typing import NamedTuple

import numpy as np
from django.utils import timezone

from directory.landing import addresses
from directory.landing.cities import cities
from directory.search import live, tallies
from directory.search.tallies import Tally

# Real listings that their provider confirmed within 90 days, with an address in the state or in the city itself: a
# page for every suburb of one clinic would be a page for search engines and for nobody else.
CONFIRMED_ENOUGH = 3


class Entry(NamedTuple):
    url: str
    changed_on: date | None


def may_be_listed(tally: Tally) -> bool:
    return tally.confirmed >= CONFIRMED_ENOUGH


def entries() -> list[Entry]:
    """Every page that may be listed, with the day of its newest confirmation."""
    index, today = live.index(), timezone.localdate()
    by_state = tallies.by_state(index, today).items()
    by_city = tallies.by_city(index, np.arange(len(index.columns)), today).items()
    states = [(addresses.of_state(code), tally) for code, tally in by_state if may_be_listed(tally)]
    listed = {pk: tally for pk, tally in by_city if may_be_listed(tally)}
    found = cities(listed)
    urls = zip(addresses.of_cities(found), (listed[city.pk] for city in found), strict=True)
    return [Entry(url, tally.newest) for url, tally in [*states, *urls]]
