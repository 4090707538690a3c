"""The circle of a search, in units of the picture."""

from dataclasses import dataclass

from directory.map.frame import WIDTH, Frame
from directory.map.spec import Circle


@dataclass(frozen=True)
class SearchCircle:
    """Its middle is the picture's."""

    miles: float
    radius: float
    height: int

    @property
    def is_whole(self) -> bool:
        """Whether all of it is in the picture."""
        return self.radius <= min(WIDTH, self.height) / 2

    @property
    def outside(self) -> str:
        """The path of all that is not in it, by the rule "evenodd"."""
        radius, left = round(self.radius, 1), round(WIDTH / 2 - self.radius, 1)
        half = f"a{radius} {radius} 0 1 0"
        picture = f"M-9-9H{WIDTH + 9}V{self.height + 9}H-9z"
        return f"{picture}M{left} {self.height / 2}{half} {2 * radius} 0{half} {-2 * radius} 0z"


def search_circle(frame: Frame, circle: Circle) -> SearchCircle:
    return SearchCircle(circle.radius_miles, circle.radius_miles * frame.views[0].scale, frame.shape.height)
