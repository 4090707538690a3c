"""The frame of a map of the country: the mainland, and beside it what lies far off, each part at its own scale."""

from functools import cache

from directory.geo import Box
from directory.map.fitting import fitted
from directory.map.frame import Area, Frame, Shape, View
from directory.map.projection import Albers, Azimuthal, Projection
from directory.map.topology import overview

Part = tuple[Projection, Area, tuple[Box, ...]]

# Where each part is drawn, and what of the earth belongs to it.
MAINLAND: Part = (Albers(29.5, 45.5, 38, -96), Area(14, 12, 786, 500), (Box(24.4, -125.0, 49.5, -66.8),))
ALASKA: Part = (
    Albers(55, 65, 63, -154),
    Area(14, 420, 200, 586),
    (Box(51.0, -180.0, 71.5, -129.9), Box(51.0, 172.0, 54.0, 180.0)),
)
HAWAII: Part = (Azimuthal(20.6, -157.5), Area(216, 496, 330, 586), (Box(18.8, -160.6, 22.4, -154.7),))
SAMOA: Part = (Azimuthal(-14.25, -170.3), Area(470, 546, 530, 586), (Box(-14.7, -171.2, -10.9, -168.0),))
MARIANAS: Part = (Azimuthal(14.3, 145.2), Area(544, 516, 584, 586), (Box(13.1, 144.5, 20.7, 146.2),))
PUERTO_RICO: Part = (Azimuthal(18.1, -66.2), Area(700, 536, 786, 586), (Box(17.6, -67.5, 18.7, -64.5),))


@cache
def frame_of_the_country() -> Frame:
    return Frame(Shape.COUNTRY, tuple(map(_view, (ALASKA, HAWAII, SAMOA, MARIANAS, PUERTO_RICO, MAINLAND))))


def _view(part: Part) -> View:
    projection, area, boxes = part
    rings = overview().rings
    points, _ = rings.chosen(rings.touching(boxes))
    return fitted(projection, points, area, boxes)
