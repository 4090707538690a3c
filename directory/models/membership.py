"""Who keeps a listing true: the people who sign in for it."""

from django.apps import apps
from django.conf import settings
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from directory.models import manager_news
from directory.models.change import Actor, Change
from directory.models.search import SearchVersion
from directory.querysets import MembershipQuerySet


class Membership(models.Model):
    """One person's right to write at one listing. Whoever has none is a stranger to it."""

    listing = models.ForeignKey(
        "directory.Listing", models.CASCADE, related_name="memberships", verbose_name=_("listing")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships", verbose_name=_("person")
    )
    since = models.DateTimeField(_("since"), default=timezone.now, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("invited by"),
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("manager of a listing")
        verbose_name_plural = _("managers of listings")
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["listing", "user"],
                name="one_membership_per_person_and_listing",
                violation_error_message=_("This person manages this listing already."),
            ),
        ]

    def __str__(self):
        return f"{self.user}: {self.listing}"

    # Each verb holds the listing first, so that of many who come at once one is first.

    @classmethod
    @transaction.atomic
    def begin(cls, listing, user, *, by, invited_by=None) -> "Membership":
        """Somebody may write here from now on; for who may already, nothing changes."""
        hold(listing)
        before = listing.memberships.count()
        row, is_new = cls.objects.get_or_create(listing=listing, user=user, defaults={"invited_by": invited_by})
        if is_new:
            _record(listing, before, now("A manager more: %s.") % user, by=by)
        return row

    @transaction.atomic
    def remove(self, *, by, reason=""):
        """One of several. The last one hands it over or gives it up."""
        hold(self.listing)
        if by.pk not in self.listing.memberships.values_list("user", flat=True):
            raise ValidationError(now("You are not a manager of this listing any more."))
        if not self.others().exists():
            raise ValidationError(now("This is the only manager. Invite somebody first, or give the listing up."))
        self._end(by=by, reason=reason)
        manager_news.removed(self, by=by, reason=reason)

    @transaction.atomic
    def leave(self, *, gives_up: bool = False):
        """By their own choice. The last one gives the listing up, and has to say so."""
        hold(self.listing)
        if not gives_up and not self.others().exists():
            raise ValidationError(
                now("Nobody else keeps this listing. Say that you give it up, or invite somebody first.")
            )
        self._end(by=self.user, reason="")
        manager_news.left(self)

    def hand_over(self, *, by):
        """Within the verb that accepts the invitation of whoever comes instead."""
        self._end(by=by, reason=now("Handed over."))

    @transaction.atomic
    def remove_by_staff(self, *, by, reason):
        """Raises ValidationError without a reason: it is all that others will know of it later."""
        if not reason.strip():
            raise ValidationError(now("Write down why."))
        hold(self.listing)
        self._end(by=by, reason=reason.strip()[:500])
        manager_news.removed(self, by=by, reason=reason.strip()[:500])

    def end_for_transfer(self, *, by):
        """Within the verb that grants a claim, which holds the listing."""
        self._end(by=by, reason=now("The listing went to somebody else."))

    def _end(self, *, by, reason):
        before = self.listing.memberships.count()
        # By its key, not by itself: whoever is told about it afterwards still knows which one it was.
        if not type(self).objects.filter(pk=self.pk).delete()[0]:
            raise ValidationError(now("This person is not a manager here any more."))
        _record(self.listing, before, now("A manager less: %s.") % self.user, by=by, reason=reason)

    def others(self):
        return type(self).objects.filter(listing=self.listing_id).exclude(pk=self.pk)


def hold(listing) -> None:
    """No other process decides about this listing until the transaction ends."""
    apps.get_model("directory", "Listing").objects.select_for_update().get(pk=listing.pk)


def _record(listing, before, sentence, *, by, reason="") -> None:
    """In the history: readers learn that it changed, never who it was. In the admin's own log for staff."""
    moved = {"managers": [before, listing.memberships.count()]}
    Change.record(listing, moved, by=by, actor=Actor.of(by), reason=reason)
    SearchVersion.next_number()
    if by is not None:
        words = f"{sentence} {reason}".strip()
        LogEntry.objects.log_actions(by.pk, [listing], CHANGE, change_message=words, single_object=True)
