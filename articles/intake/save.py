"""What staff chose becomes references: all of it or, where one cannot be saved, nothing."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.citations.record import DETAILS
from articles.incoming.tidy import KEPT
from articles.intake.candidates import Choice
from articles.models import Reference


def save(candidates):
    """Returns {Choice: [references]}; raises ValidationError after telling each candidate its problems."""
    saved: dict[str, list] = {choice: [] for choice in Choice.values}
    with transaction.atomic():
        for candidate in candidates:
            saved[candidate.choice].append(_save(candidate))
        if any(candidate.problems for candidate in candidates):
            transaction.set_rollback(True)
    if any(candidate.problems for candidate in candidates):
        raise ValidationError(
            [f"{candidate.found.where}: {problem}" for candidate in candidates for problem in candidate.problems]
        )
    return saved


def _save(candidate):
    if candidate.choice == Choice.LEAVE:
        return candidate.reference
    reference = _added(candidate) if candidate.choice == Choice.ADD else _mended(candidate)
    try:
        reference.full_clean()
        with transaction.atomic():
            reference.save()
    except ValidationError as error:
        candidate.problems += error.messages
    except IntegrityError:
        candidate.problems.append(_("Somebody else has just saved the same work, or the same key."))
    return reference


def _added(candidate):
    custom = candidate.csl["custom"]
    return Reference(
        key=candidate.key,
        csl=_record(candidate.csl),
        doi=candidate.csl.get("DOI", ""),
        pmid=candidate.csl.get("PMID", ""),
        study_type=custom.get("study-type", ""),
        authors_complete=custom["authors-complete"],
    )


def _mended(candidate):
    """What changes has not been checked, whatever was checked before."""
    reference = Reference.objects.select_for_update().get(pk=candidate.reference.pk)
    states = {"new", "differs"} if candidate.choice == Choice.REPLACE else {"new"}
    names = [part.name for part in candidate.parts if part.state in states]
    incoming = _record(candidate.csl)
    reference.csl = reference.csl | {name: incoming[name] for name in names if name in incoming}
    reference.doi = candidate.csl["DOI"] if "DOI" in names else reference.doi
    reference.pmid = candidate.csl["PMID"] if "PMID" in names else reference.pmid
    if "study-type" in names:
        reference.study_type = candidate.csl["custom"]["study-type"]
    if "author" in names:
        reference.authors_complete = candidate.csl["custom"]["authors-complete"]
    if reference.checked_on:
        changed = [name for name in DETAILS if name in names and name not in reference.unchecked]
        reference.unchecked_details = ", ".join([*reference.unchecked, *changed])
    return reference


def _record(csl):
    return {name: csl[name] for name in KEPT if name in csl and name not in ("DOI", "PMID")}
