"""Demonstration practices in the database: written, deleted, and read back to see whether somebody changed one."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from django.utils import timezone

from directory.importers.bulk import insert
from directory.importers.demo.generate import Practice
from directory.importers.demo.indexed import as_indexed
from directory.importers.demo.photos import take_down
from directory.models import (
    Check,
    Clinician,
    License,
    Listing,
    Offering,
    OpeningHours,
    Position,
    SearchRow,
    Statement,
    Term,
)


def delete(listings) -> None:
    pks = [listing.pk for listing in listings]
    take_down(pks)
    Clinician.objects.filter(is_demonstration=True, positions__listing__in=pks).delete()
    Listing.objects.filter(pk__in=pks).delete()
    SearchRow.objects.write(pks)


def delete_the_idle() -> None:
    """People whose listing somebody deleted: they would hold the license numbers of their successors."""
    Clinician.objects.filter(is_demonstration=True, positions__isnull=True).delete()


def create(practices: list[Practice]) -> None:
    listings = _create_listings(practices)
    rows = list(zip(listings, practices, strict=True))
    terms = {(term.facet, term.slug): term.pk for term in Term.objects.all()}
    # By their numbers, because setting a row's relation takes longer than making the row.
    offerings = Offering.objects.bulk_create(
        Offering(listing_id=listing.pk, **row) for listing, p in rows for row in p.offerings
    )
    insert(OpeningHours, ({"listing_id": listing.pk, **row} for listing, p in rows for row in p.hours))
    insert(
        Statement,
        (
            {"listing_id": listing.pk, "term_id": terms[facet, slug], "answer": answer, "detail": detail}
            for listing, p in rows
            for facet, slug, answer, detail in p.statements
        ),
    )
    licenses = _create_staff([(listing, person) for listing, p in rows for person in p.staff])
    _create_checks(rows, iter(offerings), iter(licenses))
    treatments = iter(offerings)
    SearchRow.objects.write_new([as_indexed(listing, p, islice(treatments, len(p.offerings))) for listing, p in rows])


def _create_listings(practices: list[Practice]) -> list[Listing]:
    now = timezone.now()
    listings = [Listing(**p.listing, loaded_hash=p.hash, created_at=now, updated_at=now) for p in practices]
    insert(Listing, map(vars, listings))
    numbers = [listing.demonstration_number for listing in listings]
    pks = Listing.objects.filter(demonstration_number__in=numbers).values_list("demonstration_number", "pk")
    pk_of = dict(pks)
    for listing in listings:
        listing.pk = pk_of[listing.demonstration_number]
        listing._state.adding = False
    return listings


def _create_staff(jobs) -> list[License]:
    clinicians = Clinician.objects.bulk_create(Clinician(**person["clinician"]) for _, person in jobs)
    people = list(zip(clinicians, jobs, strict=True))
    licenses = License.objects.bulk_create(
        License(clinician_id=clinician.pk, **person["license"]) for clinician, (_, person) in people
    )
    insert(
        Position,
        (
            {
                "clinician_id": clinician.pk,
                "listing_id": listing.pk,
                "prescribes": person["prescribes"],
                "monitors": person["monitors"],
                "title": person["title"],
            }
            for clinician, (listing, person) in people
        ),
    )
    return licenses


def _create_checks(rows, offerings: Iterator[Offering], licenses: Iterator[License]) -> None:
    """Treatments and licenses come in the order of their practices."""
    made, now = [], timezone.now()
    for listing, p in rows:
        subjects = {
            "listing": [listing],
            "offering": list(islice(offerings, len(p.offerings))),
            "license": list(islice(licenses, len(p.staff))),
        }
        made += [_check(subjects[values["subject"]][values["place"]], values, now) for values in p.checks]
    insert(Check, map(vars, made))


def _check(subject, values: dict, now: datetime) -> Check:
    facts = {name: value for name, value in values.items() if name not in ("subject", "place")}
    check = Check(**{values["subject"]: subject}, **facts, recorded_at=now)
    check.valid_until = check.computed_validity()
    return check


def is_as_loaded(listing: Listing, made: Practice) -> bool:
    """Whether the listing still is what the last run wrote."""
    return _read_back(listing, made).hash == listing.loaded_hash


def _read_back(listing: Listing, made: Practice) -> Practice:
    """What is stored, in the shape of what was made."""
    return Practice(
        _values(listing, made.listing),
        _rows(listing.offerings, made.offerings),
        sorted((s.term.facet, s.term.slug, s.answer, s.detail) for s in listing.statements.all()),
        _rows(listing.hours, made.hours),
        [_person(position, made.staff[0]) for position in _ordered(listing.positions)],
        _ledger(listing),
    )


def _ledger(listing) -> list[dict]:
    people = [position.clinician for position in _ordered(listing.positions)]
    subjects = {
        "listing": [listing],
        "offering": _ordered(listing.offerings),
        "clinician": people,
        "license": [license_ for person in people for license_ in _ordered(person.licenses)],
    }
    found = [
        (check, name, place)
        for name, rows in subjects.items()
        for place, row in enumerate(rows)
        for check in row.checks.all()
    ]
    return [_look(*look) for look in sorted(found, key=lambda look: look[0].pk)]


def _look(check: Check, subject: str, place: int) -> dict:
    names = ("claim", "method", "result", "checked_on", "public_note", "private_evidence")
    return {"subject": subject, "place": place, **{name: getattr(check, name) for name in names}}


def _ordered(rows):
    return sorted(rows.all(), key=lambda row: row.pk)


def _rows(manager, made: list[dict]) -> list[dict]:
    """Each row with the keys of its counterpart; one that has none, because somebody added it, with all of its own."""
    rows = _ordered(manager)
    own = [field.attname for field in manager.model._meta.concrete_fields]
    return [_values(row, made[n] if n < len(made) else own) for n, row in enumerate(rows)]


def _values(row, keys) -> dict:
    return {key: row._meta.get_field(key).get_prep_value(getattr(row, key)) for key in keys}


def _person(position, made) -> dict:
    clinician = position.clinician
    license_ = next(iter(clinician.licenses.all()), None)
    return {
        "clinician": _values(clinician, made["clinician"]),
        "license": _values(license_, made["license"]) if license_ else {},
        **{key: getattr(position, key) for key in ("prescribes", "monitors", "title")},
    }
