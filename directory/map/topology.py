"""The stored outlines, undone: lines that know what they part, and the rings of every state. Read once a process."""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from directory.map.arrays import Flags, Floats, Words
from directory.map.strokes import Strokes

FILE = Path(__file__).resolve().parent.parent / "data" / "outlines.json.gz"


@dataclass(frozen=True)
class Outlines:
    """The lines that part counties of one state (whose they are) or states, each once; and the closed lines around the
    land of each state and around the holes in it."""

    lines: Strokes
    county_of: Words  # of each line: the state; empty for any other line
    parts_states: Flags
    rings: Strokes
    state_of: Words  # of each ring


def detail() -> Outlines:
    """Counties and states."""
    return _read()["detail"]


def overview() -> Outlines:
    """States, thinned out for the whole country."""
    return _read()["overview"]


@cache
def _read() -> dict[str, Outlines]:
    with gzip.open(FILE) as file:
        return {name: _outlines(topology) for name, topology in json.load(file).items()}


def _outlines(topology: dict[str, Any]) -> Outlines:
    lines = _decoded(topology)
    shapes = {name: shape["geometries"] for name, shape in topology["objects"].items()}
    sides = _sides(shapes.get("counties", shapes["states"]))
    parted = [sides[index] for index in range(len(lines.first) - 1)]
    rings, state_of = _rings(shapes["states"], lines)
    return Outlines(
        lines,
        county_of=np.array([states[0] if len(states) == 2 and states[0] == states[1] else "" for states in parted]),
        parts_states=np.array([len(set(states)) == 2 for states in parted]),
        rings=rings,
        state_of=state_of,
    )


def _decoded(topology: dict[str, Any]) -> Strokes:
    """Each line is stored as differences of whole numbers."""
    arcs, transform = topology["arcs"], topology["transform"]
    steps = np.array(list(chain.from_iterable(chain.from_iterable(arcs)))).reshape(-1, 2)
    first = np.cumsum([0, *map(len, arcs)])
    sums = np.cumsum(steps, axis=0)
    before = (sums - steps)[first[:-1]]
    whole = sums - np.repeat(before, np.diff(first), axis=0)
    return Strokes((whole * transform["scale"] + transform["translate"])[:, ::-1], first)


def _sides(shapes: list[dict[str, Any]]) -> dict[int, list[str]]:
    """The states on the two sides of each line; a shore and the border of the country have one."""
    sides: dict[int, list[str]] = defaultdict(list)
    for shape in shapes:
        for ring in _ring_indexes(shape):
            for index in ring:
                sides[max(index, ~index)].append(shape["properties"]["state"])
    return sides


def _rings(shapes: list[dict[str, Any]], lines: Strokes) -> tuple[Strokes, Words]:
    def line(index: int) -> Floats:
        found = lines.points[lines.first[max(index, ~index)] : lines.first[max(index, ~index) + 1]]
        return found if index >= 0 else found[::-1]

    rings, states = [], []
    for shape in shapes:
        for ring in _ring_indexes(shape):
            rings.append(np.concatenate([line(index)[:-1] for index in ring]))
            states.append(shape["properties"]["state"])
    return Strokes(np.concatenate(rings), np.cumsum([0, *map(len, rings)])), np.array(states)


def _ring_indexes(shape: dict[str, Any]) -> Iterator[list[int]]:
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    return chain.from_iterable(polygons)
