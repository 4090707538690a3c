"""The land of a map and the lines on it, as SVG paths."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from directory.map.arrays import Flags, Floats
from directory.map.clip import land_in_sight, lines_in_sight
from directory.map.frame import Area, Frame, View
from directory.map.path import path
from directory.map.strokes import Strokes
from directory.map.topology import detail, overview

EDGE = 4.0  # units beyond the picture: the end of a line is never seen

Cut = Callable[[Floats, Flags, Area], tuple[Floats, Flags]]


@dataclass(frozen=True)
class Ground:
    """`own` is the state that a map is about; `land` is all other land, or all of it."""

    land: str
    own: str
    counties: str
    states: str


@lru_cache(maxsize=128)
def ground(frame: Frame, state: str = "") -> Ground:
    """Counties are drawn of the map's own state, or of all that is seen; never of the whole country."""
    outlines = overview() if frame.is_the_country else detail()
    is_own = outlines.state_of == state
    counties = outlines.county_of == state if state else outlines.county_of != ""
    return Ground(
        land=_drawn(frame, outlines.rings, ~is_own, land_in_sight, closed=True),
        own=_drawn(frame, outlines.rings, is_own, land_in_sight, closed=True),
        counties=_drawn(frame, outlines.lines, counties, lines_in_sight),
        states=_drawn(frame, outlines.lines, outlines.parts_states, lines_in_sight),
    )


def _drawn(frame: Frame, strokes: Strokes, wanted: Flags, cut: Cut, *, closed: bool = False) -> str:
    def seen(view: View) -> str:
        chosen = wanted & strokes.touching(view.boxes)
        if not chosen.any():
            return ""
        points, starts = strokes.chosen(chosen)
        return path(*cut(view.units(points), starts, _widened(view.area)), closed=closed)

    return "".join(map(seen, frame.views))


def _widened(area: Area) -> Area:
    return Area(area.left - EDGE, area.top - EDGE, area.right + EDGE, area.bottom + EDGE)
