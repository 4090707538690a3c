"""Where the registry comes from: its file, the zip it is published in, or a pipe. Always a stream, never all of it."""

import io
import re
import sys
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO

PIPE = "-"
# As the registry names its file: the first and the last day in it. One that begins with the first NPI ever is complete.
OWN_NAME = re.compile(r"npidata(?:_pfile)?_(?P<first>\d{8})-(?P<last>\d{8})\.csv$", re.IGNORECASE)
FIRST_DAY = "20050523"
# What a broken zip, disk or pipe raises in the middle of reading.
BREAKS = (OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error)


class FaultyFile(Exception):
    """Nothing was checked; the message says why."""


@dataclass(frozen=True)
class Source:
    name: str
    text: IO[str]

    @property
    def is_complete(self) -> bool:
        """Whether the registry itself says that every NPI is in it; its weekly files hold only what changed."""
        own = OWN_NAME.search(self.name)
        return own is not None and own["first"] == FIRST_DAY

    @property
    def as_of(self) -> date | None:
        """The day for which the registry made it, where the name says so."""
        own = OWN_NAME.search(self.name)
        try:
            return datetime.strptime(own["last"], "%Y%m%d").date() if own else None
        except ValueError:
            return None


@contextmanager
def opened(path: str) -> Iterator[Source]:
    """FaultyFile where it is a zip that holds no registry, OSError where there is no such file."""
    with ExitStack() as stack:
        if path == PIPE:
            name, file = "standard input", sys.stdin.buffer
        elif zipfile.is_zipfile(path):
            name, file = _unzipped(Path(path), stack)
        else:
            name, file = Path(path).name, stack.enter_context(Path(path).open("rb"))
        # A name in another encoding than the system's cannot be stored as it is.
        yield Source(name.encode(errors="replace").decode(), stack.enter_context(_as_text(file)))


def _unzipped(path: Path, stack: ExitStack) -> tuple[str, IO[bytes]]:
    try:
        packed = stack.enter_context(zipfile.ZipFile(path))
        name = _registry_in(packed)
        return f"{path.name}, {name}", stack.enter_context(packed.open(name))
    except BREAKS as error:
        raise FaultyFile(f"The zip file cannot be unpacked: {error}.") from error


def _registry_in(packed: zipfile.ZipFile) -> str:
    tables = [name for name in packed.namelist() if name.lower().endswith(".csv")]
    found = [name for name in tables if OWN_NAME.search(name)] or tables
    if len(found) != 1:
        names = ", ".join(found)[:500] or "none"
        raise FaultyFile(f"One CSV file of the registry should be in the zip file; there are these: {names}.")
    return found[0]


@contextmanager
def _as_text(file: IO[bytes]) -> Iterator[IO[str]]:
    # What is not UTF-8 is carried along, so that one bad name costs its row and not the file.
    text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="surrogateescape", newline="\n")
    try:
        yield text
    finally:
        text.detach()  # whoever opened the file closes it
