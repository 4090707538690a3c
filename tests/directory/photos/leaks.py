"""Whatever is in a picture besides the picture, byte by byte and with no library that could overlook it."""

import struct

from directory.photos.rules import Kind
from tests.directory.photos.samples import PLANTED

MARKS = [
    PLANTED,
    b"Exif",
    b"xmpmeta",
    b"adobe",
    b"8BIM",
    b"ICC_PROFILE",
    b"acsp",
    b"GPS",
    b"<?php",
    b"<script",
    b"PK\x03\x04",
]
# Of JPEG what the picture needs: its tables, its frame, its scan; and the 14 bytes of JFIF.
NEEDED = {0xC0, 0xC2, 0xC4, 0xDB, 0xDA, 0xDD}
JFIF = {0xE0}


def leaks_of(kind, data: bytes) -> list[str]:
    found = [f"mark {mark!r}" for mark in MARKS if mark in data]
    return found + list(_jpeg_segments(data) if kind == Kind.JPEG else _webp_chunks(data))


def _jpeg_segments(data: bytes):
    """Every segment that is not needed, and every byte after the end."""
    at = 2
    while data[at : at + 2] != b"\xff\xd9":
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if marker not in NEEDED | JFIF or (marker in JFIF and length != 16):
            yield f"segment {marker:02x}"
        at += 2 + length
        if marker == 0xDA:
            at = _end_of_scan(data, at)
    if at + 2 != len(data):
        yield f"{len(data) - at - 2} bytes after the end"


def _end_of_scan(data: bytes, at: int) -> int:
    while not (data[at] == 0xFF and data[at + 1] not in {0x00, *range(0xD0, 0xD8)}):
        at += 1
    return at


def _webp_chunks(data: bytes):
    """A bare lossy WebP has one chunk."""
    size = struct.unpack("<I", data[4:8])[0]
    if size + 8 != len(data):
        yield "bytes after the end"
    at = 12
    while at < len(data):
        name, length = data[at : at + 4], struct.unpack("<I", data[at + 4 : at + 8])[0]
        if name != b"VP8 ":
            yield f"chunk {name!r}"
        at += 8 + length + length % 2
