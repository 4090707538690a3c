"""How long the numbers on the map of a state take: what a search around each of its cities would find."""

from datetime import date
from functools import partial

from directory.search import live
from directory.search.around import around
from directory.search.query import Query
from tests.bench.cities import Cities
from tests.bench.measure import median_ms

TIMES = 20
STATES = {"ca": "California", "tx": "Texas", "co": "Colorado"}
MOST_ASKED, MOST_COUNTED, MILES = 200, 40, 25


def measure(today: date) -> None:
    cities = Cities.read()
    for state, name in STATES.items():
        own = (cities.state == state).nonzero()[0][:MOST_ASKED]
        points = [(float(cities.latitude[city]), float(cities.longitude[city])) for city in own]
        count = partial(around, live.index(), Query(today, state=state), points, MILES, MOST_COUNTED)
        print(f"  {f'count around the cities of {name}':<36}{median_ms(count, TIMES):>9.2f}", flush=True)
