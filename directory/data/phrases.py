"""What visitors type for the choices of the vocabulary besides their labels."""

import csv
from collections.abc import Iterator
from pathlib import Path

FILE = Path(__file__).with_name("phrases.csv")


def read() -> Iterator[tuple[tuple[str, str], list[str]]]:
    """The facet and slug of each line, and its phrases."""
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield (row["facet"], row["slug"]), [words.strip() for words in row["words"].split(";")]


PHRASES = dict(read())
