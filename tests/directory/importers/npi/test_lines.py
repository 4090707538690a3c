import csv
import io
import tracemalloc

import pytest

from directory.importers.npi.lines import LONGEST, MOST_LINES, Lines, RowTooLong
from directory.importers.npi.stream import FaultyFile


class Endless(io.TextIOBase):
    """So many characters without a line break, then a line; none of them is held."""

    def __init__(self, characters):
        self.left, self.end = characters, "the end\n"

    def readline(self, size=-1):
        if self.left:
            given = min(self.left, size)
            self.left -= given
            return "x" * given + "\n" * (not self.left)
        line, self.end = self.end, ""
        return line


def test_lines_come_with_their_numbers():
    lines = Lines(io.StringIO("a\nb\n"))
    assert [(line, lines.number) for line in lines] == [("a\n", 1), ("b\n", 2)]


def test_a_row_that_is_given_up_costs_its_first_line_only():
    lines = Lines(io.StringIO('a\n"b\nc\nd\n'))
    next(lines)
    lines.begin_row()
    with pytest.raises(csv.Error):
        next(csv.reader(lines, strict=True))
    assert lines.give_up_row() == '"b\n'
    assert lines.number == 2
    assert list(lines) == ["c\n", "d\n"]


def test_a_quote_is_not_followed_for_ever():
    lines = Lines(io.StringIO('"a\n' + "b\n" * 100))
    lines.begin_row()
    with pytest.raises(RowTooLong, match=f"within {MOST_LINES} lines"):
        next(csv.reader(lines, strict=True))
    lines.give_up_row()
    lines.begin_row()
    assert (next(lines), lines.number) == ("b\n", 2)


def test_a_long_line_never_fills_the_memory():
    lines = Lines(Endless(100_000_000))
    tracemalloc.start()
    with pytest.raises(RowTooLong, match="more than 131,072 characters"):
        next(lines)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4_000_000
    lines.give_up_row()
    assert (next(lines), lines.number) == ("the end\n", 2)


def test_a_long_line_that_comes_again_is_not_skipped_twice():
    lines = Lines(io.StringIO('"a\n' + "x" * LONGEST + "y\nend\n"))
    lines.begin_row()
    reader = csv.reader(lines, strict=True)
    with pytest.raises(RowTooLong):
        next(reader)
    lines.give_up_row()
    lines.begin_row()
    with pytest.raises(RowTooLong):
        next(reader)
    lines.give_up_row()
    assert (next(lines), lines.number) == ("end\n", 3)


def test_a_line_of_just_the_longest_length_is_fine():
    line = "x" * (LONGEST - 1) + "\n"
    assert next(Lines(io.StringIO(line))) == line


def test_a_stream_that_breaks_says_after_which_line():
    stream = io.StringIO("a\n")
    lines = Lines(stream)
    next(lines)
    lines._readline = lambda size: (_ for _ in ()).throw(EOFError("no more"))
    with pytest.raises(FaultyFile, match="After line 1 it breaks off: no more"):
        next(lines)
