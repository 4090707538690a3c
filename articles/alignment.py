"""Two texts block by block: which block of the old one became which of the new. Pure."""

from difflib import SequenceMatcher

Pair = tuple[int | None, int | None]

# Of the words of two blocks together, how many stand in both: less is another block, not the same one rewritten.
ALIKE = 0.5
# Pairs of blocks, about half a second: readers wait for this. Beyond, one text is told after the other.
MOST_COMPARED = 250_000


def changed_pairs(old: list[str], new: list[str]) -> list[Pair]:
    """(place in the old, place in the new) in reading order, without what stayed; None where a block came or went."""
    # Nothing is junk: the rows of a table often say the same.
    steps = SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
    return [
        (None if i is None else old_from + i, None if j is None else new_from + j)
        for kind, old_from, old_to, new_from, new_to in steps
        if kind != "equal"
        for i, j in _aligned(old[old_from:old_to], new[new_from:new_to])
    ]


def _aligned(old: list[str], new: list[str]) -> list[Pair]:
    """Without crossing over, so that the words of both are alike in as many places as can be."""
    if len(old) * len(new) > MOST_COMPARED:
        return [*((i, None) for i in range(len(old))), *((None, j) for j in range(len(new)))]
    likeness = _likeness([set(block.split()) for block in old], [set(block.split()) for block in new])
    best = _best(likeness, len(old), len(new))
    pairs: list[Pair] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if likeness[i][j] and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            pairs.append((i, None))
            i += 1
        else:
            pairs.append((None, j))
            j += 1
    return [*pairs, *((rest, None) for rest in range(i, len(old))), *((None, rest) for rest in range(j, len(new)))]


def _likeness(old: list[set[str]], new: list[set[str]]) -> list[list[float]]:
    return [[_alike(before, after) for after in new] for before in old]


def _alike(before: set[str], after: set[str]) -> float:
    shared = 2 * len(before & after) / (len(before) + len(after) or 1)
    return shared if shared >= ALIKE else 0.0


def _best(likeness: list[list[float]], rows: int, columns: int) -> list[list[float]]:
    """The most likeness that is still to be had from each two places on."""
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], likeness[i][j] + best[i + 1][j + 1])
    return best
