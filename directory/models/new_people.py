"""People and licenses that a provider names and staff put on record: `people.new.<n>.<field>`, and
`licenses.<clinician>.<state>.<number>` with the type of the license as its value."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from directory.choices import IN_FORCE, LicenseStatus
from directory.claims import Claim, Method, Result
from directory.models.people import Clinician, License, Position
from directory.models.proposable import POSITION_FIELDS, is_staffs
from directory.models.trust import Check
from directory.models.writing import naming

IDENTITY = ("name", "post_nominals", "role", "npi")
ROW = "people.new."


@dataclass(frozen=True)
class LookedUp:
    """What staff saw at the board today."""

    status: str = LicenseStatus.ACTIVE
    expires_on: date | None = None
    source_url: str = ""


def read(fields: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """{`people.new.<n>`: {field: value}} of those who are to come."""
    people: dict[str, dict[str, Any]] = defaultdict(dict)
    for path, value in fields.items():
        if path.startswith(ROW) and value is not None:
            row, _dot, field = path.removeprefix(ROW).partition(".")
            people[ROW + row] |= {field: value} if field else {}
    return dict(people)


def with_rows(fields: dict[str, Any]) -> dict[str, Any]:
    """Whoever says something of a new person says that there is one."""
    return dict.fromkeys(read(fields), True) | fields


def on_record(npi: str) -> Clinician | None:
    return Clinician.objects.with_npi().filter(npi=npi).first() if npi else None


def refuse_unfit(listing, fields: dict[str, Any]) -> None:
    """As far as can be told before staff have looked."""
    for path, said in read(fields).items():
        with naming(path):
            _person(said).clean_fields()
            _position(listing, said).clean_fields(exclude=["clinician"])
        if "license_number" in said:
            _refuse_unfit_license(path, said)
    for path, pk, jurisdiction, number, kind in _licenses(fields):
        if not listing.positions.filter(clinician=pk).exists():
            raise ValidationError({path: _("This person is not listed here.")})
        with naming(path, whole=True):
            License(jurisdiction=jurisdiction, number=number, license_type=kind).clean_fields(
                exclude=["clinician", "status"]
            )


def _refuse_unfit_license(path: str, said: dict[str, Any]) -> None:
    license_ = _license(said)
    try:
        license_.clean_fields(exclude=["clinician", "status"])
    except ValidationError as refusal:
        names = {"jurisdiction": "license_jurisdiction", "number": "license_number"}
        raise ValidationError(
            {f"{path}.{names.get(name, name)}": messages for name, messages in refusal.message_dict.items()}
        ) from refusal


def put_on_record(listing, fields: dict[str, Any], looked_up: dict[str, LookedUp], *, by) -> None:
    """Who is on record with the same NPI is taken as on record."""
    staffs = {path: value for path, value in fields.items() if is_staffs(path)}
    refuse_unfit(listing, staffs)
    for path, said in read(staffs).items():
        clinician = on_record(said.get("npi", "")) or _saved(_person(said), path)
        if not listing.positions.filter(clinician=clinician).exists():
            position = _position(listing, said)
            position.clinician = clinician
            _saved(position, path)
        if said.get("license_number"):
            license_ = _license(said)
            license_.clinician = clinician
            _record_license(license_, path, looked_up, by=by)
    for path, pk, jurisdiction, number, kind in _licenses(staffs):
        license_ = License(clinician_id=pk, jurisdiction=jurisdiction, number=number, license_type=kind)
        _record_license(license_, path, looked_up, by=by)


def _licenses(fields: dict[str, Any]):
    for path, value in fields.items():
        if path.startswith("licenses.") and value is not None:
            _kind, pk, jurisdiction, number = path.split(".", 3)
            yield path, int(pk), jurisdiction, number, value


def _record_license(license_: License, path: str, looked_up: dict[str, LookedUp], *, by) -> None:
    known = License.objects.filter(
        clinician=license_.clinician_id,
        jurisdiction=license_.jurisdiction,
        license_type=license_.license_type,
        number=license_.number,
    )
    if known.exists():
        return
    seen = looked_up.get(path)
    if seen is None:
        raise ValidationError({path: _("Look the license up at its board first, and say until when it is valid.")})
    license_.status, license_.expires_on, license_.source_url = seen.status, seen.expires_on, seen.source_url
    license_.checked_on = timezone.localdate()
    _saved(license_, path, whole=True)
    if license_.status in IN_FORCE:
        Check.record(license_, Claim.LICENSE, method=Method.STATE_BOARD, result=Result.CONFIRMED, by=by)


def _saved(row, path: str, *, whole: bool = False):
    with naming(path, whole=whole):
        row.full_clean()
    row.save()
    return row


def _person(said: dict[str, Any]) -> Clinician:
    return Clinician(**{name: said[name] for name in IDENTITY if name in said})


def _position(listing, said: dict[str, Any]) -> Position:
    return Position(listing=listing, **{name: said[name] for name in POSITION_FIELDS if name in said})


def _license(said: dict[str, Any]) -> License:
    return License(
        jurisdiction=said.get("license_jurisdiction", ""),
        license_type=said.get("license_type", ""),
        number=said.get("license_number", ""),
    )
