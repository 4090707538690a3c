"""How large a part of the earth can be in a picture, and how much of it is seen then."""

import math

from directory.geo import Box, boxes_around
from directory.map.arrays import Floats
from directory.map.frame import WIDTH, Area, Shape, View
from directory.map.projection import Azimuthal, Projection


def fitted(projection: Projection, points: Floats, area: Area, boxes: tuple[Box, ...]) -> View:
    """The points fill the area, and are in its middle."""
    plane = projection(points)
    (west, north), (east, south) = plane.min(axis=0).tolist(), plane.max(axis=0).tolist()
    scale = min((area.right - area.left) / (east - west), (area.bottom - area.top) / (south - north))
    x = (area.left + area.right - scale * (west + east)) / 2
    y = (area.top + area.bottom - scale * (north + south)) / 2
    return View(projection, scale, x, y, area, boxes)


def boxes_seen(projection: Azimuthal, x: float, y: float, scale: float, shape: Shape) -> tuple[Box, ...]:
    """All that a whole picture shows, whose point x, y is the one that the projection has its middle in."""
    corners = [(side - x, end - y) for side in (0, WIDTH) for end in (0, shape.height)]
    reach = max(math.hypot(*corner) for corner in corners) / scale
    return boxes_around(projection.latitude, projection.longitude, reach)
