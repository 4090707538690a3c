"""A map as its template prints it."""

from collections.abc import Sequence
from dataclasses import dataclass

from directory.map import words
from directory.map.circle import SearchCircle, search_circle
from directory.map.country import frame_of_the_country
from directory.map.frame import WIDTH, Frame
from directory.map.ground import Ground, ground
from directory.map.layout import Contents, Layout, lay_out, located
from directory.map.near import frame_around
from directory.map.room import NARROW, SMALL_NARROW, SMALL_WIDE, WIDE, Widths
from directory.map.spec import Cluster, MapSpec, Pin
from directory.map.state import frame_of_state
from directory.map.svg import Layer, layer
from directory.map.towns import Towns

TOWNS_ASKED = 40


@dataclass(frozen=True)
class Drawing:
    """The ground grows with the picture. What stands on it is laid out twice, for narrow and for wide pictures; once
    where a picture is never wide and pins alone stand on it, which find their room at any width."""

    spec: MapSpec
    frame: Frame
    ground: Ground
    circle: SearchCircle | None
    narrow: Layout
    wide: Layout | None

    @property
    def shape(self) -> str:
        return self.frame.shape.name.lower()

    @property
    def view_box(self) -> str:
        return f"0 0 {WIDTH} {self.frame.shape.height}"

    @property
    def insets(self) -> list[str]:
        """The frames around what a map of the country shows apart from the mainland."""
        return [view.area.path for view in self.frame.views[:-1]]

    @property
    def layers(self) -> list[Layer]:
        if not self.wide:
            return [layer("only", self.narrow)]
        return [layer("narrow", self.narrow), layer("wide", self.wide)]

    @property
    def description(self) -> str:
        return words.description(self.wide or self.narrow)

    @property
    def note(self) -> str:
        return words.note(self.spec, [layout for layout in (self.wide, self.narrow) if layout], self.circle)

    @property
    def clusters(self) -> Sequence[Cluster]:
        """All of them, by name."""
        return sorted(self.spec.clusters, key=lambda cluster: cluster.label)


def draw(spec: MapSpec, towns: Towns) -> Drawing:
    """The same spec and towns always make the same drawing."""
    frame, state = _frame(spec), spec.state.upper()
    named = [] if frame.is_the_country else towns.largest_in(frame.boxes, TOWNS_ASKED, state)
    contents = Contents(located(frame, spec.pins), located(frame, spec.clusters), located(frame, named))
    circle = search_circle(frame, spec.circle) if spec.circle and spec.shows_circle else None
    laid_out = [lay_out(frame, contents, widths, has_cross=bool(circle)) for widths in _widths(spec)]
    return Drawing(spec, frame, ground(frame, state), circle, laid_out[0], laid_out[1] if laid_out[1:] else None)


def _widths(spec: MapSpec) -> list[Widths]:
    if not spec.is_small:
        return [NARROW, WIDE]
    return [SMALL_NARROW, SMALL_WIDE] if spec.clusters else [NARROW]


def _frame(spec: MapSpec) -> Frame:
    if spec.circle:
        return frame_around(spec.circle, spec.pins if spec.shows_circle else ())
    if spec.state:
        marked: list[Pin | Cluster] = [*spec.pins, *spec.clusters]
        return frame_of_state(spec.state.upper(), [(one.latitude, one.longitude) for one in marked])
    return frame_of_the_country()
