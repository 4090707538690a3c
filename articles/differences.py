"""What changed from one edition to the next, as a reader reads it: word by word, under the heading it stands under."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from django.utils.translation import gettext as _

from articles.citations.record import Record
from articles.markdown import Block, blocks
from articles.passages import plain
from articles.worddiff import Piece, pieces

# How many words around a change say where it is.
AROUND = 14


@dataclass(frozen=True)
class Difference:
    section: str
    pieces: list[Piece]


@dataclass(frozen=True)
class Words:
    """A working copy, as its writers typed it: citations by key, figures by the key of their claim."""

    title: str
    summary: str
    text: str

    @classmethod
    def of(cls, article):
        return cls(article.title, article.summary, article.text)


def differences(old, new):
    """Of two editions."""
    return _differences(_blocks(old), _blocks(new))


def word_differences(old, new):
    """Of two working copies; marks that are no words, such as those of a heading, are not compared."""
    return _differences(*([*_head(words), *blocks(words.text.replace("\r\n", "\n"), str)] for words in (old, new)))


def _differences(before, after):
    """Compared block by block first: a whole guide word by word would take seconds."""
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    found = []
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if kind != "equal":
            pairs = zip_longest(before[old_from:old_to], after[new_from:new_to])
            found += [_difference(was, becomes) for was, becomes in pairs]
    return [difference for difference in found if any(piece.kind != "same" for piece in difference.pieces)]


def _difference(was, becomes):
    made = pieces(was.words if was else "", becomes.words if becomes else "")
    return Difference((becomes or was).section, [_shortened(made, index) for index in range(len(made))])


def _shortened(made, index):
    """What is the same is kept as far as it says where the change is."""
    piece = made[index]
    words = piece.text.split()
    if piece.kind != "same" or len(words) <= 2 * AROUND + 1:
        return piece
    before = "" if index == 0 else " " + " ".join(words[:AROUND])
    after = "" if index == len(made) - 1 else " ".join(words[-AROUND:])
    return Piece("same", f"{before} … {after}")


def _blocks(edition):
    labels = {csl["id"]: _label(Record(csl)) for csl in edition.references}
    text = blocks(edition.text, lambda key: labels.get(key, key), edition.claims_by_key)
    # By name, because a new reference moves all the numbers after it.
    made = sorted(edition.entries_made, key=lambda entry: entry["key"])
    return [*_head(edition), *text, *(Block(_("References"), plain(entry["html"])) for entry in made)]


def _head(words):
    return [Block(_("Title"), words.title), Block(_("Summary"), words.summary)]


def _label(record):
    author: dict = next(iter(record.authors), {})
    name = author.get("family") or author.get("literal") or record.plain_title
    return f"{name} {record.year or ''}".strip()
