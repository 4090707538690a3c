"""What a listing says at one moment, path by path, so that two moments can be compared."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django.apps import apps
from phonenumber_field.phonenumber import PhoneNumber

Snapshot = dict[str, Any]

# What nobody states: keys, what is computed, and what the loader keeps.
NOT_SAID = {"id", "slug", "created_at", "updated_at", "loaded_hash", "demonstration_number", "is_demonstration"}
POSITION_FIELDS = ("title", "prescribes", "monitors", "days", "does")


def snapshot(pk: int) -> Snapshot:
    """From the database as it is now: {path: plain value}."""
    listing = _listings().get(pk=pk)
    return dict(
        pair for read in (_fields, _offerings, _statements, _hours, _positions, _photos) for pair in read(listing)
    )


def moved(before: Snapshot, after: Snapshot) -> dict[str, list]:
    """{path: [old, new]} of what is not the same; None where it was not, or is no more."""
    return {
        path: [before.get(path), after.get(path)]
        for path in sorted(before.keys() | after.keys())
        if before.get(path) != after.get(path)
    }


def _fields(listing) -> Iterable[tuple[str, Any]]:
    for field in listing._meta.concrete_fields:
        if field.name not in NOT_SAID:
            yield field.name, plain(getattr(listing, field.attname))


def _offerings(listing) -> Iterable[tuple[str, Any]]:
    for offering in listing.offerings.all():
        yield f"offerings.{offering.route}", True
        for field in offering._meta.concrete_fields:
            if field.name not in {"id", "listing", "route"}:
                yield f"offerings.{offering.route}.{field.name}", plain(getattr(offering, field.attname))


def _statements(listing) -> Iterable[tuple[str, Any]]:
    for row in listing.statements.select_related("term"):
        path = ".".join(filter(None, ["statements", row.term.facet, row.term.slug, row.detail]))
        yield path, row.answer


def _hours(listing) -> Iterable[tuple[str, Any]]:
    for row in listing.hours.all():
        stretch = f"{row.opens_at:%H:%M}-{row.closes_at:%H:%M}"
        yield f"hours.{row.weekday}.{stretch}", row.note or True


def _positions(listing) -> Iterable[tuple[str, Any]]:
    """People stand here by their key alone: no name outlives a person's time at a place."""
    for row in listing.positions.all():
        yield f"positions.{row.clinician_id}", True
        for name in POSITION_FIELDS:
            yield f"positions.{row.clinician_id}.{name}", getattr(row, name)


def _photos(listing) -> Iterable[tuple[str, Any]]:
    """Those that readers see, the first one first."""
    for n, row in enumerate(listing.photos.published(), start=1):
        yield f"photos.{row.pk}", True
        yield f"photos.{row.pk}.alt", row.alt
        yield f"photos.{row.pk}.caption", row.caption
        yield f"photos.{row.pk}.position", n


def plain_values(fields: Snapshot) -> Snapshot:
    return {path: plain(value) for path, value in fields.items()}


def plain(value: Any) -> Any:
    """As JSON keeps it."""
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return str(value) if isinstance(value, PhoneNumber) else value


def _listings():
    return apps.get_model("directory", "Listing").objects
