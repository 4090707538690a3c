"""What the public log shows of each change: which fact, what it was, what it is, whose word, when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from directory import vocabulary
from directory.changelog.paths import label_of, words_of
from directory.models import Actor, Change

MOST = 200
# Of no use to a reader, or not theirs to read.
NOT_SHOWN = {"provenance", "consent_at", "consent_by", "terms_version", "location_precision"}
# That it changed is public, and its values are not: an address may be a person's, and so is who keeps a listing.
NAMED_ONLY = {"email", "latitude", "longitude", "managers"}


@dataclass(frozen=True)
class Line:
    """Empty words are "not stated". Without `has_values` only that it changed is said."""

    label: str
    old: str = ""
    new: str = ""
    has_values: bool = True


@dataclass(frozen=True)
class Entry:
    at: datetime
    who: str
    lines: list[Line]


def entries(listing) -> list[Entry]:
    """Newest first; a change with nothing in it for readers is left out."""
    return entries_of(listing, listing.changes.public()[:MOST])


def entries_of(listing, changes: Iterable[Change]) -> list[Entry]:
    people = {position.clinician_id: str(position.clinician) for position in _positions(listing)}
    words = vocabulary.current()
    made = (_entry(change, words, people) for change in changes)
    return [entry for entry in made if entry.lines]


def _positions(listing):
    return listing.positions.select_related("clinician")


def _entry(change: Change, words, people: dict[int, str]) -> Entry:
    lines = dict.fromkeys(_line(path, old, new, words, people) for path, (old, new) in _shown(change.fields))
    return Entry(change.at, str(Actor(change.actor).label), list(lines))


def _shown(fields: dict[str, list]) -> Iterable[tuple[str, list]]:
    return ((path, values) for path, values in fields.items() if path.split(".")[0] not in NOT_SHOWN)


def _line(path: str, old, new, words, people: dict[int, str]) -> Line:
    label = label_of(path, words, people)
    if path in NAMED_ONLY or _is_said_of_a_photo(path) or _is_of_somebody_who_left(path, people):
        return Line(label, has_values=False)
    return Line(label, words_of(path, old), words_of(path, new))


def _is_said_of_a_photo(path: str) -> bool:
    """What a photo showed may be what it was removed for."""
    return path.startswith("photos.") and path.count(".") > 1


def _is_of_somebody_who_left(path: str, people: dict[int, str]) -> bool:
    kind, *rest = path.split(".")
    return kind == "positions" and int(rest[0]) not in people
