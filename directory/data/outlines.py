"""State and county outlines: to see where a point lies, and simplified, for the map."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from shapely import STRtree  # type: ignore[import-untyped]
from shapely.geometry import LineString, MultiPolygon, Point, Polygon  # type: ignore[import-untyped]
from shapely.validation import make_valid  # type: ignore[import-untyped]

from directory.data.sources import Point as LatLng
from directory.geo import MILES_PER_DEGREE
from directory.states import state_code

OVERVIEW_TOLERANCE = 0.04  # degrees, less than a pixel on a map of the whole country
SMALLEST_ISLAND = 0.004  # square degrees, about 15 square miles


class Outlines:
    """Which state and county a point is in. The lines are coarse: at a border or a shore ask for the nearest."""

    def __init__(self, counties: dict[str, Any], county_names: dict[str, str]) -> None:
        lines = decoded(counties)
        objects = counties["objects"]
        self.fips = {shape["id"]: state_code(shape["properties"]["name"]) for shape in objects["states"]["geometries"]}
        self.states = {self.fips[shape["id"]]: _area(shape, lines) for shape in objects["states"]["geometries"]}
        self.counties: dict[str, list[tuple[str, Any]]] = defaultdict(list)
        for shape in objects["counties"]["geometries"]:
            self.counties[self.fips[shape["id"][:2]]].append((county_names[shape["id"]], _area(shape, lines)))
        self._trees = {state: STRtree([area for _, area in areas]) for state, areas in self.counties.items()}

    def miles_outside(self, point: LatLng, state: str) -> float:
        return float(self.states[state].distance(_as_shape(point)) * MILES_PER_DEGREE)

    def state_of(self, point: LatLng) -> str:
        return min(self.states, key=lambda state: self.miles_outside(point, state))

    def county_of(self, point: LatLng, state: str) -> str:
        around = self._trees[state].query(_as_shape(point), predicate="within")
        areas = [self.counties[state][index] for index in around]
        if not areas:
            return self.counties[state][self._trees[state].nearest(_as_shape(point))][0]
        return min(areas, key=lambda named: named[1].area)[0]


def inner_point(area: Any) -> LatLng:
    """A point to stand for a whole area: its centroid where that lies inside, else a point that does."""
    largest = max(area.geoms, key=lambda part: part.area) if hasattr(area, "geoms") else area
    inside = largest.centroid if largest.contains(largest.centroid) else largest.representative_point()
    return inside.y, inside.x


def decoded(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """TopoJSON's arcs, undone: each a line of (longitude, latitude)."""
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append((x * scale_x + move_x, y * scale_y + move_y))
        lines.append(line)
    return lines


def detail(counties: dict[str, Any], county_names: dict[str, str]) -> dict[str, Any]:
    """The topology as it is, without the nation; shapes named as the places are."""
    shapes = counties["objects"]
    for shape in shapes["states"]["geometries"]:
        shape["properties"] = {"state": state_code(shape["properties"]["name"])}
    codes = {shape["id"]: shape["properties"]["state"] for shape in shapes["states"]["geometries"]}
    for shape in shapes["counties"]["geometries"]:
        shape["properties"] = {"state": codes[shape["id"][:2]], "name": county_names[shape["id"]]}
    return counties | {"objects": {name: shapes[name] for name in ("states", "counties")}}


def overview(states: dict[str, Any]) -> dict[str, Any]:
    """State outlines for a map of many states: lines thinned out between their ends, small islands left out."""
    lines = decoded(states)
    shapes = [_without_islets(shape, lines) for shape in states["objects"]["states"]["geometries"]]
    used = sorted({index for shape in shapes for index in _indexes(shape["arcs"])})
    renumbered = {old: new for new, old in enumerate(used)}
    for shape in shapes:
        shape["arcs"] = _renumber(shape["arcs"], renumbered)
        shape["properties"] = {"state": state_code(shape["properties"]["name"])}
    arcs = [_encoded(_thinned(lines[index]), states["transform"]) for index in used]
    return states | {"objects": {"states": {"type": "GeometryCollection", "geometries": shapes}}, "arcs": arcs}


def _as_shape(point: LatLng) -> Any:
    return Point(point[1], point[0])


def _ring(arcs: list[int], lines: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    points: list[tuple[float, float]] = []
    for index in arcs:
        line = lines[index] if index >= 0 else lines[~index][::-1]
        points += line[1:] if points else line
    return points


def _polygons(shape: dict[str, Any]) -> list[list[list[int]]]:
    polygons: list[list[list[int]]] = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    return polygons


def _area(shape: dict[str, Any], lines: list[list[tuple[float, float]]]) -> Any:
    parts = [[_ring(ring, lines) for ring in rings] for rings in _polygons(shape)]
    whole = [(outer, [hole for hole in holes if len(hole) > 3]) for outer, *holes in parts if len(outer) > 3]
    if not whole:  # Falls Church, Virginia, so small that only a stroke is left of it
        return LineString(parts[0][0]).buffer(0.01)
    return make_valid(MultiPolygon([Polygon(outer, holes) for outer, holes in whole]))


def _without_islets(shape: dict[str, Any], lines: list[list[tuple[float, float]]]) -> dict[str, Any]:
    sized = [(Polygon(_ring(rings[0], lines)).area, rings) for rings in _polygons(shape)]
    largest = max(area for area, _ in sized)
    kept = [rings for area, rings in sized if area >= SMALLEST_ISLAND or area == largest]
    return shape | {"type": "MultiPolygon", "arcs": kept}


def _indexes(arcs: Any) -> list[int]:
    if isinstance(arcs, int):
        return [arcs if arcs >= 0 else ~arcs]
    return [index for part in arcs for index in _indexes(part)]


def _renumber(arcs: Any, numbers: dict[int, int]) -> Any:
    if isinstance(arcs, int):
        return numbers[arcs] if arcs >= 0 else ~numbers[~arcs]
    return [_renumber(part, numbers) for part in arcs]


def _thinned(line: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Both ends stay, so that neighbors still meet; a closed line keeps enough of itself to be a shape."""
    if line[0] != line[-1] or len(line) < 4:
        return list(LineString(line).simplify(OVERVIEW_TOLERANCE).coords)
    half = len(line) // 2
    return _thinned(line[: half + 1])[:-1] + _thinned(line[half:])


def _encoded(line: list[tuple[float, float]], transform: dict[str, list[float]]) -> list[list[int]]:
    (scale_x, scale_y), (move_x, move_y) = transform["scale"], transform["translate"]
    steps, before = [], (0, 0)
    for longitude, latitude in line:
        here = round((longitude - move_x) / scale_x), round((latitude - move_y) / scale_y)
        steps.append([here[0] - before[0], here[1] - before[1]])
        before = here
    return steps
