"""The map: how long one takes to draw and print, and its size compressed. No database is asked. As pages show it, in
a column, and once over the width of a page.

python -m tests.bench.map
"""

import csv
import gzip
import os
from collections.abc import Iterator
from statistics import median, quantiles

import django
import numpy as np

from directory.map import Circle, Cluster, MapSpec, Pin, Towns, draw
from directory.map.ground import ground
from directory.states import STATE_NAMES
from tests.bench.measure import seconds

TIMES = 60
SPREAD_DEGREES = 0.08
PLACES = {
    "25 miles around Denver": (39.739, -104.985),
    "25 miles around New York": (40.713, -74.006),
    "25 miles around Anchorage": (61.218, -149.9),
    "25 miles around Honolulu": (21.307, -157.858),
}


def measure() -> None:
    from directory.importers.places import PLACES as FILE

    with gzip.open(FILE, "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    towns = Towns(_towns(rows))
    print(f"  {'a map with everything on it':<36}{'first p50':>10}{'p95':>8}{'again p50':>11}{'p95':>8}{'gzip':>10}")
    draw(MapSpec("The outlines are read before"), towns)
    for name, spec in _specs(rows).items():
        _print_row(name, spec, towns)


def _print_row(name: str, spec: MapSpec, towns: Towns) -> None:
    def first() -> None:
        ground.cache_clear()
        _printed(spec, towns)

    cold = [seconds(first) * 1000 for _ in range(TIMES)]
    warm = [seconds(lambda: _printed(spec, towns)) * 1000 for _ in range(TIMES)]
    size = len(gzip.compress(_printed(spec, towns).encode()))
    figures = "".join(
        f"{median(times):>{width}.1f}{quantiles(times, n=20)[18]:>8.1f}" for times, width in ((cold, 10), (warm, 11))
    )
    print(f"  {name:<36}{figures}{size / 1000:>7.1f} KB", flush=True)


def _printed(spec: MapSpec, towns: Towns) -> str:
    from django.template.loader import render_to_string

    return render_to_string("directory/_map.html", {"drawing": draw(spec, towns)})


def _towns(rows: list[dict[str, str]]) -> Iterator[tuple[str, str, float, float, int]]:
    for row in rows:
        if row["kind"] == "city":
            yield row["name"], row["state"], float(row["latitude"]), float(row["longitude"]), int(row["population"])


def _specs(rows: list[dict[str, str]]) -> dict[str, MapSpec]:
    specs = {name: _around(name, *point) for name, point in PLACES.items()}
    specs["Texas"] = MapSpec("Texas", state="TX", clusters=_clusters(rows, "city", "TX"), is_small=True)
    specs["Alaska"] = MapSpec("Alaska", state="AK", clusters=_clusters(rows, "city", "AK"), is_small=True)
    specs["the country"] = MapSpec("The country", clusters=_clusters(rows, "state"), is_small=True)
    specs["the country, wide"] = MapSpec("The country", clusters=_clusters(rows, "state"))
    return specs


def _around(title: str, latitude: float, longitude: float) -> MapSpec:
    """A page of results, some in one street, some at the rim."""
    spread = np.random.default_rng(1).normal(0, SPREAD_DEGREES, (20, 2)).clip(-0.3, 0.3)
    pins = [
        Pin(latitude + north, longitude + east, f"Practice {n}", n, f"#result-{n}")
        for n, (north, east) in enumerate(spread.tolist(), start=1)
    ]
    return MapSpec(title, circle=Circle(latitude, longitude, 25), pins=pins, is_small=True)


def _clusters(rows: list[dict[str, str]], kind: str, state: str = "") -> list[Cluster]:
    """As many as a page ever shows."""
    from directory.results.maps import MOST_CITIES

    found = [row for row in rows if row["kind"] == kind and state in ("", row["state"])]
    found.sort(key=lambda row: -int(row["population"]))
    return [
        Cluster(float(row["latitude"]), float(row["longitude"]), row["name"], 1 + 7 * n % 300, f"/{row['slug']}/")
        for n, row in enumerate(found[: len(STATE_NAMES) if kind == "state" else MOST_CITIES])
    ]


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "psychly.settings")
    django.setup()
    measure()
