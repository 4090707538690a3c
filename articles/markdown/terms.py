"""The first time that a word of the glossary stands in a text, it leads to what it means.

Laid over the HTML at the time of reading, as what became of a source is: an edition never changes, the glossary may.
A form in small letters is found in capitals, too; capital letters are found only as they are written.
"""

import re
from html import escape

# An attribute in quotes may hold a “>”.
TAG = re.compile(r'(<(?:"[^"]*"|[^">])*>)')
NAME = re.compile(r"</?([a-z0-9]+)")
# Names, controls and what stands as it is; in a box for a crisis nothing leads away from the help.
LEFT_ALONE = {"a", "button", "caption", "code", "h2", "h3", "h4", "h5", "h6", "pre", "sup", "svg", "th"}
QUIET = re.compile(r'class="(?:callout callout-crisis|callout-title|plot)"')
WITHOUT_END = {"br", "hr"}


def mark_terms(html, forms, address):
    """`forms` is {form: slug}. Returns the HTML and the slugs that it leads to, in their order."""
    if not forms:
        return html, []
    pieces, marker = TAG.split(html), Marker(forms, address)  # by turns words and tags
    for index in _open_to_marks(pieces):
        pieces[index] = marker.mark(pieces[index])
    return "".join(pieces), marker.found


def _open_to_marks(pieces):
    """The indexes of words that stand in nothing that is left alone."""
    closed, depth = False, 0
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            if not closed and piece.strip():
                yield index
        elif (name := NAME.match(piece)) and name[1] not in WITHOUT_END:
            closed = closed or name[1] in LEFT_ALONE or bool(QUIET.search(piece))
            depth += closed * (-1 if piece.startswith("</") else 1)
            closed = closed and depth > 0


class Marker:
    """Each slug is marked once, over all the pieces of a text."""

    def __init__(self, forms, address):
        self.slugs = {escape(form, quote=False): slug for form, slug in forms.items()}
        self.address = address
        self.pattern = re.compile(rf"(?<![\w&-])(?:{'|'.join(_by_first_letter(self.slugs))})(?![\w-])")
        self.found: list[str] = []

    def mark(self, words):
        return self.pattern.sub(self._first, words)

    def _first(self, match):
        said = " ".join(match[0].split())
        slug = self.slugs.get(said) or self.slugs[said.lower()]
        if slug in self.found:
            return match[0]
        self.found.append(slug)
        return f'<a class="term" href="{self.address}#{slug}" aria-describedby="term-{slug}">{match[0]}</a>'


def _by_first_letter(forms):
    """So that most words of a text are passed over at a glance. The longest first: “active placebo” is no “placebo”."""
    longest_first = sorted(forms, key=len, reverse=True)
    for letter in sorted({form[0].lower() for form in forms}):
        alternatives = "|".join(_one(form) for form in longest_first if form[0].lower() == letter)
        yield f"(?=[{re.escape(letter + letter.upper())}])(?:{alternatives})"


def _one(form):
    words = r"\s+".join(re.escape(word) for word in form.split())
    return f"(?ia:{words})" if form == form.lower() else words
