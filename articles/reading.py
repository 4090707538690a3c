"""How many years of school a text asks for: Flesch and Kincaid’s grade, with syllables counted by rule of thumb."""

import re

WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
SENTENCE_END = re.compile(r"[.!?]+(?=[\s”\")\]]|$)")
VOWELS = re.compile(r"[aeiouy]+")
# Written and not spoken: the last e of “dose”, the e of “needed” is spoken, that of “based” is not.
SILENT = re.compile(r"(?:[^laeiouy]e|[^aeiouydt]ed|[^aeiouyscxz]es)$")


def grade(passages):
    """`passages` are runs of plain words; each ends a sentence. None where there is nothing to measure."""
    words = [word for passage in passages for word in WORD.findall(passage)]
    if not words:
        return None
    sentences = sum(_sentences(passage) for passage in passages)
    syllable_count = sum(map(syllables, words))
    made = 0.39 * len(words) / sentences + 11.8 * syllable_count / len(words) - 15.59
    return max(0.0, round(made, 1))


def syllables(word):
    word = word.lower().strip("’'-")
    return max(1, len(VOWELS.findall(word)) - bool(SILENT.search(word)))


def _sentences(passage):
    if not WORD.search(passage):
        return 0
    ends = len(SENTENCE_END.findall(passage))
    return ends + (not passage.rstrip('”")] ').endswith((".", "!", "?")))
