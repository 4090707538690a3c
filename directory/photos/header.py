"""What the first bytes of a file say it is: enough to refuse most of what is no photo before anything is decoded."""

from collections.abc import Callable
from dataclasses import dataclass

from directory.photos.rules import MOST_PIXELS, SMALLEST_PIXELS, Kind, Problem, Refused, kind_of_name

PNG_START = b"\x89PNG\r\n\x1a\n"
# Markers of JPEG: those that begin a frame and so say its size, those that stand alone, those after which none comes.
FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
ALONE = {0x00, 0x01, *range(0xD0, 0xD9)}
LAST = {0xD9, 0xDA}
WEBP_MOVES = 0x02


@dataclass(frozen=True)
class Header:
    kind: Kind
    width: int
    height: int
    moves: bool = False


def read_header(data: bytes) -> Header:
    """Raises Refused for what is none of the three kinds, is cut off before its size, moves, or is too large."""
    try:
        header = _header(data)
    except IndexError:
        header = None
    if header is None or not (header.width and header.height):
        raise Refused(Problem.UNREADABLE)
    if header.moves:
        raise Refused(Problem.MOVES)
    if header.width * header.height > MOST_PIXELS:
        raise Refused(Problem.TOO_MANY_PIXELS)
    return header


def check_upload(name: str, data: bytes) -> None:
    """What can be said while the provider waits. Raises Refused."""
    header = read_header(data)
    if kind_of_name(name) != header.kind:
        raise Refused(Problem.OTHER_NAME)
    if max(header.width, header.height) < SMALLEST_PIXELS:
        raise Refused(Problem.TOO_SMALL)


def _header(data: bytes) -> Header | None:
    if data.startswith(PNG_START):
        return _png(data)
    if data.startswith(b"\xff\xd8\xff"):
        return _jpeg(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        read = WEBP_FORMS.get(data[12:16])
        return read(data) if read else None
    return None


def _png(data: bytes) -> Header | None:
    if data[12:16] != b"IHDR" or len(data) < 33:
        return None
    return Header(Kind.PNG, _big(data, 16, 4), _big(data, 20, 4), _png_moves(data))


def _png_moves(data: bytes) -> bool:
    """It says so before its first picture, chunk by chunk: words within one may look like the name of another."""
    at, name = 8, b""
    while at < len(data) and name not in (b"acTL", b"IDAT"):
        name = data[at + 4 : at + 8]
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    return name == b"acTL"


def _jpeg(data: bytes) -> Header | None:
    at = 2
    while (at := data.find(b"\xff", at)) != -1:
        marker = data[at + 1]
        if marker in FRAMES:
            return Header(Kind.JPEG, width=_big(data, at + 7, 2), height=_big(data, at + 5, 2))
        if marker in LAST:
            return None
        if marker == 0xFF:
            at += 1
        elif marker in ALONE:
            at += 2
        else:
            at += 2 + max(2, _big(data, at + 2, 2))
    return None


def _webp_lossy(data: bytes) -> Header:
    return Header(Kind.WEBP, _little(data, 26, 2) & 0x3FFF, _little(data, 28, 2) & 0x3FFF)


def _webp_lossless(data: bytes) -> Header:
    bits = _little(data, 21, 4)
    return Header(Kind.WEBP, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)


def _webp_extended(data: bytes) -> Header:
    return Header(Kind.WEBP, _little(data, 24, 3) + 1, _little(data, 27, 3) + 1, bool(data[20] & WEBP_MOVES))


WEBP_FORMS: dict[bytes, Callable[[bytes], Header]] = {
    b"VP8 ": _webp_lossy,
    b"VP8L": _webp_lossless,
    b"VP8X": _webp_extended,
}


def _number(data: bytes, at: int, length: int, order) -> int:
    part = data[at : at + length]
    if len(part) < length:
        raise IndexError(at)
    return int.from_bytes(part, order)


def _big(data: bytes, at: int, length: int) -> int:
    return _number(data, at, length, "big")


def _little(data: bytes, at: int, length: int) -> int:
    return _number(data, at, length, "little")
