"""How far one spelling is from another. Pure."""

from articles.words.stems import LONGEST

# Letters; shorter words are too like each other to tell which one was meant.
SHORTEST_TO_SPELL = 3


def is_spellable(word: str) -> bool:
    return SHORTEST_TO_SPELL <= len(word) <= LONGEST and not word.isdigit()


def deletions(word: str) -> set[str]:
    """The word, and all that it becomes when one letter is left out: two words that are one edit apart share one."""
    return {word, *(word[:place] + word[place + 1 :] for place in range(len(word)))}


def distance(one: str, other: str) -> int:
    """Letters left out, added, changed or swapped with the next: the fewest that make one word of the other, where no
    letter is edited twice."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        current = [row]
        for column, wanted in enumerate(other, 1):
            best = min(last[column] + 1, current[-1] + 1, last[column - 1] + (letter != wanted))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == wanted:
                best = min(best, before[column - 2] + 1)
            current.append(best)
        before, last = last, current
    return last[-1]
