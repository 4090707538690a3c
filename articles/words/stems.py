"""Words as the search compares them: one way to fold, part and stem what is stored and what is typed."""

import re
from collections.abc import Collection
from functools import lru_cache

from snowballstemmer.english_stemmer import EnglishStemmer

from articles.words.folding import fold

# Letters; what is longer is no word, and databases have limits of their own.
LONGEST = 40

_INSIDE = r"['’‘ʻʼ‛`´ˋ′\u0300-\u036f\u00ad\u200b-\u200d\u2060]"
# A stretch that folds to one word: "D.C.", "O’Fallon", "Kāneʻohe", also where accents are signs of their own.
_PIECE = re.compile(rf"\b\w(?:\.\w\b(?!{_INSIDE}+[^\W_]))+|[^\W_](?:[^\W_]|{_INSIDE})*")


def words_of(text: str) -> list[str]:
    return fold(text).split()


def stems_of(text: str) -> list[str]:
    return [stem(word) for word in words_of(text)]


@lru_cache(maxsize=2**16)
def stem(word: str) -> str:
    """Of a folded word. Letters a to z and digits alone, which every database takes for one word and none for syntax.

    The stemmer of the library itself, never the faster one that it takes where it finds it: the text of two machines
    must agree. A new one each time, because it keeps its work in itself, and threads would share that.
    """
    if not word.isascii():
        return "z" + word.encode().hex()[:LONGEST]
    stemmed = EnglishStemmer().stemWord(word[:LONGEST])
    # "AED" would become "a".
    return stemmed if len(stemmed) > 1 else word


def highlighted(text: str, stems: Collection[str]) -> list[tuple[str, bool]]:
    """The text in pieces, True where a piece is one of the words searched for; joined, the pieces are the text."""
    wanted, pieces, end = set(stems), [], 0
    for match in _PIECE.finditer(text):
        if not wanted.isdisjoint(stems_of(match[0])):
            pieces += [(text[end : match.start()], False), (match[0], True)]
            end = match.end()
    return [piece for piece in [*pieces, (text[end:], False)] if piece[0]]
