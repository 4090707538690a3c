"""Managers, their invitations, and claims that are …"""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from directory.claiming import CLAIM_LASTS, INVITATION_LASTS, OBJECTION_LASTS


class MembershipQuerySet(QuerySet):
    def of(self, user):
        return self.filter(user=user.pk)

    def but(self, *users):
        """All others."""
        return self.exclude(user__in=[user.pk for user in users])


class ClaimQuerySet(QuerySet):
    def open(self):
        return self.filter(status="open").order_by("opened_at", "pk")

    def decided(self):
        return self.exclude(status="open")

    def waiting_for_staff(self):
        """Open, and nothing goes on before staff have done something."""
        by_staff = Q(way__in=["call", "other"]) | Q(is_transfer=True, proved_at__isnull=False)
        return self.open().filter(by_staff, Q(approved_at__isnull=True) | Q(is_transfer=True, seconded_at__isnull=True))

    def unobjected(self):
        """Whose old contact was told, and has been silent for as long as they may speak."""
        return self.open().filter(told_at__lte=timezone.now() - OBJECTION_LASTS)

    def objectionable(self):
        """Open, and the old contact of the listing has been told."""
        return self.open().filter(told_at__isnull=False)

    def unproved_for_long(self):
        untouched = self.open().filter(proved_at__isnull=True, approved_at__isnull=True)
        return untouched.filter(way__in=["listed_email", "own_site"], opened_at__lte=timezone.now() - CLAIM_LASTS)

    def of(self, user):
        return self.filter(user=user.pk)

    def to_be_forgotten(self, before: datetime):
        """Decided before this moment, and with words in it still."""
        return self.filter(decided_at__lt=before).exclude(note="")


class InvitationQuerySet(QuerySet):
    def open(self):
        """May be accepted today."""
        return self.filter(status="open", sent_at__gt=timezone.now() - INVITATION_LASTS)

    def to_be_forgotten(self, before: datetime):
        """Sent before this moment: whatever became of it is long done."""
        return self.filter(sent_at__lt=before)

    def made_by(self, token_hash):
        return self.filter(token_hash=token_hash)
