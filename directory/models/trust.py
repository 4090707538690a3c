"""What was checked, how, by whom, until when: the ledger behind every "checked" on the site."""

from datetime import date
from functools import reduce
from operator import or_

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from directory.choices import answers_are_known
from directory.claims import CLAIMS_OF, COUNTS_FOR, PROOF, Claim, Method, Result
from directory.models.checks import check, not_in_the_future
from directory.models.search import SearchVersion
from directory.querysets import CheckQuerySet

SUBJECTS = tuple(CLAIMS_OF)


class LedgerIsFinal(Exception):
    """Somebody tried to rewrite a check: a later look is another row."""


def claim_fits_its_subject(row):
    named = [name for name in SUBJECTS if getattr(row, f"{name}_id")]
    if len(named) != 1:
        raise ValidationError(now("A check is about one thing: a listing, a clinician, a license or a treatment."))
    if row.claim and row.claim not in CLAIMS_OF[named[0]]:
        raise ValidationError({"claim": now("This cannot be checked of a %(subject)s.") % {"subject": named[0]}})


def exactly_one_subject() -> Q:
    only = (Q(**{f"{name}__isnull": name != named for name in SUBJECTS}) for named in SUBJECTS)
    return reduce(or_, only)


class Check(models.Model):
    """One look at one claim about one subject, never changed afterwards. A badge is computed from these rows alone."""

    Claim, Method, Result = Claim, Method, Result

    # About what?
    listing = models.ForeignKey(
        "directory.Listing", models.CASCADE, related_name="checks", null=True, blank=True, verbose_name=_("listing")
    )
    clinician = models.ForeignKey(
        "directory.Clinician", models.CASCADE, related_name="checks", null=True, blank=True, verbose_name=_("clinician")
    )
    license = models.ForeignKey(
        "directory.License", models.CASCADE, related_name="checks", null=True, blank=True, verbose_name=_("license")
    )
    offering = models.ForeignKey(
        "directory.Offering", models.CASCADE, related_name="checks", null=True, blank=True, verbose_name=_("offering")
    )
    claim = models.CharField(_("claim"), max_length=20, choices=Claim)

    # How, and with what result?
    method = models.CharField(_("method"), max_length=24, choices=Method)
    result = models.CharField(_("result"), max_length=16, choices=Result)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("checked by"),
        help_text=_("Empty where a command compared a public register."),
    )
    checked_on = models.DateField(_("checked on"), default=timezone.localdate)
    valid_until = models.DateField(_("valid until"), null=True, editable=False)
    public_note = models.CharField(_("note that readers see"), max_length=300, blank=True)
    private_evidence = models.TextField(_("evidence, for staff"), max_length=2000, blank=True)
    recorded_at = models.DateTimeField(_("recorded"), auto_now_add=True)

    objects = CheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("check")
        verbose_name_plural = _("checks")
        ordering = ["-checked_on", "-pk"]
        indexes = [models.Index(fields=["claim", "result", "valid_until"], name="check_claim_result_validity")]
        constraints = [
            *answers_are_known("check", claim=Claim, method=Method, result=Result),
            models.CheckConstraint(condition=exactly_one_subject(), name="check_is_about_one_thing"),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("checked_on")),
                name="check_counts_from_its_day_on",
            ),
        ]

    def __str__(self):
        return f"{self.get_claim_display()}: {self.get_result_display()}, {self.checked_on}"

    @transaction.atomic
    def save(self, *args, **kwargs):
        if self.pk:
            raise LedgerIsFinal("A check never changes; record another one.")
        super().save(*args, **kwargs)
        # Pages show it, and their caches go by this number.
        SearchVersion.next_number()

    def delete(self, *args, **kwargs):
        raise LedgerIsFinal("A check stays in the ledger; record another one.")

    def clean(self):
        check(self, [claim_fits_its_subject, not_in_the_future("checked_on")])
        if self.claim and self.checked_on:
            self.valid_until = self.computed_validity()

    @classmethod
    def record(cls, subject, claim, *, method, result, by, on: date | None = None, note="", evidence="") -> "Check":
        """Adds a row to the ledger; `by` is None for a command. Raises ValidationError with the reason."""
        row = cls(
            **{subject._meta.model_name: subject},
            claim=claim,
            method=method,
            result=result,
            checked_by=by,
            checked_on=on or timezone.localdate(),
            public_note=note,
            private_evidence=evidence,
        )
        row.full_clean()
        row.save()
        return row

    @classmethod
    @transaction.atomic
    def look_up(cls, license_, *, by, **words) -> "Check":
        """A license as it stands on record, found so again at its board."""
        row = cls.record(license_, Claim.LICENSE, method=Method.STATE_BOARD, result=Result.CONFIRMED, by=by, **words)
        license_.checked_on = row.checked_on
        license_.save(update_fields=["checked_on"])
        return row

    def computed_validity(self) -> date | None:
        """The last day on which it counts: how long such a claim stays true, or the expiry of what was seen."""
        lasts = COUNTS_FOR[Claim(self.claim)]
        days = [self.checked_on + lasts] if lasts else []
        if self.expires_on:
            days.append(self.expires_on)
        # Something that had run out before it was looked at counts for no day more than that one.
        return max(min(days), self.checked_on) if days else None

    @property
    def expires_on(self) -> date | None:
        """When what was looked at runs out by itself."""
        if self.license:
            return self.license.expires_on
        if self.clinician and self.claim == Claim.ACLS:
            return self.clinician.acls_expires_on
        return None

    @property
    def subject(self):
        return next(row for name in SUBJECTS if (row := getattr(self, name)))

    @property
    def counts(self) -> bool:
        """Whether it proves its claim today."""
        return self.result == Result.CONFIRMED and self.method in PROOF and not self.has_lapsed

    @property
    def has_lapsed(self) -> bool:
        return self.valid_until is not None and self.valid_until < timezone.localdate()
