"""Who works at a listing, with the licenses that staff looked up."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from directory import wording
from directory.choices import PatientsBand, Role
from directory.models import BoardCertification, Clinician, License, Position


@dataclass(frozen=True)
class Person:
    """`facts` are label and words; only what is stated."""

    clinician: Clinician
    role: str
    title: str
    does: str
    facts: list[tuple[str, str]]
    licenses: list[License]
    certifications: list[BoardCertification]
    no_license: str


def people(listing) -> list[Person]:
    return [_person(position) for position in shown_positions(listing)]


def shown_positions(listing) -> list[Position]:
    """Those who prescribe first. One lapsed license in the listing's state hides its holder."""
    positions = sorted(listing.positions.all(), key=lambda position: (not position.prescribes, position.pk))
    return [position for position in positions if _is_shown(position.clinician, listing.state)]


def hidden_people(listing) -> int:
    return len(listing.positions.all()) - len(shown_positions(listing))


def _is_shown(clinician: Clinician, state: str) -> bool:
    return all(license.is_in_force for license in clinician.licenses.all() if license.jurisdiction == state)


def _person(position: Position) -> Person:
    clinician = position.clinician
    role = "" if clinician.role == Role.NOT_STATED else clinician.get_role_display()
    return Person(
        clinician=clinician,
        role=role,
        title="" if position.title.casefold() == role.casefold() else position.title,
        does=position.does,
        facts=[(label, words) for label, words in _facts(position) if words],
        licenses=[license for license in clinician.licenses.all() if license.is_in_force],
        certifications=list(clinician.board_certifications.all()),
        no_license=_no_license(clinician),
    )


def _no_license(clinician: Clinician) -> str:
    """Silence would read as a license that somebody forgot to show."""
    licenses = clinician.licenses.all()
    if not licenses:
        return _("No license on record")
    return "" if any(license.is_in_force for license in licenses) else _("No license in force on record")


def _facts(position: Position) -> Iterable[tuple[str, str]]:
    clinician = position.clinician
    yield _("What they do here"), capfirst(_tasks(position))
    yield _("Days"), position.days
    yield _("Languages"), ", ".join(term.label for term in clinician.languages.all())
    if clinician.ketamine_since_year:
        yield _("Has given ketamine since"), str(clinician.ketamine_since_year)
    if clinician.ketamine_patients_band != PatientsBand.NOT_STATED:
        yield _("People treated with ketamine"), clinician.get_ketamine_patients_band_display()
    if clinician.acls_expires_on and clinician.acls_expires_on >= timezone.localdate():
        yield _("Advanced life support (ACLS)"), _("until %(day)s") % {"day": wording.a_date(clinician.acls_expires_on)}
    yield _("NPI"), clinician.npi


def _tasks(position: Position) -> str:
    tasks = []
    if position.prescribes:
        tasks.append(_("prescribes"))
    if position.monitors:
        tasks.append(_("monitors sessions"))
    return wording.in_a_row(tasks)
