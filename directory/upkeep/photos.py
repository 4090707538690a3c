"""Removes files of photos that nothing points to, and photos that were refused and left as they were."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.core.files.storage import Storage
from django.utils import timezone

from directory.models import Photo
from directory.photos import files

# A file is written a moment before its row.
GRACE = timedelta(days=1)
REFUSED_KEPT_FOR = timedelta(days=30)


def remove_refused_photos() -> int:
    """Their provider had a month to mend the words; the number of them."""
    refused = Photo.objects.refused_before(timezone.now() - REFUSED_KEPT_FOR)
    return sum(_is_removed(photo) for photo in refused.select_related("listing"))


def remove_orphan_files() -> int:
    """Left behind by a process that was killed, or by a row that was deleted; the number of them."""
    before = timezone.now() - GRACE
    # The files first, then the rows: what is stored between the two is too young to be taken for an orphan.
    old = [(storage, name) for storage in (files.private(), files.public()) for name in _older(storage, before)]
    wanted = _names()
    orphans = [(storage, name) for storage, name in old if name not in wanted]
    for storage, name in orphans:
        storage.delete(name)
    return len(orphans)


def _older(storage: Storage, before: datetime) -> Iterator[str]:
    try:
        _folders, names = storage.listdir("")
    except FileNotFoundError:
        return
    for name in names:
        try:
            if storage.get_modified_time(name) < before:
                yield name
        except FileNotFoundError:
            continue


def _names() -> set[str]:
    rows = Photo.objects.kept().values_list("original", "variants")
    return {name for original, variants in rows for name in [original, *(row["name"] for row in variants)]}


def _is_removed(photo: Photo) -> bool:
    photo.remove(by=None)
    return True
