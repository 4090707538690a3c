"""Each NPI that we list is compared, and what was found goes into the ledger unless that day's look said the same.

A transaction takes a batch: the site waits for none of them, and a run that was stopped is finished by the next one.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.db import transaction

from directory.claims import Claim, Method, Result
from directory.importers.npi.compare import Finding, absent, compare
from directory.importers.npi.read import Reading
from directory.importers.npi.report import Report
from directory.models import Check, Clinician, Listing

BATCH = 200


class Look(NamedTuple):
    """At which file, for which day; whether an NPI that is not in it is in none; whether to write."""

    source: str
    on: date
    is_complete: bool
    writes: bool


def listed_npis() -> set[str]:
    return {npi for model in (Clinician, Listing) for npi in model.objects.with_npi().values_list("npi", flat=True)}


def save(reading: Reading, look: Look, report: Report) -> None:
    npis = sorted(reading.listed)
    for start in range(0, len(npis), BATCH):
        with transaction.atomic():
            for subject in _subjects(npis[start : start + BATCH]):
                _save_one(subject, reading, look, report)


def _subjects(npis: list[str]) -> Iterator[Clinician | Listing]:
    # Locked, so that of two runs at a time one finds what the other has recorded.
    people = Clinician.objects.with_npi().filter(npi__in=npis).select_for_update()
    yield from people.prefetch_related("licenses", "positions__listing")
    yield from Listing.objects.with_npi().filter(npi__in=npis).select_for_update()


def _save_one(subject: Clinician | Listing, reading: Reading, look: Look, report: Report) -> None:
    if record := reading.records.get(subject.npi):
        finding = compare(subject, record, look.source)
    elif subject.npi in reading.unread:
        return report.count_outcome("in a row that was refused, not compared", subject, "")
    elif look.is_complete:
        finding = absent(subject.npi, look.source)
    else:
        return report.count_outcome("not in this file, not compared", subject, "")
    outcome = "deactivated" if record and record.deactivated_on else str(finding.result.label)
    report.count_outcome(outcome, subject, finding.note)
    if _is_recorded(subject, finding, look.on):
        report.unchanged += 1
    elif look.writes:
        _record(subject, finding, look.on)
        report.recorded += 1


def _is_recorded(subject, finding: Finding, on: date) -> bool:
    """Whether the last look at the registry for that day said just this; a look before it may have been outdated."""
    last = subject.checks.filter(claim=Claim.NPI, method=Method.NPPES, checked_on=on).order_by("pk").last()
    return last is not None and finding == Finding(Result(last.result), last.public_note, last.private_evidence)


def _record(subject, finding: Finding, on: date) -> None:
    Check.record(
        subject, Claim.NPI, method=Method.NPPES, result=finding.result, by=None,
        on=on, note=finding.note, evidence=finding.evidence,
    )  # fmt: skip
