"""The file of places becomes rows. It holds 68,000, so rows are compared and written in bulk, not one by one."""

import csv
import gzip
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from django.db import IntegrityError, transaction

from directory.models import Place, SearchRow, SearchVersion
from directory.place_names import key_of

PLACES = Path(__file__).resolve().parent.parent / "data" / "places.csv.gz"
COLUMNS = [
    "kind", "state", "slug", "name", "county", "zip5",
    "latitude", "longitude", "population", "time_zone", "geonameid", "is_approximate",
]  # fmt: skip
FIELDS = [*COLUMNS, "key"]
IDENTITY = FIELDS[:3]

Row = tuple[Any, ...]  # the values of FIELDS


class FaultyFile(Exception):
    """Nothing was loaded; the message says why, with the line."""


@dataclass
class Report:
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    removed: int = 0
    left: list[Place] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        yield (
            f"Places: {self.created} created, {self.updated} updated, {self.unchanged} unchanged, "
            f"{self.removed} removed, {len(self.left)} left as staff changed them."
        )
        for place in self.left:
            yield f"  Left as staff changed it: {place}."


class Stored(NamedTuple):
    """A row of the table, as fingerprints: what it says now, and what its last load wrote."""

    pk: int
    now: str
    loaded: str

    @property
    def is_untouched(self) -> bool:
        return self.now == self.loaded


def read(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Each line's number and cells."""
    with gzip.open(path) as packed, io.TextIOWrapper(packed, encoding="utf-8", newline="") as file:
        lines = csv.reader(file, strict=True)
        try:
            if next(lines, None) != COLUMNS:
                raise FaultyFile(f"Line 1: the columns must be {','.join(COLUMNS)}.")
            for cells in lines:
                yield lines.line_num, cells
        except (csv.Error, UnicodeDecodeError, OSError, EOFError) as error:
            raise FaultyFile(f"After line {lines.line_num}: {error}.") from error


def clean(cells: list[str]) -> Row:
    """Values of the right type, or ValueError; what they must say is the table's constraints."""
    kind, state, slug, name, county, zip5, latitude, longitude, population, time_zone, geonameid, approximate = cells
    return (
        kind, state, slug, name, county, zip5,
        float(latitude), float(longitude), int(population), time_zone, int(geonameid) if geonameid else None,
        approximate == "1", key_of(name),
    )  # fmt: skip


@transaction.atomic
def save(path: Path = PLACES) -> Report:
    """Loads the whole file or, with FaultyFile, nothing of it."""
    report, stored, changed, left = Report(), _stored(), [], []
    for row in _rows(path):
        before, wanted = stored.pop(row[: len(IDENTITY)], None), fingerprint(row)
        if before is None:
            report.created += 1
        elif before.now == wanted:
            report.unchanged += 1
            continue
        elif before.is_untouched:
            report.updated += 1
        else:
            left.append(before.pk)
            continue
        changed.append(Place(**dict(zip(FIELDS, row, strict=True)), loaded_hash=wanted))
    # What the file no longer holds goes, unless staff changed it; what staff added was never the file's.
    gone = _remove([place.pk for place in stored.values() if place.is_untouched])
    report.removed = len(gone)
    left += [place.pk for place in stored.values() if place.loaded and not place.is_untouched]
    _write(changed)
    if changed or gone:
        SearchRow.objects.write_around([*changed, *gone])
        SearchVersion.places_changed()
    report.left = list(Place.objects.filter(pk__in=left).order_by("kind", "state", "slug"))
    return report


def fingerprint(row: Row) -> str:
    return blake2b("\x1f".join(map(str, row)).encode(), digest_size=8).hexdigest()


def _rows(path: Path) -> Iterator[Row]:
    seen = set()
    for line, cells in read(path):
        try:
            row = clean(cells)
        except ValueError as error:
            raise FaultyFile(f"Line {line}: {error}.") from error
        if (identity := row[: len(IDENTITY)]) in seen:
            raise FaultyFile(f"Line {line}: {' '.join(identity)} is there already.")
        seen.add(identity)
        yield row


def _stored() -> dict[Row, Stored]:
    rows = Place.objects.values_list(*FIELDS, "pk", "loaded_hash").iterator(chunk_size=5000)
    return {row[: len(IDENTITY)]: Stored(row[-2], fingerprint(row[:-2]), row[-1]) for row in rows}


def _remove(pks: list[int]) -> list[Place]:
    """Those that are gone now."""
    gone: list[Place] = []
    for start in range(0, len(pks), 500):
        places = Place.objects.filter(pk__in=pks[start : start + 500])
        gone += places
        places.delete()
    return gone


def _write(changed: list[Place]) -> None:
    values = [name for name in (*FIELDS, "loaded_hash") if name not in IDENTITY]
    try:
        Place.objects.bulk_create(changed, 2000, update_conflicts=True, unique_fields=IDENTITY, update_fields=values)
    except IntegrityError as error:
        raise FaultyFile(f"A row breaks a rule of the table: {error}.") from error
