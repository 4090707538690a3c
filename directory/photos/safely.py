"""Has the pictures made in a child process: a file that takes all memory or all time takes only what the child has."""

import json
import os
import subprocess
import sys
from pathlib import Path

from directory.photos.rules import Kind, Problem, Refused, Variant

ROOT = Path(__file__).resolve().parent.parent.parent
COMMAND = [sys.executable, "-m", "directory.photos.child"]
# For a machine that is busy; a photo takes about a second.
MOST_SECONDS = 60
# Neither a key nor an address of a database is in what it is given.
GIVEN = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH")


class TookTooLong(Exception):
    """Another time may be better: the machine may have been busy."""


def variants_of_file(data: bytes) -> list[Variant]:
    """Raises Refused, or TookTooLong."""
    first, _newline, rest = _child(data).partition(b"\n")
    try:
        answer = json.loads(first)
    except ValueError:
        # Killed by its limits, or by what it read.
        raise Refused(Problem.UNREADABLE) from None
    if answer["problem"]:
        raise Refused(Problem(answer["problem"]))
    return list(_cut(answer["variants"], rest))


def _child(data: bytes) -> bytes:
    env = {name: os.environ[name] for name in GIVEN if name in os.environ}
    try:
        # A child that its limits kill reads no further: that is its answer, not an error here.
        return subprocess.run(
            COMMAND,
            input=data,
            cwd=ROOT,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=MOST_SECONDS,
            check=False,
        ).stdout
    except subprocess.TimeoutExpired as slow:
        raise TookTooLong from slow


def _cut(facts: list[dict], data: bytes):
    for fact in facts:
        yield Variant(Kind(fact["kind"]), fact["width"], fact["height"], data[: fact["bytes"]])
        data = data[fact["bytes"] :]
