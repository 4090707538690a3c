"""What a proposal is, path by path: how later words join earlier ones, what of it moved, what is in conflict. Pure."""

from collections.abc import Collection
from typing import Any

from directory.models.proposable import ROW_PARTS, row_of

Snapshot = dict[str, Any]
Moved = dict[str, list]


def laid_over(said: Snapshot, fields: Snapshot) -> Snapshot:
    """What would be said with these new values: a row that goes takes its fields with it."""
    words = said | fields
    gone = {path for path, value in words.items() if value is None and (is_row(path) or path.split(".")[0] in KEYED)}
    return {path: value for path, value in words.items() if path not in gone and row_of(path) not in gone}


# Facts that are there or are not, with no fields of their own.
KEYED = {"statements", "hours", "licenses"}


def joined(waiting: Moved, fields: Snapshot) -> Snapshot:
    """The new values of a proposal when somebody writes more of it: the last word on each path counts."""
    wanted = {path: new for path, (_old, new) in waiting.items()} | fields
    gone = {path for path, value in wanted.items() if value is None and is_row(path)}
    return {path: value for path, value in wanted.items() if row_of(path) not in gone}


def what_moves(wanted: Snapshot, public: Snapshot, then: Snapshot, waiting: Moved) -> Moved:
    """Of what is wanted, all that is not public: with the value that it had when it was first proposed."""
    return {
        path: [waiting[path][0] if path in waiting else public.get(path), then.get(path)]
        for path in sorted(wanted)
        if public.get(path) != then.get(path)
    }


def conflicts(fields: Moved, public: Snapshot) -> dict[str, Any]:
    """{path: what is public now} where that is neither what it was when it was proposed nor what is asked for."""
    return {path: public.get(path) for path, (old, new) in fields.items() if public.get(path) not in (old, new)}


def with_whole_rows(chosen: Collection[str], fields: Moved) -> set[str]:
    """A row that comes or goes is decided with all that it says."""
    moving = {path for path in fields if is_row(path)}
    rows = {path if path in moving else row_of(path) for path in chosen} & moving
    return set(chosen) | {path for path in fields if path in rows or row_of(path) in rows}


def is_row(path: str) -> bool:
    kind, *_ = parts = path.split(".")
    return ROW_PARTS.get(kind) == len(parts)
