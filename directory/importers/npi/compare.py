"""What we list beside what the registry says: one finding for each, in words that readers may see."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from directory.choices import Role
from directory.claims import Result
from directory.importers.npi.names import can_be_the_organization, can_be_the_person
from directory.importers.npi.record import Kind, Record
from directory.importers.npi.taxonomy import fits, telling_codes
from directory.models import Clinician, Listing
from directory.states import STATE_NAMES

# What the ledger has room for.
NOTE_LENGTH, EVIDENCE_LENGTH = 300, 2000
NAME_LENGTH = 60
STATES_SHOWN = 2

# A difference in words, as a part of a sentence; empty where both agree, None where one of them does not say.
Difference = str | None


@dataclass(frozen=True)
class Finding:
    result: Result
    note: str
    evidence: str


def compare(subject: Clinician | Listing, record: Record, source: str) -> Finding:
    made = _of_clinician(subject, record) if isinstance(subject, Clinician) else _of_listing(subject, record)
    if differences := [words for words in (_deactivated(record), *made.values()) if words]:
        note = _("The NPI registry differs: %s.") % "; ".join(differences)
        return _finding(Result.CONTRADICTED, note, f"{source}, {record.as_evidence()}.")
    agreeing = ", ".join(what for what, difference in made.items() if difference == "")
    note = _("This NPI is in use in the NPI registry. These agree: %s.") % agreeing
    return _finding(Result.CONFIRMED, note, f"{source}, {record.as_evidence()}.")


def absent(npi: str, source: str) -> Finding:
    """From a file that is complete."""
    note = _("This NPI is not in the file of the NPI registry.")
    return _finding(Result.NOT_CONFIRMED, note, f"{source}: NPI {npi} is not in it.")


def _finding(result: Result, note: str, evidence: str) -> Finding:
    return Finding(result, Truncator(note).chars(NOTE_LENGTH), Truncator(evidence).chars(EVIDENCE_LENGTH))


def _of_clinician(clinician: Clinician, record: Record) -> dict[str, Difference]:
    return {
        _("name"): _name_of_person(clinician, record),
        _("state"): _states_of_person(clinician, record),
        _("training"): _training(clinician, record),
    }


def _of_listing(listing: Listing, record: Record) -> dict[str, Difference]:
    return {_("name"): _name_of_organization(listing, record), _("state"): _state_of_organization(listing, record)}


def _deactivated(record: Record) -> str:
    if record.deactivated_on is None:
        return ""
    return _("it deactivated this NPI on %s") % date_format(record.deactivated_on)


def _name_of_person(clinician: Clinician, record: Record) -> Difference:
    if record.kind is Kind.ORGANIZATION:
        return _("it has this NPI for an organization")
    if not record.last_names:
        return None
    if can_be_the_person(clinician.name, record.last_names, record.given_names):
        return ""
    # A name that somebody had before is theirs to tell: staff see it in the evidence.
    return _("it has another name")


def _name_of_organization(listing: Listing, record: Record) -> Difference:
    if record.kind is Kind.PERSON:
        return _("it has this NPI for a person")
    if not record.organizations:
        return None
    if can_be_the_organization([listing.name, listing.legal_name], record.organizations):
        return ""
    name = Truncator(record.organizations[0]).chars(NAME_LENGTH)
    return _("it has the name “%s”, which we do not have") % name


def _states_of_person(clinician: Clinician, record: Record) -> Difference:
    ours = {license_.jurisdiction for license_ in clinician.licenses.all()}
    ours |= {position.listing.state for position in clinician.positions.all()}
    if not ours or not record.states:
        return None
    if ours & record.states:
        return ""
    return _("it places them in %s, where we know of no license or practice") % _names_of(record.states)


def _state_of_organization(listing: Listing, record: Record) -> Difference:
    if not record.states:
        return None
    if listing.state in record.states:
        return ""
    return _("it places them in %(theirs)s, not in %(ours)s") % {
        "theirs": _names_of(record.states),
        "ours": STATE_NAMES[listing.state],
    }


def _training(clinician: Clinician, record: Record) -> Difference:
    if (fit := fits(clinician.role, record.taxonomies)) is None:
        return None
    if fit:
        return ""
    return _("its taxonomy code %(code)s is not that of “%(role)s”") % {
        "code": telling_codes(record.taxonomies)[0],
        "role": Role(clinician.role).label,
    }


def _names_of(states: set[str]) -> str:
    return ", ".join(sorted(STATE_NAMES[state] for state in states)[:STATES_SHOWN])
