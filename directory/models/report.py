"""What somebody says is wrong in a listing, and what became of it."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from directory import choices
from directory.choices import answers_are_known
from directory.claims import Claim, Method, Result
from directory.emails import report_to_clinic
from directory.letter_secrets import new_code
from directory.models.letter import Letter
from directory.models.trust import Check
from directory.querysets import ReportQuerySet

LONGEST = 500


class Report(models.Model):
    """No account, no address: whoever wrote it follows it by its code."""

    About, Status = choices.ReportAbout, choices.ReportStatus
    OPEN = (Status.NEW, Status.ASKED_CLINIC)
    # The claim of the ledger that a confirmed report contradicts; the others have none of their own.
    CLAIMS = {
        About.ADDRESS_PHONE: Claim.ADDRESS_PHONE,
        About.CLOSED: Claim.ADDRESS_PHONE,
        About.ACCEPTING: Claim.ACCEPTING,
        About.PRICE: Claim.PRICE,
        About.MONITORING: Claim.MONITORING,
    }

    # What is wrong?
    code = models.CharField(_("code"), max_length=12, unique=True, default=new_code, editable=False)
    form_key = models.CharField(max_length=40, unique=True, default=new_code, editable=False)
    listing = models.ForeignKey("directory.Listing", models.CASCADE, related_name="reports", verbose_name=_("listing"))
    about = models.CharField(_("about"), max_length=20, choices=choices.ReportAbout)
    text = models.CharField(_("what is wrong"), max_length=LONGEST, blank=True)

    # What became of it?
    status = models.CharField(
        _("state"), max_length=16, choices=choices.ReportStatus, default=choices.ReportStatus.NEW, editable=False
    )
    answer = models.CharField(
        _("answer"),
        max_length=300,
        blank=True,
        help_text=_("Anybody with the code reads this: write it before you close it."),
    )
    opened_at = models.DateTimeField(_("opened"), default=timezone.now, editable=False)
    asked_at = models.DateTimeField(_("clinic asked"), null=True, editable=False)
    confirmed_at = models.DateTimeField(_("confirmed by staff"), null=True, editable=False)
    closed_at = models.DateTimeField(_("closed"), null=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        null=True,
        editable=False,
        verbose_name=_("closed by"),
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("error report")
        verbose_name_plural = _("error reports")
        ordering = ["opened_at", "pk"]
        constraints = [
            *answers_are_known("report", about=choices.ReportAbout, status=choices.ReportStatus),
            models.CheckConstraint(
                condition=Q(status__in=["new", "asked_clinic"], closed_at__isnull=True)
                | Q(status__in=["fixed", "not_confirmed", "duplicate"], closed_at__isnull=False),
                name="closed_report_has_its_day",
            ),
        ]

    def __str__(self):
        return f"{self.code}: {self.listing}"

    def get_absolute_url(self):
        return reverse("directory:report_status", args=[self.code])

    @transaction.atomic
    def ask_clinic(self, *, by):
        """Writes to the address of the listing; where there is none, somebody has to call."""
        self._must_be_open()
        if self.listing.is_demonstration:
            raise ValidationError(now("The listing is a demonstration: there is nobody to ask."))
        if not self.listing.email:
            raise ValidationError(now("The listing has no e-mail address: please call them."))
        Letter.write(
            occasion=f"report/{self.code}", to=self.listing.email, listing=self.listing, **report_to_clinic(self)
        )
        self.status, self.asked_at = self.Status.ASKED_CLINIC, timezone.now()
        self.save(update_fields=["status", "asked_at"])

    @transaction.atomic
    def confirm(self, *, by, method=Method.PHONE_CALL):
        """Staff found that it is right: the ledger contradicts the fact, until it is mended."""
        self._must_be_open()
        if self.confirmed_at:
            raise ValidationError(now("It is confirmed already."))
        self.confirmed_at = timezone.now()
        self.save(update_fields=["confirmed_at"])
        if claim := self.CLAIMS.get(self.About(self.about)):
            evidence = f"Report {self.code}"
            Check.record(self.listing, claim, method=method, result=Result.CONTRADICTED, by=by, evidence=evidence)

    def fix(self, *, by):
        self._close(self.Status.FIXED, by=by)

    def dismiss(self, *, by):
        self._close(self.Status.NOT_CONFIRMED, by=by)

    def mark_duplicate(self, *, by):
        self._close(self.Status.DUPLICATE, by=by, needs_answer=False)

    @transaction.atomic
    def _close(self, status, *, by, needs_answer=True):
        self._must_be_open()
        if needs_answer and not self.answer:
            raise ValidationError(now("Write first what whoever reported it will read."))
        self.status, self.closed_at, self.closed_by = status, timezone.now(), by
        self.save(update_fields=["status", "closed_at", "closed_by"])

    def _must_be_open(self):
        stored = Report.objects.select_for_update().get(pk=self.pk)
        if stored.status not in self.OPEN:
            raise ValidationError(now("It is decided already: %(state)s.") % {"state": stored.get_status_display()})

    @property
    def is_open(self):
        return self.status in self.OPEN
