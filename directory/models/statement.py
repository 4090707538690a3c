from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from directory.choices import InsurerScope, LanguageMode
from directory.facets import NOT_STATED
from directory.models.checks import check, not_in_the_future

DETAILS = {*LanguageMode.values, *InsurerScope.values}
DETAIL_CHOICES = [*LanguageMode.choices, *InsurerScope.choices]
# The facts that a listing states term by term; every other term says what its own fields say.
STATED_FACETS = [
    "access", "condition", "emergency", "escort", "includes", "insurer", "language", "monitoring", "payment", "phase",
    "population", "room", "scale", "screening", "serves", "will_not_treat",
]  # fmt: skip
DETAILS_OF = {"language": LanguageMode, "insurer": InsurerScope}


def can_be_stated(statement):
    term = statement.term
    if term.facet not in STATED_FACETS or term.slug == NOT_STATED:
        raise ValidationError(
            {"term": now("“%(term)s” cannot be stated here; leave out what is not stated.") % {"term": term}}
        )


def detail_fits(statement):
    details = DETAILS_OF.get(statement.term.facet)
    if statement.detail and (details is None or statement.detail not in details):
        raise ValidationError(
            {"detail": now("Only a language says who speaks it, and only an insurer says what it covers.")}
        )


class Statement(models.Model):
    """What a listing says about one term of a fact with many values. No row is no statement: it is not a no."""

    class Said(models.TextChoices):
        YES = "yes", _("Yes")
        NO = "no", _("No")

    listing = models.ForeignKey("directory.Listing", on_delete=models.CASCADE, related_name="statements")
    term = models.ForeignKey(
        "directory.Term",
        on_delete=models.PROTECT,
        related_name="statements",
        limit_choices_to=models.Q(facet__in=STATED_FACETS) & ~models.Q(slug=NOT_STATED),
    )
    answer = models.CharField(_("answer"), max_length=3, choices=Said, default=Said.YES)
    detail = models.CharField(
        _("how, or for what"),
        max_length=40,
        choices=DETAIL_CHOICES,
        blank=True,
        help_text=_("For a language: who speaks it. For an insurer: what it covers."),
    )
    stated_on = models.DateField(_("stated on"), null=True, blank=True)

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        ordering = ["term__facet", "term__position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["listing", "term", "detail"],
                name="one_statement_per_listing_term_and_detail",
                violation_error_message=_("This is stated twice."),
            ),
            models.CheckConstraint(condition=Q(answer__in=["yes", "no"]), name="statement_answer_is_yes_or_no"),
            models.CheckConstraint(
                condition=Q(detail="") | Q(detail__in=sorted(DETAILS)), name="statement_detail_is_known"
            ),
        ]

    def __str__(self):
        return f"{self.term}: {self.get_answer_display()}"

    def clean(self):
        rules = [can_be_stated, detail_fits] if self.term_id else []
        check(self, [*rules, not_in_the_future("stated_on")])
