from operator import itemgetter

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from articles.models.fields import WebAddressField
from directory import choices
from directory.choices import Role, answers_are_known
from directory.models.checks import a_year_so_far, check, not_in_the_future
from directory.npi import validate_npi
from directory.querysets import ClinicianQuerySet, LicenseQuerySet, PositionQuerySet
from directory.states import STATE_NAMES


class Clinician(models.Model):
    """A person and what is on record about them: who they are and how they are licensed is decided by staff."""

    name = models.CharField(_("name"), max_length=160)
    post_nominals = models.CharField(_("letters after the name"), max_length=60, blank=True)
    role = models.CharField(_("trained as"), max_length=40, choices=Role, default=Role.NOT_STATED)
    npi = models.CharField(_("NPI"), max_length=10, blank=True, validators=[validate_npi])
    pronouns = models.CharField(_("pronouns"), max_length=40, blank=True)
    languages = models.ManyToManyField(
        "directory.Term",
        verbose_name=_("languages"),
        blank=True,
        limit_choices_to=Q(facet="language") & ~Q(slug="not_stated"),
    )
    acls_expires_on = models.DateField(_("advanced life support: until"), null=True, blank=True)
    ketamine_since_year = models.PositiveSmallIntegerField(_("has given ketamine since"), null=True, blank=True)
    ketamine_patients_band = models.CharField(
        _("people treated with ketamine"),
        max_length=40,
        choices=choices.PatientsBand,
        default=choices.PatientsBand.NOT_STATED,
    )
    is_demonstration = models.BooleanField(_("demonstration"), default=False, editable=False)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    objects = ClinicianQuerySet.as_manager()

    class Meta:
        verbose_name = _("clinician")
        verbose_name_plural = _("clinicians")
        ordering = ["name", "pk"]
        constraints = [
            *answers_are_known("clinician", role=Role, ketamine_patients_band=choices.PatientsBand),
            models.UniqueConstraint(
                fields=["npi"],
                condition=~Q(npi=""),
                name="one_clinician_per_npi",
                violation_error_message=_("Another clinician has this NPI."),
            ),
            models.CheckConstraint(
                condition=Q(npi="") | Q(npi__regex=r"^[12]\d{9}$"),
                name="clinician_npi_has_ten_digits_or_is_blank",
                violation_error_message=_("An NPI has ten digits and begins with 1 or 2."),
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.post_nominals}" if self.post_nominals else self.name

    def clean(self):
        check(self, [a_year_so_far("ketamine_since_year")])


def public_action_can_be_read(license_):
    if license_.discipline == choices.Discipline.PUBLIC_ACTION and not license_.discipline_url:
        raise ValidationError({"discipline_url": now("Say where the public action can be read.")})


LICENSE_RULES = [public_action_can_be_read, not_in_the_future("checked_on")]


class License(models.Model):
    """One license at one state board, as it was looked up on one day."""

    clinician = models.ForeignKey(Clinician, on_delete=models.CASCADE, related_name="licenses")
    jurisdiction = models.CharField(_("state"), max_length=2, choices=sorted(STATE_NAMES.items(), key=itemgetter(1)))
    board = models.CharField(_("board"), max_length=120, blank=True)
    license_type = models.CharField(_("type"), max_length=60)
    number = models.CharField(_("number"), max_length=40)
    status = models.CharField(_("status"), max_length=20, choices=choices.LicenseStatus)
    expires_on = models.DateField(_("expires"), null=True, blank=True)
    checked_on = models.DateField(_("looked up on"), null=True, blank=True)
    source_url = WebAddressField(_("looked up at"), max_length=300, blank=True)
    discipline = models.CharField(
        _("discipline"), max_length=20, choices=choices.Discipline, default=choices.Discipline.NOT_STATED
    )
    discipline_url = WebAddressField(_("public action: where to read it"), max_length=300, blank=True)

    objects = LicenseQuerySet.as_manager()

    class Meta:
        verbose_name = _("license")
        verbose_name_plural = _("licenses")
        ordering = ["jurisdiction", "pk"]
        constraints = [
            *answers_are_known("license", status=choices.LicenseStatus, discipline=choices.Discipline),
            models.UniqueConstraint(
                fields=["jurisdiction", "license_type", "number"],
                name="one_license_per_state_type_and_number",
                violation_error_message=_("This license is on record already."),
            ),
            models.CheckConstraint(
                condition=~Q(status__in=sorted(choices.IN_FORCE))
                | Q(expires_on__isnull=False, checked_on__isnull=False),
                name="license_in_force_has_its_dates",
                violation_error_message=_("An active license needs its expiry and the day it was looked up."),
            ),
        ]

    def __str__(self):
        return f"{self.license_type} {self.number}, {self.jurisdiction}"

    def clean(self):
        check(self, LICENSE_RULES)

    @property
    def is_in_force(self):
        return (
            self.status in choices.IN_FORCE and self.expires_on is not None and self.expires_on >= timezone.localdate()
        )


class BoardCertification(models.Model):
    clinician = models.ForeignKey(Clinician, on_delete=models.CASCADE, related_name="board_certifications")
    board = models.CharField(_("board"), max_length=160)
    specialty = models.CharField(_("specialty"), max_length=120)
    expires_on = models.DateField(_("expires"), null=True, blank=True)

    class Meta:
        verbose_name = _("board certification")
        verbose_name_plural = _("board certifications")
        ordering = ["pk"]

    def __str__(self):
        return f"{self.specialty}, {self.board}"


class Position(models.Model):
    """What a clinician does at one listing: written by that listing's provider."""

    clinician = models.ForeignKey(Clinician, on_delete=models.CASCADE, related_name="positions")
    listing = models.ForeignKey("directory.Listing", on_delete=models.CASCADE, related_name="positions")
    title = models.CharField(_("title here"), max_length=100, blank=True)
    prescribes = models.BooleanField(_("prescribes here"), default=False)
    monitors = models.BooleanField(_("monitors sessions here"), default=False)
    days = models.CharField(_("days"), max_length=100, blank=True)
    does = models.CharField(_("what they do here"), max_length=300, blank=True)

    objects = PositionQuerySet.as_manager()

    class Meta:
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["clinician", "listing"],
                name="one_position_per_clinician_and_listing",
                violation_error_message=_("This person is listed here twice."),
            ),
        ]

    def __str__(self):
        return f"{self.clinician} – {self.title or self.clinician.get_role_display()}"
