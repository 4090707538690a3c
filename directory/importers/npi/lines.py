"""Lines of a stream, each and all together too short to fill the memory, whatever the file holds."""

from collections import deque
from typing import IO

from directory.importers.npi.stream import BREAKS, FaultyFile

# In characters. The widths that the registry publishes for its columns leave room for about 20,000.
LONGEST = 131_072
# A row takes one line, or a few where a cell holds line breaks.
MOST_LINES = 20
TOO_LONG = "a line that is too long to look at"


class RowTooLong(Exception):
    """Says how."""


class Lines:
    """An iterator for csv.reader. It keeps the lines of the row that is being read, so that when a quote was opened
    and never closed, only the first of them is lost and the others are read again."""

    def __init__(self, text: IO[str]) -> None:
        self.number = 0  # of the line that was given last
        self._readline = text.readline
        self._kept: list[str] = []
        self._again: deque[str] = deque()

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else self._next_line()
        if not line:
            raise StopIteration
        self.number += 1
        self._kept.append(line)
        if line is TOO_LONG:
            raise RowTooLong(f"it has more than {LONGEST:,} characters")
        if len(self._kept) > MOST_LINES:
            raise RowTooLong(f"a quote that it opens is not closed within {MOST_LINES} lines")
        return line

    def begin_row(self) -> int:
        """The number of its first line."""
        self._kept.clear()
        return self.number + 1

    def give_up_row(self) -> str:
        """Its first line, as far as it is known; the others come again."""
        first, *others = self._kept
        self._again.extendleft(reversed(others))
        self.number -= len(others)
        return first

    def _next_line(self) -> str:
        try:
            line = self._readline(LONGEST)
            if len(line) < LONGEST or line[-1] == "\n":
                return line
            while (rest := self._readline(LONGEST)) and rest[-1] != "\n":
                pass
        except BREAKS as error:
            raise FaultyFile(f"After line {self.number:,} it breaks off: {error}.") from error
        return TOO_LONG
