"""What a map is asked to show, as plain values. Points are degrees, distances miles."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Circle:
    latitude: float
    longitude: float
    radius_miles: float


@dataclass(frozen=True)
class Pin:
    """A result. Its number is the one it has in the list. Without a link it is only a mark. `is_about` where its point
    is only near the true one."""

    latitude: float
    longitude: float
    label: str
    number: int | None = None
    url: str = ""
    is_about: bool = False


@dataclass(frozen=True)
class Cluster:
    """So many results in one place, whose name is the label, and the address of the search that finds just these."""

    latitude: float
    longitude: float
    label: str
    count: int
    url: str

    @property
    def text(self) -> str:
        return f"{self.count:,}"


@dataclass(frozen=True)
class MapSpec:
    """Of a circle, or of a state by its postal code, or of the whole country. `name` is the first part of the ids
    in the picture: two maps on one page need two. `shows_circle` is off where the circle is only what to look at;
    `is_small` is on where the page never gives the picture more than 480 pixels. `notes` are sentences below it."""

    title: str
    circle: Circle | None = None
    state: str = ""
    pins: Sequence[Pin] = ()
    clusters: Sequence[Cluster] = ()
    shows_circle: bool = True
    is_small: bool = False
    notes: Sequence[str] = ()
    name: str = "map"

    def __post_init__(self) -> None:
        if len(self.pins) > 1 and any(pin.number is None for pin in self.pins):
            raise ValueError("Only a pin that is alone on its map can do without a number.")
