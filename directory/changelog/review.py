"""What staff see of a change before they decide: each line with its old and new words, and what is to be minded."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from articles.worddiff import Piece, pieces
from directory import vocabulary
from directory.changelog.paths import field_of, label_of, words_of
from directory.models import Change, Clinician
from directory.models.new_people import on_record
from directory.models.proposable import CONTACTS, is_staffs, row_of


@dataclass(frozen=True)
class Line:
    """`public_now` are the words that readers see where they are neither the old nor the new ones: a conflict."""

    path: str
    label: str
    pieces: list[Piece]
    old: str = ""
    new: str = ""
    public_now: str | None = None
    overclaims: list[str] = field(default_factory=list)
    # A part of a row that comes or goes: decided with it.
    row: str = ""
    known_person: Clinician | None = None
    needs_board: bool = False

    @property
    def is_conflict(self) -> bool:
        return self.public_now is not None

    @property
    def is_easy(self) -> bool:
        """Nothing in it asks for a second look, as where people call and who works there always do."""
        asks = self.is_conflict or self.overclaims or is_staffs(self.path) or self.path in CONTACTS
        return not asks


def lines(change: Change) -> list[Line]:
    """Conflicts first, then in the order of the listing."""
    people = {row.clinician_id: str(row.clinician) for row in change.listing.positions.select_related("clinician")}
    made = list(_lines(change, vocabulary.current(), people))
    return sorted(made, key=lambda line: (not line.is_conflict, *_place(line.path)))


KINDS = ["offerings", "statements", "hours", "positions", "licenses", "people", "photos"]


def _place(path: str) -> tuple:
    kind, held = path.split(".")[0], field_of(path)
    # Fields know in which order they were written down.
    number = held.creation_counter if held else -1
    return KINDS.index(kind) if kind in KINDS else -1, row_of(path) or (path if kind in KINDS else ""), number, path


def _lines(change: Change, words, people: dict[int, str]) -> Iterable[Line]:
    clashing = change.conflicts() if change.is_waiting else {}
    overclaims = change.overclaims() if change.is_waiting else {}
    for path, (old, new) in change.fields.items():
        yield Line(
            path=path,
            label=label_of(path, words, people),
            pieces=_pieces(path, old, new),
            old=words_of(path, old),
            new=words_of(path, new),
            public_now=words_of(path, clashing[path]) if path in clashing else None,
            overclaims=[found.sentence for found in overclaims.get(path, [])],
            row=_row(path, change.fields),
            known_person=on_record(new) if path.startswith("people.") and path.endswith(".npi") else None,
            needs_board=change.is_waiting and _needs_board(path, change.fields),
        )


def _pieces(path: str, old: Any, new: Any) -> list[Piece]:
    before, after = words_of(path, old), words_of(path, new)
    if is_text(path):
        return pieces(before, after)
    return [piece for piece in (Piece("gone", before), Piece("new", after)) if piece.text]


def is_text(path: str) -> bool:
    """Whether a difference of single words tells more than the whole value."""
    held = field_of(path)
    return held is not None and held.get_internal_type() in {"CharField", "TextField"} and not held.choices


def _row(path: str, fields: dict) -> str:
    row = row_of(path)
    return row if row and row in fields else ""


def _needs_board(path: str, fields: dict) -> bool:
    """A license has to be looked up before it is put on record; that of a new person stands at the person."""
    if path.startswith("licenses."):
        return fields[path][1] is not None
    return f"{path}.license_number" in fields
