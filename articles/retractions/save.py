"""The door to the database: what was found, and which references were looked for, change together."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Reference
from articles.retractions.compare import Comparison
from articles.retractions.layout import Refused
from articles.retractions.read import FaultyFile, rows
from articles.retractions.report import REFUSED


def import_retractions(file, report, *, on, writes):
    """`on` is the day that the file is of."""
    comparison = Comparison(report)
    for row in rows(file):
        if isinstance(row, Refused):
            comparison.refuse(row)
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
    looked_for = Reference.objects.identified().exclude(pk__in=looked_later)
    unread = [reference.pk for reference in comparison.unread]
    looked_for.exclude(pk__in=unread).update(retraction_checked_on=on)
    # A row that nobody could read may be a retraction: a look before it counts no longer.
    looked_for.filter(pk__in=unread).update(retraction_checked_on=None)


def _tell_the_rest(comparison, report, on):
    looked = {"count": len(comparison.references) - len(comparison.unread), "day": on}
    report.ends.append(_("%(count)s references looked for by DOI and PubMed number, as of %(day)s.") % looked)
    if unread := [f"{reference.key} (line {line})" for reference, line in comparison.unread.items()]:
        sentence = _("Look for these by hand, because a row about them was refused: %(keys)s.")
        report.ends.append(sentence % {"keys": ", ".join(unread)})
    if keys := list(Reference.objects.unidentified().values_list("key", flat=True)):
        sentence = _("%(count)s have neither number and cannot be looked for: %(keys)s.")
        report.ends.append(sentence % {"count": len(keys), "keys": ", ".join(keys)})
    for notice in comparison.gone:
        told = {"key": notice.reference.key, "notice": notice, "number": notice.source_id}
        report.ends.append(_("%(key)s: “%(notice)s” (record %(number)s) is no longer in the file; it was left.") % told)
