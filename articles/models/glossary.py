from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.lint import problems_of
from articles.markdown import render, runs
from articles.markdown.headings import is_taken
from articles.models.loaded import LoadedRow
from articles.models.reference import Reference
from articles.querysets import GlossaryQuerySet

ANCHOR = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
# It becomes a heading, and must not be read as notation there.
WORDS = RegexValidator(
    r"^[A-Za-z0-9][^\\`*_\[\]{}<>|#!@\n]*$", _("Write it in plain words, beginning with a letter or a digit.")
)


class GlossaryEntry(LoadedRow):
    """A word that guides use, and what it means. Guides lead to it where the word first stands."""

    # Which word
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="en")
    word = models.CharField(
        _("word"),
        max_length=80,
        validators=[WORDS],
        help_text=_("Small letters are found in capitals, too; capital letters only as they are written."),
    )
    slug = models.SlugField(
        _("slug"), max_length=80, help_text=_("Its place on the page of the glossary; it stays once readers have it.")
    )
    other_forms = models.TextField(
        _("other forms"),
        blank=True,
        help_text=_("One on each line, such as the plural. They are marked, too."),
    )

    # What it means
    explanation = models.TextField(
        _("explanation"),
        validators=[MaxLengthValidator(500)],
        help_text=_("A sentence or two in Markdown, without links. What is said of medicine is cited: [@key]."),
    )
    references = models.ManyToManyField(
        Reference, verbose_name=_("references"), related_name="glossary_entries", editable=False
    )

    updated_at = models.DateTimeField(_("last saved"), auto_now=True)

    objects = GlossaryQuerySet.as_manager()

    class Meta:
        verbose_name = _("glossary entry")
        verbose_name_plural = _("glossary entries")
        ordering = [Lower("word")]
        constraints = [
            models.UniqueConstraint("language", "slug", name="one_glossary_entry_per_language_and_slug"),
            models.UniqueConstraint(
                "language",
                Lower("word"),
                name="one_glossary_entry_per_language_and_word",
                violation_error_message=_("This word is explained already."),
            ),
            models.CheckConstraint(
                condition=Q(slug__regex=ANCHOR),
                name="glossary_slug_is_an_anchor",
                violation_error_message=_("A slug has small letters, digits and single hyphens, such as half-life."),
            ),
        ]

    def __str__(self):
        return self.word

    def get_absolute_url(self):
        return f"{reverse('articles:glossary')}#{self.slug}"

    def save(self, *args, **kwargs):
        """What it cites is kept beside it, so that a reference in use is found."""
        super().save(*args, **kwargs)
        self.references.set(Reference.objects.filter(key__in=self._cited()))

    def clean(self):
        self.word, *others = self.forms or [""]
        self.other_forms = "\n".join(others)
        self._refuse_forms_that_are_no_words(others)
        if is_taken(self.slug) or self.slug.startswith("letter-"):
            raise ValidationError({"slug": _("This place is taken by a part of the page.")})
        if problems := list(self.problems()):
            raise ValidationError({"explanation": problems})

    def _refuse_forms_that_are_no_words(self, forms):
        try:
            for form in forms:
                WORDS(form)
        except ValidationError as refused:
            raise ValidationError({"other_forms": refused}) from refused

    def problems(self):
        """What keeps it from readers, in sentences."""
        known = set(Reference.objects.filter(key__in=self._cited()).values_list("key", flat=True))
        found = problems_of(self.explanation, listed=known, claims={}, leads_to_page=lambda href: True)
        yield from (problem.sentence for problem in found)
        rendered = render(self.explanation)
        if rendered.links:
            yield _("An explanation stands by itself, without links: cite its source.")
        if rendered.contents:
            yield _("An explanation has no headings.")

    def _cited(self):
        return [cited.key for cited in render(self.explanation).cited]

    @property
    def forms(self):
        lines = [self.word, *self.other_forms.splitlines()]
        return [form for line in lines if (form := " ".join(line.split()))]

    @property
    def plain(self):
        """The explanation as a guide shows it beside the word: its sources stand in the glossary."""
        return " ".join(run.block.words for run in runs(self.explanation, lambda key: "", lambda word: ""))

    @property
    def cites(self):
        return "[@" in self.explanation
