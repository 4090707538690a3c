"""What stands where in a map. Pins take their room first, then clusters, the bar of miles and the names of towns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np

from directory.map.block import Block
from directory.map.clusters import Bubble, place_clusters
from directory.map.frame import Area, Frame, Spot
from directory.map.labels import Label, place_labels
from directory.map.pins import place_pins
from directory.map.room import Room, Widths
from directory.map.scale import ScaleBar, place_scale_bar
from directory.map.spec import Cluster, Pin
from directory.map.towns import Town

POINT, SHARES = Area(-4, -4, 4, 4), (0, 0.25, 0.5, 0.75)  # of a line from a place to its number
MIDDLE, CROSS = Spot(0.5, 0.5), Area(-6, -6, 6, 6)  # the cross where a search has its middle


class Located(Protocol):
    @property
    def latitude(self) -> float: ...
    @property
    def longitude(self) -> float: ...


Thing = TypeVar("Thing", bound=Located)


@dataclass(frozen=True)
class Contents:
    """What lies in the picture, and where."""

    pins: Sequence[tuple[Pin, Spot]]
    clusters: Sequence[tuple[Cluster, Spot]]
    towns: Sequence[tuple[Town, Spot]]


@dataclass(frozen=True)
class Layout:
    """For pictures of some widths."""

    blocks: Sequence[Block]
    bubbles: Sequence[Bubble]
    scale_bar: ScaleBar | None
    labels: Sequence[Label]


def located(frame: Frame, things: Sequence[Thing]) -> list[tuple[Thing, Spot]]:
    """Those that lie in the picture."""
    points = np.array([(thing.latitude, thing.longitude) for thing in things]).reshape(-1, 2)
    pairs = zip(things, frame.spots(points), strict=True)
    return [(thing, spot) for thing, spot in pairs if spot.is_in_the_picture]


def lay_out(frame: Frame, contents: Contents, widths: Widths, *, has_cross: bool = False) -> Layout:
    """Nothing is named on a map of the whole country."""
    room = Room(frame.shape.ratio, widths)
    blocks = place_pins(contents.pins, room)
    bubbles = place_clusters(contents.clusters, room)
    if has_cross:
        room.take(MIDDLE, CROSS)
    if frame.is_the_country:
        return Layout(blocks, bubbles, None, ())
    _keep_clear(_leaders(blocks, bubbles), room)
    scale_bar = place_scale_bar(frame, room)
    return Layout(blocks, bubbles, scale_bar, place_labels(contents.towns, bubbles, room))


def _leaders(blocks: Sequence[Block], bubbles: Sequence[Bubble]) -> list[tuple[Spot, Spot]]:
    of_blocks = [(place, block.spot) for block in blocks for place in block.places_elsewhere]
    return of_blocks + [(one.place, one.spot or one.place) for one in bubbles if one.spot != one.place]


def _keep_clear(leaders: Sequence[tuple[Spot, Spot]], room: Room) -> None:
    """Some points of every line are taken, so that no name crosses it."""
    places, spots = np.array(leaders).reshape(-1, 2, 2).transpose(1, 0, 2)
    on_the_way = np.concatenate([places + share * (spots - places) for share in SHARES])
    room.take_all(on_the_way, np.array([POINT]))
