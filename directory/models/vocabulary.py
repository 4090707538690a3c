from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.models.loaded import LoadedRow

GUIDE_SLUG = "ketamine-iv-infusions"
SNAKE_CASE = r"^[a-z0-9]+(_[a-z0-9]+)*$"
KEBAB_CASE = r"^[a-z0-9]+(-[a-z0-9]+)*$"
# The search index keeps a listing's terms as unsigned numbers of 16 bits; 0 stays free.
LARGEST_NUMBER = 65_535


class TermQuerySet(models.QuerySet):
    def in_facet(self, name):
        return self.filter(facet=name)

    def numbers(self) -> dict[tuple[str, str], int]:
        """The number of every term by its facet and slug."""
        return {(facet, slug): number for facet, slug, number in self.values_list("facet", "slug", "number")}

    def numbers_and_labels(self) -> dict[tuple[str, str], tuple[int, str]]:
        rows = self.order_by().values_list("facet", "slug", "number", "label")
        return {(facet, slug): (number, label) for facet, slug, number, label in rows}


class Term(LoadedRow):
    """One choice that visitors filter or compare by."""

    # Which choice is it?
    facet = models.CharField(_("facet"), max_length=40, help_text=_("The parameter of the search."))
    slug = models.CharField(_("value"), max_length=60, help_text=_("What the address of a search says."))
    number = models.PositiveIntegerField(_("number"), help_text=_("Its number in the search index, never reused."))

    # What do visitors read?
    label = models.CharField(_("label"), max_length=60)
    explanation = models.CharField(_("explanation"), max_length=240, help_text=_("One plain sentence."))
    guide_anchor = models.CharField(
        _("section of the guide"), max_length=60, blank=True, help_text=_("The part of the guide's address after #.")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=999, help_text=_("Small numbers come first."))

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("vocabulary")
        ordering = ["facet", "position", "number"]
        constraints = [
            models.UniqueConstraint(fields=["facet", "slug"], name="one_term_per_facet_and_slug"),
            models.UniqueConstraint(fields=["number"], name="term_number_is_unique"),
            models.CheckConstraint(
                condition=Q(number__range=(1, LARGEST_NUMBER)),
                name="term_number_fits_16_bits",
                violation_error_message=_("The number must be from 1 to 65535."),
            ),
            models.CheckConstraint(
                condition=Q(facet__regex=SNAKE_CASE),
                name="term_facet_is_snake_case",
                violation_error_message=_("A facet is lower-case letters and digits, joined by single underscores."),
            ),
            models.CheckConstraint(
                condition=Q(slug__regex=SNAKE_CASE),
                name="term_slug_is_snake_case",
                violation_error_message=_("A slug is lower-case letters and digits, joined by single underscores."),
            ),
            models.CheckConstraint(
                condition=Q(guide_anchor="") | Q(guide_anchor__regex=KEBAB_CASE),
                name="term_guide_anchor_is_plain_or_blank",
                violation_error_message=_("Write the section as its address does, such as “side-effects”."),
            ),
            models.CheckConstraint(condition=~Q(label=""), name="term_has_a_label"),
            models.CheckConstraint(
                condition=Q(explanation__endswith="."),
                name="term_explanation_is_a_sentence",
                violation_error_message=_("The explanation ends with a full stop."),
            ),
        ]

    def __str__(self):
        return f"{self.label} ({self.facet})"

    @property
    def guide_url(self) -> str:
        """The section of the guide that tells more, or nothing where there is none."""
        if not self.guide_anchor:
            return ""
        return f"{reverse('articles:article_detail', args=[GUIDE_SLUG])}#{self.guide_anchor}"
