"""What is taken as a photo, and what is made of it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

MEGABYTE = 1024 * 1024
MOST_BYTES = 10 * MEGABYTE
MOST_PIXELS = 40_000_000
# Below this a picture shows nothing on a page; the longer side counts.
SMALLEST_PIXELS = 400
WIDTHS = (480, 960, 1600)
LONGEST_PIXELS = max(WIDTHS)


class Kind(StrEnum):
    """As Pillow calls them."""

    JPEG = "JPEG"
    PNG = "PNG"
    WEBP = "WEBP"


EXTENSIONS = {".jpg": Kind.JPEG, ".jpeg": Kind.JPEG, ".png": Kind.PNG, ".webp": Kind.WEBP}
# What is made, best first, with the ending of its name and its type.
MADE = {Kind.WEBP: (".webp", "image/webp"), Kind.JPEG: (".jpg", "image/jpeg")}


class Problem(StrEnum):
    """Why a file is not taken; sentences.py has the words."""

    UNREADABLE = "unreadable"
    OTHER_NAME = "other_name"
    TOO_LARGE = "too_large"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_SMALL = "too_small"
    MOVES = "moves"
    LOST = "lost"


class Refused(Exception):
    def __init__(self, problem: Problem):
        super().__init__(problem)
        self.problem = problem


@dataclass(frozen=True)
class Variant:
    """One of the pictures made of a file."""

    kind: Kind
    width: int
    height: int
    data: bytes


def kind_of_name(name: str) -> Kind | None:
    return EXTENSIONS.get(PurePath(name).suffix.lower())
