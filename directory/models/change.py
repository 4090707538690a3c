"""What changed in a listing, or what its provider would like to change, who did it and when: the one history."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from directory.choices import answers_are_known
from directory.emails import change_approved, change_sent_back
from directory.models.letter import Letter
from directory.models.new_people import LookedUp
from directory.models.proposable import is_own_words
from directory.models.proposing import conflicts, with_whole_rows
from directory.models.snapshot import snapshot
from directory.overclaims import Finding, overclaims
from directory.querysets import ChangeQuerySet


class Actor(models.TextChoices):
    PROVIDER = "provider", _("the provider")
    STAFF = "staff", _("our staff")
    SYSTEM = "system", _("the site itself")

    @classmethod
    def of(cls, user) -> "Actor":
        """`user` is None for what the site does by itself."""
        if user is None:
            return cls.SYSTEM
        return cls.STAFF if user.is_staff else cls.PROVIDER


class Change(models.Model):
    """`fields` is {path: [old, new]}, such as `offerings.iv_infusion.price_session_min_usd`. Edits by staff and by the
    site are applied when they are made; what a provider proposes waits, one for each listing, and is decided once."""

    class Status(models.TextChoices):
        WAITING = "waiting", _("waits for staff")
        APPLIED = "applied", _("applied")
        SENT_BACK = "sent_back", _("sent back")
        WITHDRAWN = "withdrawn", _("withdrawn")

    listing = models.ForeignKey("directory.Listing", models.CASCADE, related_name="changes", verbose_name=_("listing"))
    fields = models.JSONField(_("what changed"))
    actor = models.CharField(_("who"), max_length=10, choices=Actor)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True, blank=True, verbose_name=_("by")
    )
    reason = models.CharField(_("why"), max_length=500, blank=True)
    at = models.DateTimeField(_("when"), default=timezone.now, editable=False)

    # In what state is it? `at` is since when.
    status = models.CharField(_("state"), max_length=10, choices=Status, default=Status.APPLIED, editable=False)
    proposed_at = models.DateTimeField(_("first proposed"), null=True, blank=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("decided by"),
    )
    # What happened to a listing before readers ever saw it is no news to them.
    is_public = models.BooleanField(_("in the public log"), default=True, editable=False)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["-at", "-pk"]
        constraints = [
            *answers_are_known("change", actor=Actor),
            models.CheckConstraint(
                condition=Q(status__in=["waiting", "applied", "sent_back", "withdrawn"]), name="change_status_is_known"
            ),
            models.UniqueConstraint(
                fields=["listing"],
                condition=Q(status="waiting"),
                name="one_waiting_change_per_listing",
                violation_error_message=_("Another change of this listing waits already."),
            ),
            models.CheckConstraint(
                condition=~Q(status="sent_back") | ~Q(reason=""), name="change_sent_back_has_its_reason"
            ),
        ]

    def __str__(self):
        return f"{self.listing}: {', '.join(self.fields)}"

    @classmethod
    def record(cls, listing, fields, *, by, actor="", reason="", **more) -> "Change":
        """Of what is applied. `by` is a user or None; `actor` says who it was where no account tells, as behind a link
        in a letter."""
        return cls.objects.create(
            listing=listing,
            fields=fields,
            by=by,
            actor=actor or Actor.of(by),
            reason=reason,
            is_public=listing.has_been_public,
            **more,
        )

    # What may be decided: each verb holds the row of the listing, so that of two decisions one is made.

    @transaction.atomic
    def approve(
        self,
        *,
        by,
        paths: Collection[str] | None = None,
        overwrite: Collection[str] = (),
        looked_up: dict[str, LookedUp] | None = None,
        as_of: datetime | None = None,
    ) -> "Change":
        """Makes all of it true, or the chosen paths; the rest goes on waiting. Gives the Change that is applied.

        Where staff have written something else meanwhile, a path must stand in `overwrite` too. `looked_up` says what
        the board says of each license. `as_of` is the `at` that staff had in view: what was written since is not
        approved unseen. Raises ValidationError with every reason, and then nothing has changed.
        """
        self._must_wait(as_of)
        chosen = self._chosen(paths)
        self._refuse_conflicts(chosen - set(overwrite))
        words = {path: self.fields[path][1] for path in sorted(chosen)}
        moved = self.listing.write(words, looked_up=looked_up or {}, by=by)
        rest = {path: values for path, values in self.fields.items() if path not in chosen}
        applied = self._applied_in_part(moved, rest, by=by) if rest else self._applied(moved, by=by)
        self._write_letter(applied, change_approved(self, is_whole=not rest))
        return applied

    @transaction.atomic
    def send_back(self, *, by, reason: str):
        """None of what still waits comes true; the reason goes to who wrote it."""
        self._must_wait()
        if not reason.strip():
            raise ValidationError(now("Say why, so that they can mend it."))
        self._decide(self.Status.SENT_BACK, by=by, reason=reason.strip())
        self._write_letter(self, change_sent_back(self))

    @transaction.atomic
    def withdraw(self, *, by):
        """By the provider, who thought better of it."""
        self._must_wait()
        self._decide(self.Status.WITHDRAWN, by=by)

    @transaction.atomic
    def give_up(self, *, by):
        """By the provider, who read why it came back and leaves it at that. When and why it came back stays."""
        self.listing = type(self.listing).objects.select_for_update().get(pk=self.listing_id)
        Change.objects.sent_back().filter(pk=self.pk).update(status=self.Status.WITHDRAWN, decided_by=by)
        self.refresh_from_db(fields=["status", "decided_by"])

    def _must_wait(self, as_of: datetime | None = None):
        self.listing = type(self.listing).objects.select_for_update().get(pk=self.listing_id)
        stored = Change.objects.filter(pk=self.pk).first()
        if stored is None:
            raise ValidationError(now("The provider has taken all of it back."))
        self.refresh_from_db(fields=["fields", "status", "at", "by", "reason", "proposed_at"])
        if self.status != self.Status.WAITING:
            raise ValidationError(now("It is decided already: %(state)s.") % {"state": self.get_status_display()})
        if as_of is not None and as_of != self.at:
            raise ValidationError(now("The provider has written more since you opened this. Please look again."))

    def _chosen(self, paths: Collection[str] | None) -> set[str]:
        if paths is None:
            return set(self.fields)
        if not paths:
            raise ValidationError(now("Choose at least one line."))
        if gone := sorted(set(paths) - self.fields.keys()):
            raise ValidationError({path: now("This does not wait any more.") for path in gone})
        return with_whole_rows(paths, self.fields)

    def _refuse_conflicts(self, chosen: set[str]):
        if clashing := chosen & self.conflicts().keys():
            sentence = now("This was changed since it was proposed. Choose it as one to overwrite, or leave it out.")
            raise ValidationError(dict.fromkeys(sorted(clashing), sentence))

    def _applied(self, moved, *, by) -> "Change":
        self.fields, self.is_public = moved, self.listing.has_been_public
        self._decide(self.Status.APPLIED, by=by)
        return self

    def _applied_in_part(self, moved, rest, *, by) -> "Change":
        self.fields = rest
        self.save(update_fields=["fields"])
        return Change.record(
            self.listing, moved, by=self.by, actor=self.actor, proposed_at=self.proposed_at, decided_by=by
        )

    def _decide(self, status, *, by, reason=""):
        self.status, self.at, self.decided_by, self.reason = status, timezone.now(), by, reason
        self.save(update_fields=["status", "at", "decided_by", "reason", "fields", "is_public"])

    def _write_letter(self, cause: "Change", words):
        if self.by and self.by.email:
            occasion = f"change/{cause.pk}/{cause.status}"
            Letter.write(occasion=occasion, to=self.by.email, listing=self.listing, **words)

    # What follows from it

    @property
    def is_waiting(self) -> bool:
        return self.status == self.Status.WAITING

    def conflicts(self) -> dict[str, Any]:
        """{path: what is public now} where that is neither what was public when it was proposed nor what is asked."""
        return conflicts(self.fields, snapshot(self.listing_id))

    def overclaims(self) -> dict[str, list[Finding]]:
        """{path: what no provider may publish} of the words it brings."""
        return overclaims_in(self.listing, {path: new for path, (_old, new) in self.fields.items()})


def overclaims_in(listing, fields: dict[str, Any]) -> dict[str, list[Finding]]:
    """What staff have not allowed this listing to say."""
    allowed = listing.phrases_allowed()
    words = {path: value for path, value in fields.items() if isinstance(value, str) and is_own_words(path)}
    found = {
        path: [each for each in overclaims(text) if each.phrase.casefold() not in allowed]
        for path, text in words.items()
    }
    return {path: findings for path, findings in found.items() if findings}
