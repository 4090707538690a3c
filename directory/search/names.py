"""Names as numbers whose order is the order of the alphabet, so that arrays can sort them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from directory.models.search import NAME_KEY_LENGTH

# Folded names are made of these; 0 is "no more letters", and a letter of another script comes after z.
ALPHABET = b" 0123456789abcdefghijklmnopqrstuvwxyz"
OTHER = len(ALPHABET) + 1
BASE = OTHER + 1
LETTERS_IN_A_NUMBER = 12
NUMBERS = NAME_KEY_LENGTH // LETTERS_IN_A_NUMBER
assert BASE**LETTERS_IN_A_NUMBER < 2**64, "twelve letters must fit in 64 bits"
assert NUMBERS * LETTERS_IN_A_NUMBER == NAME_KEY_LENGTH, "every letter of a name's key must find its place"

CODES = np.full(256, OTHER, np.uint64)
CODES[list(ALPHABET)] = np.arange(1, OTHER)
CODES[0] = 0


def name_numbers(keys: Sequence[str]) -> NDArray[np.uint64]:
    """One row of numbers a name, to be compared from left to right."""
    text = np.array([key.encode("ascii", "replace") for key in keys], f"S{NAME_KEY_LENGTH}")
    codes = CODES[text.view(np.uint8)].reshape(len(keys), NUMBERS, LETTERS_IN_A_NUMBER)
    numbers = np.zeros((len(keys), NUMBERS), np.uint64)
    for place in range(LETTERS_IN_A_NUMBER):
        numbers = numbers * np.uint64(BASE) + codes[:, :, place]
    return numbers
