"""Clinicians, their licenses and their positions that are …"""

from datetime import date

from django.db.models import Exists, F, OuterRef, QuerySet
from django.utils import timezone

from directory.choices import IN_FORCE
from directory.freshness import LICENSE_ENDS_SOON
from directory.querysets.models import model


class ClinicianQuerySet(QuerySet):
    def with_npi(self):
        return self.filter(is_demonstration=False).exclude(npi="")

    def working_at(self, listings):
        return self.filter(positions__listing__in=listings).distinct()


class LicenseQuerySet(QuerySet):
    def in_force(self, on: date | None = None):
        return self.filter(status__in=IN_FORCE, expires_on__gte=on or timezone.localdate())

    def lapsed(self, on: date | None = None):
        """Run out, or taken away: whatever is not in force."""
        return self.exclude(status__in=IN_FORCE, expires_on__gte=on or timezone.localdate())

    def ending_soon(self):
        """In force, and in 60 days no more."""
        return self.in_force().filter(expires_on__lte=timezone.localdate() + LICENSE_ENDS_SOON)

    def real(self):
        return self.filter(clinician__is_demonstration=False)

    def held_at(self, listings):
        """By people who work at these listings."""
        return self.filter(clinician__positions__listing__in=listings).distinct()

    def of_prescribers_at(self, listing_pk):
        """The licenses that let someone prescribe at a listing: held by one who prescribes there, in its state."""
        return self.filter(
            clinician__positions__listing=listing_pk,
            clinician__positions__prescribes=True,
            jurisdiction=F("clinician__positions__listing__state"),
        )


class PositionQuerySet(QuerySet):
    def of_licensed_prescribers(self, on: date | None = None):
        """Held by someone who prescribes there, licensed in its state; one lapsed license is one too many."""
        held = self._licenses_in_the_state()
        return self.filter(Exists(held.in_force(on)), ~Exists(held.lapsed(on)), prescribes=True)

    def _licenses_in_the_state(self):
        return model("License").objects.filter(clinician=OuterRef("clinician"), jurisdiction=OuterRef("listing__state"))
