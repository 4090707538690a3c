from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles import written
from articles.citations.doi import bare_doi
from articles.citations.standing import Nature
from articles.models.reference import DOI, Reference
from articles.querysets import NoticeQuerySet


class Notice(models.Model):
    """What a journal published about a source: it is retracted, corrected, doubted, or good again."""

    Nature = Nature

    # What it is about, and what it says
    reference = models.ForeignKey(Reference, models.CASCADE, verbose_name=_("reference"), related_name="notices")
    nature = models.CharField(_("what it says"), max_length=30, choices=Nature)
    dated_on = models.DateField(_("dated"))
    doi = models.CharField(_("DOI of the notice"), max_length=200, blank=True)
    reasons = models.TextField(_("reasons given"), blank=True)

    # Where we have it from
    source_id = models.CharField(
        _("number in the Retraction Watch file"), max_length=20, blank=True, help_text=_("Empty if staff recorded it.")
    )
    recorded_at = models.DateTimeField(_("recorded"), default=timezone.now, editable=False)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["dated_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                "reference",
                "source_id",
                condition=~Q(source_id=""),
                name="one_notice_per_reference_and_row_of_the_file",
            ),
            models.CheckConstraint(
                condition=Q(doi="") | Q(doi__regex=DOI),
                name="notice_doi_begins_with_10_and_a_registrant",
                violation_error_message=_("A DOI begins with 10., a number and a slash, such as 10.1000/182."),
            ),
            models.CheckConstraint(condition=Q(nature__in=Nature.values), name="notice_nature_is_known"),
        ]

    def __str__(self):
        return f"{self.get_nature_display()}, {self.dated_on}"

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        written.announce()

    def delete(self, *args, **kwargs):
        deleted = super().delete(*args, **kwargs)
        written.announce()
        return deleted

    def clean(self):
        self.doi = bare_doi(self.doi)
        if self.dated_on and self.dated_on > timezone.localdate():
            raise ValidationError({"dated_on": _("A notice has been published already: this day is to come.")})
