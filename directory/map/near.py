"""The frame of a map around a point."""

from collections.abc import Sequence

from directory.geo import distance_miles
from directory.map.fitting import boxes_seen
from directory.map.frame import WIDTH, Area, Frame, Shape, View
from directory.map.projection import Azimuthal
from directory.map.spec import Circle, Pin

RIM = 0.44  # of the width, from the middle to the circle: what lies on it still has room for its number
# Closer than this the outlines are too coarse to be true.
CLOSEST_MILES = 6.0
# All results in the inner part of the circle: the map comes closer, or their numbers would be one heap.
INNER_PART = 0.5


def frame_around(circle: Circle, pins: Sequence[Pin]) -> Frame:
    radius = _miles_seen(circle, pins)
    projection = Azimuthal(circle.latitude, circle.longitude)
    scale, middle = RIM * WIDTH / radius, WIDTH / 2
    boxes = boxes_seen(projection, middle, middle, scale, Shape.SQUARE)
    return Frame(Shape.SQUARE, (View(projection, scale, middle, middle, Area(0, 0, WIDTH, WIDTH), boxes),))


def _miles_seen(circle: Circle, pins: Sequence[Pin]) -> float:
    if len(pins) < 2:
        return circle.radius_miles
    farthest = max(distance_miles(circle.latitude, circle.longitude, pin.latitude, pin.longitude) for pin in pins)
    if farthest > circle.radius_miles * INNER_PART:
        return circle.radius_miles
    return min(circle.radius_miles, max(farthest, CLOSEST_MILES))
