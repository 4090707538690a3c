from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.citations.ama import ama_entry
from articles.citations.doi import bare_doi
from articles.citations.record import DETAILS, Record, StudyType
from articles.citations.standing import standing_of
from articles.incoming.items import Unreadable
from articles.incoming.tidy import tidy
from articles.models.loaded import LoadedRow
from articles.querysets import ReferenceQuerySet

KEY = r"^[a-z0-9][a-z0-9_-]*$"
DOI = r"^10\.[0-9]{4,9}/[^ ]+$"
PMID = r"^[0-9]{1,8}$"


class Reference(LoadedRow):
    """A source that guides cite by its key. DOI, PMID and what we checked have columns; the rest is CSL-JSON."""

    StudyType = StudyType

    # What it is
    key = models.CharField(
        _("key"),
        max_length=64,
        unique=True,
        validators=[RegexValidator(KEY, _("A key is lower-case letters, digits, - and _, such as price2022."))],
        help_text=_("How the text cites it: [@price2022]. Readers never see it."),
    )
    csl = models.JSONField(
        _("record"),
        help_text=_("CSL-JSON, as Zotero exports it. An id, DOI or PMID in it moves to the fields here."),
    )
    doi = models.CharField("DOI", max_length=200, blank=True)
    pmid = models.CharField("PMID", max_length=8, blank=True)
    study_type = models.CharField(_("study type"), max_length=30, choices=StudyType, blank=True)

    # How sure we are of the record
    authors_complete = models.BooleanField(
        _("all authors are named"), default=True, help_text=_("If not, the entry ends its authors with “et al.”")
    )
    checked_on = models.DateField(_("details checked on"), null=True, blank=True)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("details checked by"),
        related_name="+",
        null=True,
        blank=True,
        editable=False,
    )
    unchecked_details = models.CharField(
        _("details not checked"),
        max_length=200,
        blank=True,
        help_text=_("CSL names with commas between, such as author, volume. Readers are told."),
    )

    # Whether it still stands; its notices say what became of it
    retraction_checked_on = models.DateField(
        _("looked for among retracted papers on"),
        null=True,
        blank=True,
        help_text=_(
            "“manage.py import_retractions” writes this; so may you, when you looked on the journal’s own page."
        ),
    )

    objects = ReferenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("reference")
        verbose_name_plural = _("references")
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(
                condition=Q(checked_by=None) | Q(checked_on__isnull=False),
                name="who_checked_a_reference_has_a_date",
            ),
            models.CheckConstraint(condition=Q(key__regex=KEY), name="reference_key_is_plain"),
            models.CheckConstraint(
                condition=Q(doi="") | Q(doi__regex=DOI),
                name="doi_begins_with_10_and_a_registrant",
                violation_error_message=_("A DOI begins with 10., a number and a slash, such as 10.1000/182."),
            ),
            models.CheckConstraint(
                condition=Q(pmid="") | Q(pmid__regex=PMID),
                name="pmid_is_a_number",
                violation_error_message=_("A PubMed number has digits only, at most 8."),
            ),
            models.UniqueConstraint(
                Lower("doi"),
                condition=~Q(doi=""),
                name="one_reference_per_doi",
                violation_error_message=_("There is already a reference with this DOI."),
            ),
            models.UniqueConstraint(
                "pmid",
                condition=~Q(pmid=""),
                name="one_reference_per_pmid",
                violation_error_message=_("There is already a reference with this PubMed number."),
            ),
        ]

    def __str__(self):
        return self.key

    def clean(self):
        if not isinstance(self.csl, dict) or not self.csl.get("title") or not self.csl.get("type"):
            raise ValidationError({"csl": _("The record needs at least a type and a title.")})
        self.take_identifiers_from_record()
        self.refuse_what_cannot_be_printed()
        self.refuse_what_no_file_could_bring()
        if unknown := set(self.unchecked) - DETAILS.keys():
            message = _("Not a name of a detail: %(names)s.") % {"names": ", ".join(sorted(unknown))}
            raise ValidationError({"unchecked_details": message})

    def confirm(self, *, by):
        """Every detail was compared with the source today."""
        self.checked_on, self.checked_by, self.unchecked_details = timezone.localdate(), by, ""
        self.save(update_fields=["checked_on", "checked_by", "unchecked_details"])

    def take_identifiers_from_record(self):
        """Kept once, in their columns, so that record and columns cannot disagree."""
        self.csl = dict(self.csl)
        for name, field in [("DOI", "doi"), ("PMID", "pmid")]:
            setattr(self, field, getattr(self, field) or str(self.csl.pop(name, "")))
            self.csl.pop(name, None)
        self.doi = bare_doi(self.doi)
        self.csl.pop("id", None)
        self.csl.pop("custom", None)
        self.csl.pop("keyword", None)

    def refuse_what_no_file_could_bring(self):
        """The same rules for a record that is typed: an address that can be opened, dates and names as CSL has them."""
        try:
            tidy({name: value for name, value in self.as_csl().items() if name not in ("DOI", "PMID")})
        except Unreadable as error:
            raise ValidationError({"csl": str(error)}) from error

    def refuse_what_cannot_be_printed(self):
        try:
            ama_entry(self.as_csl())
        except Exception as error:  # the style's processor fails in many ways on what is not CSL-JSON
            raise ValidationError({"csl": _("This cannot be read as CSL-JSON.")}) from error

    @property
    def unchecked(self):
        return [name.strip() for name in self.unchecked_details.split(",") if name.strip()]

    def as_csl(self):
        """The whole record as editions and files keep it."""
        identifiers = {"DOI": self.doi, "PMID": self.pmid}
        return {
            "id": self.key,
            **self.csl,
            **{name: value for name, value in identifiers.items() if value},
            "custom": {
                "verified": self.verified,
                "unverified-fields": self.unchecked,
                "authors-complete": self.authors_complete,
                "checked-on": self.checked_on.isoformat() if isinstance(self.checked_on, date) else None,
                "study-type": self.study_type,
            },
        }

    @property
    def verified(self):
        if self.checked_on is None:
            return "no"
        return "partial" if self.unchecked else "yes"

    @property
    def record(self):
        return Record(self.as_csl())

    @property
    def standing(self):
        """What is to be said of it because of its notices, or None."""
        return standing_of([{"nature": n.nature, "dated_on": n.dated_on, "doi": n.doi} for n in self.notices.all()])
