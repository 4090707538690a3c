"""TeX in: what our own files escape, and the accents that others write, become plain characters."""

import re

from bibtexparser.latexenc import latex_to_unicode

from articles.citations.bibtex import SPECIAL

# Longest first, so that a backslash written as a word is not taken for the start of another escape.
ESCAPES = {escape: character for character, escape in SPECIAL.items()}
ESCAPED = re.compile("|".join(re.escape(escape) for escape in sorted(ESCAPES, key=len, reverse=True)))
# What is plain already travels as private characters through the step that takes braces and backslashes off.
PRIVATE = {character: chr(0xE100 + number) for number, character in enumerate([*SPECIAL, *"',:="])}
# Of two of these that step makes another character, of “O'neill” an “Oŉeill”; after a backslash they are accents.
MARKS = re.compile(r"(?<!\\)[',:=]")
DASH = re.compile(r"-{2,3}")


def plain(tex):
    hidden = ESCAPED.sub(lambda found: PRIVATE[ESCAPES[found[0]]], tex)
    hidden = MARKS.sub(lambda found: PRIVATE[found[0]], hidden)
    text = latex_to_unicode(hidden.replace("~", " ")) if "\\" in hidden or "{" in hidden else hidden.replace("~", " ")
    for character, private in PRIVATE.items():
        text = text.replace(private, character)
    return " ".join(text.split())


def plain_pages(tex):
    return DASH.sub("-", plain(tex))
