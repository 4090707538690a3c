from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.markdown.certainty import CERTAINTIES
from articles.markdown.evidence import keys_in
from articles.models.loaded import LoadedRow
from articles.models.reference import Reference

# Not “official”: what a regulator decides is a fact of its own, and says nothing of how well a treatment works.
GRADES = [(word, CERTAINTIES[word]) for word in ("high", "moderate", "low", "very low", "expert")]
KEBAB_CASE = r"^[a-z0-9]+(-[a-z0-9]+)*$"


class EvidenceClaim(LoadedRow):
    """A sentence with how sure it is, its figures and its sources. Guides draw text, tables and plots from it."""

    # What is claimed
    key = models.CharField(
        _("key"), max_length=60, unique=True, help_text=_("How a text names it: [[depression-24-hours]].")
    )
    subject = models.CharField(
        _("what it is about"), max_length=120, help_text=_("Such as Treatment-resistant depression.")
    )
    sentence = models.TextField(_("in plain words"), max_length=400, help_text=_("The directory shows it, too."))
    certainty = models.CharField(_("certainty"), max_length=10, choices=GRADES, blank=True)

    # Its figures: a difference, with its interval where there is one; or a result in words
    studies = models.CharField(_("studies"), max_length=120, blank=True, help_text=_("Such as 17 trials, 809 people."))
    measure = models.CharField(
        _("measured as"), max_length=120, blank=True, help_text=_("Such as standardized effect.")
    )
    effect = models.DecimalField(_("difference"), max_digits=8, decimal_places=2, null=True, blank=True)
    low = models.DecimalField(_("95% CI from"), max_digits=8, decimal_places=2, null=True, blank=True)
    high = models.DecimalField(_("95% CI to"), max_digits=8, decimal_places=2, null=True, blank=True)
    higher_is_better = models.BooleanField(_("a higher figure is better"), default=True)
    result = models.CharField(
        _("result in words"),
        max_length=200,
        blank=True,
        help_text=_("Where there is no difference to give: 63% with ketamine and 32% with saline."),
    )
    comparator = models.CharField(_("compared with"), max_length=80, blank=True)
    time_point = models.CharField(_("when"), max_length=80, blank=True)

    # Where it stands
    references = models.ManyToManyField(Reference, verbose_name=_("references"), related_name="evidence_claims")
    condition = models.CharField(
        _("speaks for the condition"), max_length=60, blank=True, help_text=_("A value of the directory, such as trd.")
    )
    route = models.CharField(
        _("speaks for the route"),
        max_length=60,
        blank=True,
        help_text=_("A value of the directory, such as iv_infusion."),
    )

    class Meta:
        verbose_name = _("evidence claim")
        verbose_name_plural = _("evidence claims")
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(condition=Q(key__regex=KEBAB_CASE), name="evidence_claim_key_is_plain"),
            models.CheckConstraint(
                condition=Q(low=None, high=None)
                | Q(effect__isnull=False, low__isnull=False, high__isnull=False)
                & Q(effect__gte=F("low"), effect__lte=F("high")),
                name="evidence_claim_lies_in_its_interval",
                violation_error_message=_("An interval has both ends, and the difference lies in it."),
            ),
            models.CheckConstraint(
                condition=Q(effect=None) | Q(result="") & ~Q(measure="") & ~Q(comparator="") & ~Q(time_point=""),
                name="evidence_claim_figure_says_what_against_what_and_when",
                violation_error_message=_(
                    "A difference says how it is measured, compared with what, and when; it needs no result in words."
                ),
            ),
            models.CheckConstraint(
                condition=~Q(result__regex=r"[0-9]") | ~Q(comparator="") & ~Q(time_point=""),
                name="evidence_claim_result_in_figures_says_against_what_and_when",
                violation_error_message=_("A result in figures says compared with what, and when."),
            ),
            models.UniqueConstraint(
                "condition", condition=~Q(condition=""), name="one_evidence_claim_speaks_for_a_condition"
            ),
            models.UniqueConstraint("route", condition=~Q(route=""), name="one_evidence_claim_speaks_for_a_route"),
        ]

    def __str__(self):
        return self.key

    def as_kept(self):
        """What an edition keeps of it, and the notation reads."""
        names = ("key", "subject", "sentence", "certainty", "studies", "measure", "comparator", "time_point")
        return {
            **{name: getattr(self, name) for name in (*names, "condition", "route", "higher_is_better")},
            **{name: _as_written(getattr(self, name)) for name in ("effect", "low", "high")},
            # Editions of before there were any have no place for it.
            **({"result": self.result} if self.result else {}),
            "references": sorted(reference.key for reference in self.references.all()),
        }

    @classmethod
    def kept_for(cls, text):
        """{key: what is kept} of the claims that a text names."""
        return cls.kept_now(keys_in(text))

    @classmethod
    def kept_now(cls, keys):
        named = cls.objects.filter(key__in=keys).prefetch_related("references")
        return {claim.key: claim.as_kept() for claim in named}


def _as_written(figure):
    """0.50 stays as a paper gives it only in digits that say something: 0.5; 19.0 is 19."""
    return "" if figure is None else format(Decimal(figure).normalize(), "f")
