"""Where the files of photos are: those that wait, which the site alone reads, and those that everybody sees."""

import re
import secrets
from collections.abc import Iterable

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage, storages

from directory.photos.rules import MADE, Kind, Variant

# Random, so that no name tells whose it is or what the next is; and nothing in it leads out of the folder.
NAME = re.compile(r"[0-9a-f]{32}\.(webp|jpg)")


def private() -> Storage:
    return storages["uploads"]


def public() -> Storage:
    return storages["photos"]


def keep_upload(file: File) -> str:
    """As it was sent, under a name without an ending: nothing on this machine opens it by its name."""
    return private().save(secrets.token_hex(16), file)


def read_upload(name: str) -> bytes:
    """Nothing where it is no longer here."""
    try:
        with private().open(name) as file:
            return file.read()
    except FileNotFoundError:
        return b""


def keep(variants: Iterable[Variant], storage: Storage) -> list[dict]:
    """The rows that a Photo keeps of them."""
    return [
        {
            "kind": str(each.kind),
            "width": each.width,
            "height": each.height,
            "name": storage.save(_new_name(each.kind), ContentFile(each.data)),
        }
        for each in variants
    ]


def copy(rows: Iterable[dict], source: Storage, target: Storage) -> list[dict]:
    """Under new names: an address that was public once leads nowhere afterwards."""
    return keep((_read(row, source) for row in rows), target)


def drop(names: Iterable[str], storage: Storage) -> None:
    for name in names:
        storage.delete(name)


def content_type(name: str) -> str:
    return next(kind for ending, kind in MADE.values() if name.endswith(ending))


def _read(row: dict, storage: Storage) -> Variant:
    with storage.open(row["name"]) as file:
        return Variant(Kind(row["kind"]), row["width"], row["height"], file.read())


def _new_name(kind: Kind) -> str:
    return secrets.token_hex(16) + MADE[kind][0]
