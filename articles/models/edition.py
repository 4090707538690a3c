import json
from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from articles import written
from articles.finality import ANSWERED_FOR, FINAL, SAID, refuse_changed_words, refuse_deletion
from articles.markdown import render
from articles.markdown.opening import take_box
from articles.markdown.retracted import mark_retracted
from articles.markdown.terms import mark_terms
from articles.models.entry import Entry, made_of
from articles.models.glossary import GlossaryEntry
from articles.models.notice import Notice
from articles.models.section import Section
from articles.querysets import EditionQuerySet, standings

WORDS_A_MINUTE = 220
CORRECTIONS_SHOWN_FOR = timedelta(days=365)


class Edition(models.Model):
    """What readers see: one numbered state of an article that never changes; its HTML can be made again."""

    # Which one
    article = models.ForeignKey("Article", models.PROTECT, verbose_name=_("article"), related_name="editions")
    number = models.PositiveIntegerField(_("number"))
    reason = models.TextField(_("what changed and why"))
    correction = models.TextField(_("what was wrong"), blank=True)
    published_at = models.DateTimeField(_("published"), default=timezone.now)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("published by"),
        related_name="+",
        null=True,
        blank=True,
    )

    # What it says
    title = models.CharField(_("title"), max_length=200)
    summary = models.TextField(_("summary"))
    text = models.TextField(_("text"))
    about = models.JSONField(_("about"), default=list, blank=True)
    references = models.JSONField(_("references"), default=list, blank=True, help_text=_("CSL-JSON, in order of use."))
    claims = models.JSONField(_("evidence claims"), default=list, blank=True)

    # Who stood for it, and until when
    authors = models.JSONField(_("authors"), default=list, blank=True)
    reviewer = models.JSONField(_("reviewed by"), null=True, blank=True)
    written_on = models.DateField(_("written on"))
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    unreviewed_because = models.TextField(_("why without a review"), blank=True)
    next_review_on = models.DateField(_("next review due"))

    # What is made from it
    html = models.TextField(editable=False, blank=True)
    contents = models.JSONField(editable=False, default=list)
    entries_made = models.JSONField(editable=False, default=list)
    certainties = models.JSONField(editable=False, default=list)
    word_count = models.PositiveIntegerField(editable=False, default=0)

    objects = EditionQuerySet.as_manager()

    MADE = ("html", "contents", "entries_made", "certainties", "word_count")

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["article", "-number"]
        constraints = [
            models.UniqueConstraint("article", "number", name="one_edition_per_article_and_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="edition_number_is_positive"),
            models.CheckConstraint(condition=~Q(reason=""), name="edition_has_a_reason"),
            models.CheckConstraint(
                condition=Q(unreviewed_because="") | Q(reviewed_on=None), name="only_unreviewed_edition_says_why"
            ),
        ]

    def __str__(self):
        return _("%(title)s, edition %(number)s") % {"title": self.title, "number": self.number}

    def save(self, *args, **kwargs):
        if not self._state.adding:
            stored = type(self)._base_manager.get(pk=self.pk)
            refuse_changed_words(name for name in FINAL if getattr(stored, name) != getattr(self, name))
        super().save(*args, **kwargs)
        written.announce()

    def get_absolute_url(self):
        """The permanent address; the article's own address shows the newest edition."""
        kwargs = {"slug": self.article.slug, "number": self.number}
        return reverse("articles:edition_detail", kwargs=kwargs)

    def delete(self, *args, **kwargs):
        refuse_deletion()

    @transaction.atomic
    def withdraw(self, *, by):
        """Before it is out; no reader has its address yet. `by` is kept in the history of the article."""
        # No lock on its key: whoever writes sections of it meanwhile asks for that, and is waited for below.
        if not Edition.objects.scheduled().select_for_update(no_key=True).filter(pk=self.pk).exists():
            refuse_deletion()
        Section.objects.drop(self)
        models.Model.delete(self)
        self.article.take_back()

    def make(self):
        """Derive everything that is made from the words."""
        for name in ("entries", "entries_told", "opening", "_marked"):
            self.__dict__.pop(name, None)
        by_key = {csl["id"]: csl for csl in self.references}
        with override(self.article.language):
            rendered = render(self.text, known=by_key.keys(), claims=self.claims_by_key)
        self.html, self.word_count = rendered.html, rendered.word_count
        self.contents = [heading._asdict() for heading in rendered.contents]
        self.certainties = rendered.certainties
        self.entries_made = made_of(rendered.cited, by_key)

    def keep_cited_references(self):
        """In the order of their numbers."""
        by_key = {csl["id"]: csl for csl in self.references}
        self.references = [by_key[made["key"]] for made in self.entries_made]

    @transaction.atomic
    def remake(self):
        """For when the renderer or the citation style got better. Returns whether anything came out new."""
        before = [getattr(self, name) for name in self.MADE]
        self.make()
        changed = before != [getattr(self, name) for name in self.MADE]
        if changed:
            self.save(update_fields=self.MADE)
            if self in (self.article.current_edition, self.article.scheduled_edition):
                Section.objects.write(self.article)
        return changed

    def differs_from(self, other):
        return other is None or any(getattr(self, name) != getattr(other, name) for name in SAID + ANSWERED_FOR)

    def words_differ_from(self, other):
        """What readers read, the printed references included; not who stands for it and when the next review is due."""
        return self._words() != other._words()

    def _words(self):
        return self.title, self.summary, self.text, self.claims, [made["html"] for made in self.entries_made]

    @property
    def claims_by_key(self):
        return {claim["key"]: claim for claim in self.claims}

    @cached_property
    def entries(self):
        """The reference list as the page prints it."""
        by_key = {csl["id"]: csl for csl in self.references}
        return [Entry(by_key[made["key"]], made, self.standings.get(made["key"])) for made in self.entries_made]

    @cached_property
    def entries_told(self):
        """All that the list of sources says, as text that can be compared."""
        rows = [[entry.csl, entry.made, entry.standing and vars(entry.standing)] for entry in self.entries]
        return json.dumps(rows, default=str)

    @cached_property
    def standings(self):
        """What became of the sources since, by key: laid over the words at the time of reading, which never change."""
        return standings(self._notices)

    @property
    def retracted(self):
        return [entry for entry in self.entries if entry.standing and entry.standing.is_retracted]

    @property
    def html_as_read(self):
        return self._marked[0]

    @cached_property
    def opening(self):
        """Its HTML in two: where to turn in a crisis, and the rest."""
        return take_box(self.html_as_read)

    @property
    def terms(self):
        """What the glossary explains of its words, in the order of the text: of today, laid over words that stay."""
        return [self._glossary[slug] for slug in self._marked[1]]

    @cached_property
    def _marked(self):
        forms = {form: entry.slug for entry in self._glossary.values() for form in entry.forms}
        with override(self.article.language):
            html = mark_retracted(self.html, {entry.key for entry in self.retracted})
        return mark_terms(html, forms, reverse("articles:glossary"))

    @cached_property
    def _glossary(self):
        return {entry.slug: entry for entry in GlossaryEntry.objects.in_language(self.article.language)}

    @property
    def references_as_read(self):
        """For files: what became of a source stands among our remarks."""
        return [
            {**csl, "custom": {**csl.get("custom", {}), "standing": self.standings[csl["id"]].note}}
            if csl["id"] in self.standings
            else csl
            for csl in self.references
        ]

    @property
    def modified_at(self):
        """When its words or the notices about its sources were last written."""
        return max([self.published_at, *(notice["recorded_at"] for notice in self._notices)])

    @property
    def page_modified_at(self):
        """The same for its page, where words are explained, too."""
        return max([self.modified_at, *(entry.updated_at for entry in self.terms)])

    @cached_property
    def _notices(self):
        """with_notices_noted() knows of most editions that there is none."""
        known_to_have_none = getattr(self, "is_noted", True) is False
        return [] if known_to_have_none else list(Notice.objects.about([csl["id"] for csl in self.references]))

    @property
    def sections(self):
        """The contents as a reader scans them: each second-level heading with the third-level ones under it."""
        sections = []
        for heading in self.contents:
            if heading["level"] == 2:
                sections.append({"heading": heading, "parts": []})
            elif heading["level"] == 3 and sections:
                sections[-1]["parts"].append(heading)
        return sections

    @property
    def reading_minutes(self):
        return max(1, round(self.word_count / WORDS_A_MINUTE))

    @property
    def published_on(self):
        return timezone.localdate(self.published_at)

    @property
    def is_overdue(self):
        return self.next_review_on < timezone.localdate()

    @cached_property
    def earlier(self):
        """The editions before this one, newest first, without their words; the first has none to ask for."""
        if self.number == 1:
            return []
        return list(self.article.editions.filter(number__lt=self.number).order_by("-number").without_text())

    @property
    def corrections(self):
        """Of the last 12 months, newest first: each edition that mended a mistake."""
        since = timezone.now() - CORRECTIONS_SHOWN_FOR
        return [each for each in (self, *self.earlier) if each.correction and each.published_at > since]

    @property
    def is_scheduled(self):
        return self.published_at > timezone.now()

    @property
    def reviewed_before(self):
        """The last edition before this one that a clinician had reviewed."""
        return next((edition for edition in self.earlier if edition.reviewer), None)

    @cached_property
    def checklists(self):
        """The lists to tick, as plain words; the text is read again only where there are some."""
        return render(self.text).checklists if 'class="checklist"' in self.html else []

    @property
    def has_crisis_box(self):
        return 'class="callout callout-crisis"' in self.html
