"""Text as it is compared: one folding for what is stored and for what is typed."""

import re
import unicodedata

# Signs inside a word that people leave out or type in several ways: d'Alene, Hawaiʻi, O’Fallon.
_INSIDE_A_WORD = re.compile("['’‘ʻʼ‛`´ˋ′]")
_INITIALS = re.compile(r"\b(\w)\.(?=\w\b)")
_NOT_A_WORD = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Lower case, no accents, no punctuation, single spaces; safe to store and idempotent.

    Letters and digits of every script stay. "D.C." becomes "dc", "Lewis & Clark" "lewis and clark".
    """
    text = _INITIALS.sub(r"\1", _without_accents(text).replace("&", " and "))
    return _NOT_A_WORD.sub(" ", text).strip()


def _without_accents(text: str) -> str:
    if text.isascii():
        return _INSIDE_A_WORD.sub("", text).lower()
    # Twice: lower case and decomposition each make letters that the other has to look at again.
    for _ in range(2):
        text = unicodedata.normalize("NFKD", _INSIDE_A_WORD.sub("", text)).casefold()
        text = "".join(letter for letter in text if unicodedata.category(letter) not in _UNHEARD)
    return text


_UNHEARD = {"Mn", "Mc", "Me", "Cf"}  # accents and other marks, and signs without a width
