"""Photos that are …"""

from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone

from directory.querysets.models import model


class PhotoQuerySet(QuerySet):
    def published(self):
        """What readers see."""
        return self.filter(status="published")

    def waiting_for_staff(self):
        """The oldest first."""
        return self.filter(status="waiting").order_by("uploaded_at", "pk")

    def at(self, listings):
        return self.filter(listing__in=listings)

    def undecided(self):
        """That lie with us: to be prepared, or to be looked at."""
        return self.filter(status__in=["uploaded", "waiting"])

    def refused(self):
        return self.filter(status="refused")

    def due(self):
        """To be prepared now, and in no other process's hands."""
        return self.filter(status="uploaded", next_try_at__lte=timezone.now()).order_by("next_try_at", "pk")

    def kept(self):
        """Not removed: what its provider sees."""
        return self.exclude(status="removed")

    def counted(self):
        """That take up a place at their listing."""
        return self.exclude(status__in=["removed", "refused"])

    def editable_by(self, user):
        return self.kept().filter(listing__in=model("Listing").objects.editable_by(user))

    def uploaded_since(self, moment: datetime, by):
        return self.filter(uploaded_by=by, uploaded_at__gte=moment)

    def refused_before(self, moment: datetime):
        return self.refused().filter(decided_at__lt=moment)
