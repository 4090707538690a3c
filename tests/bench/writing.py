"""What generated listings say in words: invented names, and texts in which few words are common and most are rare."""

from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from articles.words.stems import stem, stems_of
from directory.importers.demo.words import FIRST_HALVES, NOUNS, SECOND_HALVES

NAMES = [(first + second).lower() for first, second in product(FIRST_HALVES, SECOND_HALVES)]
KINDS = sorted(noun.lower() for nouns in NOUNS.values() for noun in nouns)
STEMS_OF_NAMES, STEMS_OF_KINDS = ([" ".join(stems_of(text)) for text in texts] for texts in (NAMES, KINDS))
# All equally long and of letters that no ending is made of: none is a part of another, and each is its own stem.
SYLLABLES = [consonant + vowel for consonant, vowel in product("bdfgkmnpvz", "aou")]
COMMON_FIRST = 10
RARE_AND_COMMON = 3000
WORDS_IN_A_HEADLINE = 8
WORDS_IN_A_TEXT = 60


@dataclass(frozen=True)
class Said:
    """What so many listings say, in words and in the stems of these, where a word counts once."""

    names: list[str]
    headlines: list[str]
    texts: list[str]
    stems_of_names: list[str]
    stems_of_headlines: list[str]
    stems_of_texts: list[str]


@dataclass(frozen=True)
class Words:
    """From the most common to the rarest."""

    words: NDArray[np.object_]
    shares: NDArray[np.float64]

    @classmethod
    def invent(cls) -> "Words":
        every = ["".join(syllables) for syllables in product(SYLLABLES, repeat=3)]
        chosen = np.random.default_rng(len(every)).permutation(len(every))[:RARE_AND_COMMON]
        shares = 1 / (np.arange(RARE_AND_COMMON) + COMMON_FIRST)
        words = [every[place] for place in chosen]
        assert words == [stem(word) for word in words]
        return cls(np.array(words, object), shares / shares.sum())

    def draw(self, chance: np.random.Generator, number: int) -> Said:
        names = chance.integers(0, len(NAMES), number).tolist()
        kinds = chance.integers(0, len(KINDS), number).tolist()
        size = WORDS_IN_A_HEADLINE + WORDS_IN_A_TEXT
        drawn = self.words[chance.choice(len(self.words), (number, size), p=self.shares)]
        headlines, texts = drawn[:, :WORDS_IN_A_HEADLINE].tolist(), drawn[:, WORDS_IN_A_HEADLINE:].tolist()
        return Said(
            [f"{NAMES[name]} {KINDS[kind]}" for name, kind in zip(names, kinds, strict=True)],
            [" ".join(words) for words in headlines],
            [" ".join(words) for words in texts],
            [f"{STEMS_OF_NAMES[name]} {STEMS_OF_KINDS[kind]}" for name, kind in zip(names, kinds, strict=True)],
            [" ".join(dict.fromkeys(words)) for words in headlines],
            [" ".join(dict.fromkeys(words)) for words in texts],
        )
