"""Checks, reports and letters that are …"""

from datetime import date, datetime
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from directory.claims import CLAIMS_OF, PROOF, Result
from directory.querysets.models import model


class CheckQuerySet(QuerySet):
    """Rows of the ledger, newest first. Only the newest look at a claim about a subject says how things stand."""

    def current(self):
        return self.exclude(Exists(self._newer()))

    def confirming(self, on: date | None = None):
        """Proof that counts on a day: what a badge is computed from, together with current()."""
        day = on or timezone.localdate()
        return self.filter(_counts_on(day), result=Result.CONFIRMED, method__in=PROOF)

    def lapsed(self, on: date | None = None):
        return self.filter(valid_until__lt=on or timezone.localdate())

    def of_claim(self, claim):
        return self.filter(claim=claim)

    def made_since(self, day: date):
        return self.filter(checked_on__gte=day)

    def failing(self):
        """Neither confirmed nor merely not reached."""
        return self.filter(result__in=[Result.CONTRADICTED, Result.NOT_CONFIRMED])

    def real(self):
        """Not about a demonstration."""
        demonstrations = ("listing", "clinician", "offering__listing", "license__clinician")
        return self.exclude(reduce(or_, (Q(**{f"{subject}__is_demonstration": True}) for subject in demonstrations)))

    def made_at(self, listings):
        """About these listings, their treatments, the people there and their licenses."""
        people = model("Position").objects.filter(listing__in=listings).values("clinician")
        return self.filter(
            Q(listing__in=listings)
            | Q(offering__listing__in=listings)
            | Q(clinician__in=people)
            | Q(license__clinician__in=people)
        )

    def contradicted(self):
        return self.filter(result=Result.CONTRADICTED)

    def about(self, listing):
        return self.made_at([listing.pk])

    def _newer(self):
        # What is null equals nothing, so only the one subject that both are about can join them.
        subjects = (Q(**{subject: OuterRef(subject)}) for subject in CLAIMS_OF)
        later = Q(checked_on__gt=OuterRef("checked_on")) | Q(checked_on=OuterRef("checked_on"), pk__gt=OuterRef("pk"))
        return type(self)(self.model).filter(reduce(or_, subjects), later, claim=OuterRef("claim"))


class ReportQuerySet(QuerySet):
    def open(self):
        """Not decided yet, the oldest first."""
        return self.filter(closed_at__isnull=True).order_by("opened_at", "pk")

    def asked(self):
        """Open, and the clinic was asked."""
        return self.open().filter(status="asked_clinic")

    def on(self, listings):
        return self.filter(listing__in=listings)

    def fixed_since(self, moment: datetime):
        return self.filter(status="fixed", closed_at__gte=moment)

    def decided(self):
        return self.filter(closed_at__isnull=False)

    def to_be_forgotten(self, before: datetime):
        """Closed before this moment, and with words in it still."""
        return self.filter(closed_at__lt=before).exclude(text="")


class LetterQuerySet(QuerySet):
    def about(self, listing, beginning: str):
        """Written for occasions of this listing that begin so, the oldest first."""
        return self.filter(listing=listing, occasion__startswith=beginning).order_by("written_at", "pk")

    def due(self):
        """To be tried now, those that wait longest first."""
        return self.filter(next_try_at__lte=timezone.now()).order_by("next_try_at", "pk")

    def waiting(self):
        return self.filter(next_try_at__isnull=False)

    def sent(self):
        return self.filter(sent_at__isnull=False)

    def given_up(self):
        return self.filter(next_try_at__isnull=True, sent_at__isnull=True)

    def settled(self, before: datetime):
        """Sent or given up, and written before this moment."""
        return self.filter(next_try_at__isnull=True, written_at__lt=before)


def _counts_on(day: date) -> Q:
    return Q(valid_until__isnull=True) | Q(valid_until__gte=day)
