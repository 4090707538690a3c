"""Files that are made to hurt, each in a moment: what a form is sent, under which name, and why it is no photo."""

import struct
from functools import cache
from typing import NamedTuple

from directory.photos.rules import MEGABYTE
from tests.directory.photos import samples
from tests.directory.photos.samples import HTML, PLANTED, SVG, ZIP, chunk, picture, saved, segment

FRAMES = 10_000


class Sent(NamedTuple):
    """`problem` is empty where a photo comes of it."""

    name: str
    data: bytes
    problem: str = ""


def apng(frames: int = FRAMES, *, before: bytes = b"") -> bytes:
    """Its first picture is whole, and each further one a single point; `before` stands in front of what says that it
    moves."""
    still = saved(picture(), "PNG")
    end = len(still) - 12
    control = struct.pack(">IIIIIHHBB", 1, 600, 400, 0, 0, 1, 100, 0, 0)
    moves = chunk(b"acTL", struct.pack(">II", frames, 0)) + chunk(b"fcTL", struct.pack(">I", 0) + control[4:])
    point = saved(picture((1, 1)), "PNG")
    pixels = point[point.index(b"IDAT") + 4 : -16]
    more = b"".join(
        chunk(b"fcTL", struct.pack(">IIIIIHHBB", 2 * n - 1, 1, 1, 0, 0, 1, 100, 0, 0))
        + chunk(b"fdAT", struct.pack(">I", 2 * n) + pixels)
        for n in range(1, frames)
    )
    return still[:33] + before + moves + still[33:end] + more + still[end:]


def webp_of_frames(frames: int = FRAMES, *, says_so: bool = True) -> bytes:
    """Each picture but the first a single point; where it does not say so in its head, only its parts tell."""
    first, point = (saved(picture(size), "WEBP", lossless=True)[12:] for size in ((600, 400), (2, 2)))
    body = _riff(b"VP8X", struct.pack("<I", 0x02 if says_so else 0) + _three(599) + _three(399))
    body += _riff(b"ANIM", bytes(6)) + _frame(first, 600, 400) + _frame(point, 2, 2) * (frames - 1)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def _frame(inner: bytes, width: int, height: int) -> bytes:
    return _riff(b"ANMF", bytes(6) + _three(width - 1) + _three(height - 1) + _three(10) + bytes(1) + inner)


def _riff(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)


def _three(number: int) -> bytes:
    return number.to_bytes(3, "little")


def jpeg_of_thirty_megabytes() -> bytes:
    """A small picture with 30 MB of comments before it."""
    data = samples.jpeg()
    comment = segment(0xFE, bytes(65_533))
    return data[:2] + comment * (30 * MEGABYTE // len(comment) + 1) + data[2:]


def png_of_2500_megapixels() -> bytes:
    """60 KB of what unpacks into 60 MB of nothing, and claims to be a hundred times more."""
    return samples.png(50_000, 50_000, rows=bytes(60_000_000))


GIF_AND_SCRIPT = b"GIF89a/*" + saved(picture(), "GIF")[8:] + b"*/=1;alert('" + PLANTED + b"')"
PHP = b"<?php system('" + PLANTED + b"'); ?>"


@cache
def hostile() -> dict[str, Sent]:
    """Made when they are wanted: together they have 35 MB."""
    return {
        "10,000 frames, APNG": Sent("room.png", apng(), "moves"),
        "10,000 frames, APNG that hides it": Sent("room.png", apng(before=chunk(b"tEXt", b"a\x00IDAT")), "moves"),
        "10,000 frames, WebP": Sent("room.webp", webp_of_frames(), "moves"),
        "10,000 frames, WebP that hides it": Sent("room.webp", webp_of_frames(says_so=False), "unreadable"),
        "30 MB JPEG": Sent("room.jpg", jpeg_of_thirty_megabytes(), "too_large"),
        "50,000 x 50,000 PNG": Sent("room.png", png_of_2500_megapixels(), "too_many_pixels"),
        "GIF and JavaScript": Sent("room.gif", GIF_AND_SCRIPT, "unreadable"),
        "GIF and JavaScript, called a JPEG": Sent("room.jpg", GIF_AND_SCRIPT, "unreadable"),
        "JPEG and HTML": Sent("room.jpg", samples.jpeg(comment=HTML) + HTML),
        "JPEG and ZIP": Sent("room.jpg", samples.jpeg() + ZIP),
        "PNG and PHP": Sent("room.png", samples.png_full_of_metadata() + PHP),
        "SVG and JavaScript": Sent("room.svg", SVG, "unreadable"),
        "SVG and JavaScript, called a JPEG": Sent("room.jpg", SVG, "unreadable"),
        "photo.jpg.html": Sent("photo.jpg.html", samples.jpeg(), "other_name"),
        "a name that leads up": Sent("../../settings.jpg", samples.jpeg()),
        "a name that leads up, to Python": Sent("../../settings.py", samples.jpeg(), "other_name"),
        "a name with NUL": Sent("room.php\x00.jpg", samples.jpeg()),
        "a name written from right to left": Sent("\u202egpj.exe", samples.jpeg(), "other_name"),
        "a name of 300 characters": Sent("r" * 296 + ".jpg", samples.jpeg()),
    }
