"""TeX in: escapes, accents, symbols and mathematics become plain characters; what says only how words look goes."""

import re
import unicodedata

from django.utils.translation import gettext as _

from articles.citations.bibtex import SPECIAL
from articles.incoming.items import Unreadable
from articles.incoming.tex_words import ACCENTS, LOOKS, SYMBOLS

# An accent upon nothing is how many write the two as characters.
ESCAPES = {escape: character for character, escape in SPECIAL.items()} | {
    **{r"\{": "{", r"\}": "}", r"\^{}": "^", r"\~{}": "~"},
}
# Longest first, so that a backslash written as a word is not taken for the start of another escape.
ESCAPED = re.compile("|".join(re.escape(escape) for escape in sorted(ESCAPES, key=len, reverse=True)))
# What is plain already travels as private characters through the steps that take braces, tildes and dashes off.
PRIVATE = {character: chr(0xE100 + number) for number, character in enumerate(SPECIAL)}
# As in other programs, an amount of dollars is no mathematics: “$5 and $10”.
MATH = re.compile(r"\$(?=\S)([^$]*?\S)\$(?![0-9])")
# A power stays one: without its mark 10^3 would be 103.
RAISED_OR_LOWERED = re.compile(r"(?<![0-9])\^|_")
COMMAND = re.compile(r"\\(?:([A-Za-z]+)\s*|([^A-Za-z`'^~\"=.]))")
SPACES, NOTHING = set(" \n\t,;:\\"), set("-/!@()")
ACCENTED = re.compile(r"""\\(?:([`'^~"=.])|([cvuHkrdb])(?![A-Za-z]))\s*\{?\s*([^\W\d_])""")
PAGES = re.compile(r"-{2,3}")


def plain(tex):
    """Raises Unreadable where a command is not known: what it stands for would be lost, or printed as it is."""
    text = ESCAPED.sub(lambda found: PRIVATE[ESCAPES[found[0]]], " ".join(tex.split()))
    text = MATH.sub(lambda found: f"{{{RAISED_OR_LOWERED.sub('', found[1])}}}", text)
    text = ACCENTED.sub(_accented, COMMAND.sub(_said, text))
    if "\\" in text:
        raise Unreadable(_unknown(text[text.index("\\") :][:12]))
    text = text.replace("~", " ").replace("---", "—").replace("--", "–")
    text = unicodedata.normalize("NFC", re.sub(r"[{}]", "", text))
    for character, private in PRIVATE.items():
        text = text.replace(private, character)
    return " ".join(text.split())


def plain_pages(tex):
    return plain(PAGES.sub("-", tex))


def _said(found):
    """An accent waits for its letter, which may be a command itself."""
    name, mark = found[1], found[2]
    if mark:
        return _of_mark(mark)
    if name in ACCENTS:
        return found[0]
    if name not in LOOKS and name not in SYMBOLS:
        raise Unreadable(_unknown(f"\\{name}"))
    return "" if name in LOOKS else "".join(PRIVATE.get(character, character) for character in SYMBOLS[name])


def _of_mark(mark):
    if mark in SPACES:
        return " "
    if mark not in NOTHING:
        raise Unreadable(_unknown(f"\\{mark}"))
    return ""


def _accented(found):
    """TeX takes the dot off an i that gets an accent; the character has none."""
    letter = {"ı": "i", "ȷ": "j"}.get(found[3], found[3])
    return unicodedata.normalize("NFC", letter + ACCENTS[found[1] or found[2]])


def _unknown(command):
    return _("“%(command)s” is TeX that cannot be read here: write what it stands for.") % {"command": command}
