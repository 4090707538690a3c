"""How hard a text is to read: an estimate of the Flesch-Kincaid grade, good enough to notice when one gets hard."""

import re
from html import unescape

# What is not read as sentences: marks, and the cells of tables.
NO_SENTENCES = re.compile(r'<sup.*?</sup>|<a class="certainty.*?</a>|<table.*?</table>', re.DOTALL)
BLOCK_END = re.compile(r"</(?:p|li|h\d|dt|dd)>")
TAG = re.compile(r"<[^>]+>")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
WORD = re.compile(r"[A-Za-z’'-]+")


def sentences(html: str) -> list[str]:
    text = unescape(TAG.sub("", BLOCK_END.sub(". ", NO_SENTENCES.sub("", html))))
    return [sentence for sentence in SENTENCE_END.split(text) if WORD.search(sentence)]


def grade(html: str) -> float:
    read = sentences(html)
    words = [word for sentence in read for word in WORD.findall(sentence)]
    return 0.39 * len(words) / len(read) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def syllables(word: str) -> int:
    letters = re.sub(r"[^a-z]", "", word.lower())
    spoken = re.sub(r"(?:es|ed|e)$", "", letters) if len(letters) > 3 else letters
    return max(1, len(re.findall(r"[aeiouy]+", spoken)))
