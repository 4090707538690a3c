"""What changed from one edition to the next, as a reader reads it: word by word, under the heading it stands under."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.alignment import changed_pairs
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
    text = _differences(_text(old), _text(new))
    return _told([*_heads(old, new), *text, *_references(old, new)])


def word_differences(old, new):
    """Of two working copies; marks that are no words, such as those of a heading, are not compared."""
    before, after = (blocks(words.text.replace("\r\n", "\n"), str) for words in (old, new))
    return _told([*_heads(old, new), *_differences(before, after)])


def _differences(before, after):
    """Compared block by block first: a whole guide word by word would take seconds. What counts are the words, not the
    heading above them, which may be all that was changed there."""
    pairs = changed_pairs(*([block.words for block in each] for each in (before, after)))
    return [_difference(None if i is None else before[i], None if j is None else after[j]) for i, j in pairs]


def _told(found):
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


def _text(edition):
    labels = {csl["id"]: _label(Record(csl)) for csl in edition.references}
    return blocks(edition.text, lambda key: labels.get(key, key), edition.claims_by_key)


def _heads(old, new):
    names = [(_("Title"), "title"), (_("Summary"), "summary")]
    return [_difference(*(Block(said, getattr(words, name)) for words in (old, new))) for said, name in names]


def _references(old, new):
    """Key by key, because a new reference moves all the numbers after it."""
    before, after = (
        {entry["key"]: Block(_("References"), plain(entry["html"])) for entry in edition.entries_made}
        for edition in (old, new)
    )
    changed = (key for key in sorted(before | after) if before.get(key) != after.get(key))
    return [_difference(before.get(key), after.get(key)) for key in changed]


def _label(record):
    author: dict = next(iter(record.authors), {})
    name = author.get("family") or author.get("literal") or record.plain_title
    return f"{name} {record.year or ''}".strip()
