"""Writes plain values back to where a snapshot read them, path by path. What is refused is refused with its path."""

from datetime import time
from typing import Any

from django.apps import apps
from django.core.exceptions import NON_FIELD_ERRORS, FieldDoesNotExist, ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from directory.models.proposable import MOVES_HOUSE, is_proposable, is_staffs
from directory.models.snapshot import plain

Fields = dict[str, Any]


def refuse_unproposable(fields: Fields) -> None:
    """Raises ValidationError naming each path that nobody may write, and each value that no database keeps."""
    refused = {path: _("This cannot be changed here.") for path in fields if not is_proposable(path)}
    refused |= {path: _("This text cannot be read.") for path, value in fields.items() if not _is_sound(value)}
    if refused:
        raise ValidationError(refused)


def write(listing, fields: Fields) -> None:
    """The caller holds the listing's row and a transaction. Who people are and their licenses are not written here."""
    refuse_unproposable(fields)
    parts = [(path, *path.split("."), value) for path, value in fields.items() if not is_staffs(path)]
    _write_listing(listing, {path: value for path, value in fields.items() if "." not in path})
    for kind, write_rows in WRITERS.items():
        write_rows(listing, [part for part in parts if part[1] == kind])


def _is_sound(value: Any) -> bool:
    if not isinstance(value, str):
        return value is None or isinstance(value, bool | int | float)
    return "\x00" not in value and not any("\ud800" <= letter <= "\udfff" for letter in value)


def _write_listing(listing, fields: Fields) -> None:
    if not fields:
        return
    with naming():
        _set(listing, fields)
    if moves_house(listing, fields):
        listing.latitude = listing.longitude = None
        listing.time_zone = ""
    with naming():
        listing.full_clean()
    listing.save()


def moves_house(listing, fields: Fields) -> bool:
    stored = type(listing).objects.filter(pk=listing.pk).values(*MOVES_HOUSE).get()
    return any(stored[name] != getattr(listing, name) for name in MOVES_HOUSE & fields.keys())


def _write_offerings(listing, parts) -> None:
    rows = {row.route: row for row in listing.offerings.all()}
    model = apps.get_model("directory", "Offering")
    _write_rows(rows, parts, "offerings", lambda route: model(listing=listing, route=route))


def _write_positions(listing, parts) -> None:
    rows = {str(row.clinician_id): row for row in listing.positions.all()}
    model = apps.get_model("directory", "Position")
    _write_rows(rows, parts, "positions", lambda pk: model(listing=listing, clinician_id=int(pk)))


def _write_rows(rows: dict, parts, kind: str, new) -> None:
    """Rows that have fields of their own: whole rows come and go first, then their fields."""
    for _path, _kind, key, *rest in parts:
        if len(rest) == 1 and rest[0] and key not in rows:
            rows[key] = new(key)
        elif len(rest) == 1 and not rest[0] and key in rows:
            _delete(rows.pop(key))
    touched = {key for _path, _kind, key, *_rest in parts}
    for key in touched & rows.keys():
        _fill(
            rows[key], f"{kind}.{key}", {rest[0]: rest[1] for _p, _k, k, *rest in parts if k == key and len(rest) > 1}
        )
    _refuse_fields_without_row(rows, parts)


def _delete(row) -> None:
    if row.pk:
        row.delete()


def _fill(row, path: str, fields: Fields) -> None:
    with naming(path):
        _set(row, fields)
        row.full_clean()
    row.save()


def _refuse_fields_without_row(rows: dict, parts) -> None:
    lost = [path for path, _k, key, *rest in parts if len(rest) > 1 and key not in rows and rest[1] is not None]
    if lost:
        raise ValidationError({path: _("It is not listed there.") for path in lost})


def _write_statements(listing, parts) -> None:
    for path, _kind, facet, slug, *detail, answer in parts:
        term = apps.get_model("directory", "Term").objects.filter(facet=facet, slug=slug).first()
        if term is None:
            raise ValidationError({path: _("This is not one of the choices.")})
        _state(listing, path, term, detail[0] if detail else "", answer)


def _state(listing, path: str, term, detail: str, answer) -> None:
    row = listing.statements.filter(term=term, detail=detail).first()
    if not answer:
        if row:
            row.delete()
        return
    row = row or apps.get_model("directory", "Statement")(listing=listing, term=term, detail=detail)
    if row.pk is None or row.answer != answer:
        row.answer, row.stated_on = answer, timezone.localdate()
    with naming(path, whole=True):
        row.full_clean()
    row.save()


def _write_hours(listing, parts) -> None:
    for path, _kind, weekday, stretch, value in parts:
        opens_at, closes_at = (time.fromisoformat(each) for each in stretch.split("-"))
        same = {"weekday": int(weekday), "opens_at": opens_at, "closes_at": closes_at}
        row = listing.hours.filter(**same).first() or apps.get_model("directory", "OpeningHours")(
            listing=listing, **same
        )
        # One stretch stands once, however often somebody typed it.
        listing.hours.filter(**same).exclude(pk=row.pk).delete()
        if not value:
            _delete(row)
            continue
        row.note = value if isinstance(value, str) else ""
        with naming(path, whole=True):
            row.full_clean()
        row.save()


WRITERS = {
    "offerings": _write_offerings,
    "positions": _write_positions,
    "statements": _write_statements,
    "hours": _write_hours,
}


def _set(row, fields: Fields) -> None:
    refused = {}
    for name, value in fields.items():
        try:
            setattr(row, name, row._meta.get_field(name).to_python(plain(value)))
        except (ValidationError, FieldDoesNotExist) as refusal:
            refused[name] = getattr(refusal, "messages", [str(refusal)])
    if refused:
        raise ValidationError(refused)


class naming:
    """Refusals of the fields of a row become refusals of their paths."""

    def __init__(self, path: str = "", *, whole: bool = False):
        self.path, self.whole = path, whole

    def __enter__(self):
        return self

    def __exit__(self, kind, refusal, trace):
        if isinstance(refusal, ValidationError):
            raise ValidationError(self._named(refusal)) from refusal

    def _named(self, refusal: ValidationError) -> dict:
        if self.whole or not hasattr(refusal, "error_dict"):
            return {self.path or NON_FIELD_ERRORS: refusal.messages}
        return {self._path_of(name): messages for name, messages in refusal.message_dict.items()}

    def _path_of(self, name: str) -> str:
        if name == NON_FIELD_ERRORS:
            return self.path or NON_FIELD_ERRORS
        return f"{self.path}.{name}" if self.path else name
