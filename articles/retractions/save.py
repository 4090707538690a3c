"""The door to the database: what was found, and that every reference was looked for, change together."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Reference
from articles.retractions.compare import Comparison
from articles.retractions.read import FaultyFile, rows
from articles.retractions.report import REFUSED


def import_retractions(file, report, *, on, writes):
    """`on` is the day that the file is of."""
    comparison = Comparison(report)
    for line, row, reason in rows(file):
        if row is None:
            report.refuse(line, reason)
        else:
            comparison.take(row)
    if sum(report.outcomes.values()) == report.outcomes[REFUSED]:
        raise FaultyFile(_("It holds no row that can be read."))
    if writes:
        _save(comparison, on)
    _tell_the_rest(comparison, report, on)


@transaction.atomic
def _save(comparison, on):
    for notice in comparison.wanted:
        notice.recorded_at = timezone.now()
        notice.save()
    # An older file does not take a newer look back.
    looked_later = Reference.objects.filter(retraction_checked_on__gt=on)
    Reference.objects.identified().exclude(pk__in=looked_later).update(retraction_checked_on=on)


def _tell_the_rest(comparison, report, on):
    looked = {"count": len(comparison.references), "day": on}
    report.ends.append(_("%(count)s references looked for by DOI and PubMed number, as of %(day)s.") % looked)
    if keys := list(Reference.objects.unidentified().values_list("key", flat=True)):
        sentence = _("%(count)s have neither number and cannot be looked for: %(keys)s.")
        report.ends.append(sentence % {"count": len(keys), "keys": ", ".join(keys)})
    for notice in comparison.gone:
        told = {"key": notice.reference.key, "notice": notice, "number": notice.source_id}
        report.ends.append(_("%(key)s: “%(notice)s” (record %(number)s) is no longer in the file; it was left.") % told)
