from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.lint import problems_of
from articles.loading import fingerprint
from articles.models.addresses import leads_to_page
from articles.models.claim import EvidenceClaim
from articles.models.edition import Edition
from articles.models.loaded import LoadedRow
from articles.models.people import Person, Topic
from articles.models.reference import Reference
from articles.models.section import Section
from articles.passages import head, passages
from articles.querysets import ArticleQuerySet

# Addresses directly under /articles/ that are no article.
RESERVED_SLUGS = ("feed", "glossary", "preview", "topics")


ABOUT_TYPES = ("Drug", "MedicalTherapy", "MedicalCondition", "MedicalProcedure")
ABOUT_EXAMPLE = '[{"@type": "Drug", "name": "Ketamine"}]'


def validate_about(value):
    """A list of the things in ABOUT_EXAMPLE's shape."""
    for thing in value if isinstance(value, list) else [value]:
        if not isinstance(thing, dict) or thing.keys() != {"@type", "name"} or thing["@type"] not in ABOUT_TYPES:
            raise ValidationError(_("Write %(example)s.") % {"example": ABOUT_EXAMPLE})


def in_a_year():
    return timezone.localdate() + timedelta(days=365)


class Article(LoadedRow):
    """The working copy. Readers see none of it until publish() makes an edition.

    draft → in review → reviewed → published. New words make a draft of what was reviewed or published.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        IN_REVIEW = "in_review", _("in review")
        REVIEWED = "reviewed", _("reviewed")
        PUBLISHED = "published", _("published")

    # Where it stands
    slug = models.SlugField(_("slug"), max_length=80, help_text=_("Its address; it stays once readers have it."))
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="en")
    topic = models.ForeignKey(Topic, models.PROTECT, verbose_name=_("topic"), related_name="articles")

    # What it says
    title = models.CharField(_("title"), max_length=200)
    summary = models.TextField(_("summary"), help_text=_("One paragraph, plain text: what a reader will learn."))
    text = models.TextField(_("text"), help_text=_("Markdown; sections begin with ##."))
    about = models.JSONField(
        _("about"),
        default=list,
        blank=True,
        validators=[validate_about],
        help_text=_("For search engines, in schema.org's words: %(example)s.") % {"example": ABOUT_EXAMPLE},
    )
    references = models.ManyToManyField(
        Reference,
        verbose_name=_("references"),
        related_name="articles",
        blank=True,
        help_text=_("What the text cites joins this list by itself."),
    )

    # In what state
    status = models.CharField(_("state"), max_length=10, choices=Status, default=Status.DRAFT, editable=False)
    settled_hash = models.CharField(max_length=64, blank=True, editable=False)

    # Who stands for it, and until when
    authors = models.ManyToManyField(Person, verbose_name=_("authors"), related_name="articles_written")
    written_on = models.DateField(_("written on"), default=timezone.localdate)
    reviewer = models.ForeignKey(
        Person,
        models.PROTECT,
        verbose_name=_("reviewed by"),
        related_name="articles_reviewed",
        null=True,
        blank=True,
        help_text=_("A clinician who has read this text. Without one, the page says that there was none."),
    )
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    next_review_on = models.DateField(_("next review due"), default=in_a_year)

    updated_at = models.DateTimeField(_("last saved"), auto_now=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(
                "language",
                "slug",
                name="one_article_per_language_and_slug",
                violation_error_message=_("There is already an article at this address."),
            ),
            models.CheckConstraint(
                condition=~Q(slug__in=RESERVED_SLUGS),
                name="article_slug_is_not_reserved",
                violation_error_message=_("This address is taken by a page of the site."),
            ),
            models.CheckConstraint(
                condition=Q(reviewer=None, reviewed_on=None) | Q(reviewer__isnull=False, reviewed_on__isnull=False),
                name="review_has_person_and_date",
                violation_error_message=_("A review needs both its date and the person who made it."),
            ),
            models.CheckConstraint(
                condition=Q(next_review_on__gt=F("written_on")),
                name="next_review_comes_after_writing",
                violation_error_message=_("The next review comes after the writing."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("articles:article_detail", kwargs={"slug": self.slug})

    def save(self, *args, **kwargs):
        """No review and no edition covers words that were written after it."""
        if self.status in (self.Status.REVIEWED, self.Status.PUBLISHED) and self.settled_hash != self._words_hash():
            self.status, self.reviewer, self.reviewed_on = self.Status.DRAFT, None, None
            if fields := kwargs.get("update_fields"):
                kwargs["update_fields"] = {*fields, "status", "reviewer", "reviewed_on"}
        super().save(*args, **kwargs)

    def clean(self):
        if self.reviewer and (problems := list(self.reviewer.review_problems())):
            raise ValidationError({"reviewer": problems})

    @transaction.atomic
    def send_to_review(self, *, by, reviewer, due_on):
        """Ask one person to read the working copy until a day."""
        self._lock()
        if self.reviews.open().exists():
            raise ValidationError(_("Somebody is reading this text already."))
        if due_on < timezone.localdate():
            raise ValidationError(_("The answer cannot be due in the past."))
        if problems := [*reviewer.review_problems(), *(problem.sentence for problem in self.problems())]:
            raise ValidationError(problems)
        review = self.reviews.create(reviewer=reviewer, due_on=due_on, asked_by=by)
        self.reviewer = self.reviewed_on = None
        self._settle(self.Status.IN_REVIEW)
        return review

    def take_review(self, review):
        """Called by Review.sign()."""
        self.reviewer, self.reviewed_on = review.reviewer, review.reviewed_on
        self._settle(self.Status.REVIEWED)

    def return_to_draft(self):
        """Called by Review.send_back()."""
        self.reviewer = self.reviewed_on = None
        self._settle(self.Status.DRAFT)

    def _settle(self, status):
        self.status, self.settled_hash = status, self._words_hash()
        self.save()

    def _words_hash(self):
        """The figures that the text draws from claims are words of it, too."""
        claims = self.claims_named()
        return fingerprint([self.title, self.summary, self.text, *([claims] if claims else [])])

    @property
    def is_reviewed(self):
        """Whether a review covers the words as they are now."""
        return self.reviewer is not None and self.settled_hash == self._words_hash()

    @property
    def open_review(self):
        return self.reviews.open().select_related("reviewer").first()

    def bring_review(self):
        """The words came out of a folder, and with them who has read them."""
        self._settle(self.Status.REVIEWED)

    def take_back(self):
        """Called by Edition.withdraw()."""
        self._settle(self.Status.REVIEWED if self.is_reviewed else self.Status.DRAFT)

    def publish(self, *, by, reason, correction="", at=None, beside=()):
        """Make the next edition of the working copy, which a clinician has reviewed as it is.

        `by` is None when no person but a set-up command publishes. `correction` says what was wrong before, when a
        mistake is mended. Readers get it now, or `at` a time to come.
        It may link to the articles `beside` it, which are published in the same step.
        """
        if not self.is_reviewed:
            raise ValidationError(_("Nobody has reviewed these words. Ask for a review, or say why there is none."))
        return self._publish(by=by, reason=reason, correction=correction, at=at, beside=beside)

    def publish_without_review(self, *, by, reason, because, correction="", at=None, beside=()):
        """The same for words that no clinician has read: readers are told so at the top, and why."""
        if self.is_reviewed:
            raise ValidationError(_("These words have been reviewed: publish them as they are."))
        if self.reviews.open().exists():
            raise ValidationError(_("Somebody is reading this text. Wait for the answer, or end the review first."))
        if not because.strip():
            raise ValidationError(_("Say why it is published without a review."))
        fields = {"correction": correction, "at": at, "unreviewed_because": because.strip()}
        return self._publish(by=by, reason=reason, beside=beside, **fields)

    @transaction.atomic
    def _publish(self, *, by, reason, beside, correction, at, unreviewed_because=""):
        self._lock()
        edition = self.as_edition(by=by, reason=reason.strip())
        edition.correction, edition.unreviewed_because = correction.strip(), unreviewed_because
        edition.published_at = at or timezone.now()
        self._refuse_this_time(edition)
        if problems := self.problems(beside):
            raise ValidationError([problem.sentence for problem in problems])
        if not edition.differs_from(self.current_edition):
            raise ValidationError(_("Nothing has changed since the last edition."))
        edition.full_clean()
        edition.save()
        Section.objects.write(self)
        self._settle(self.Status.PUBLISHED)
        return edition

    def _refuse_this_time(self, edition):
        if edition.published_at < timezone.now() - timedelta(minutes=1):
            raise ValidationError(_("An edition cannot come out in the past."))
        if edition.is_scheduled and edition.published_on >= edition.next_review_on:
            raise ValidationError(_("It would come out when its next review is due already. Choose an earlier time."))
        if self.scheduled_edition:
            raise ValidationError(_("An edition is scheduled already. Withdraw it first."))
        if edition.correction and edition.number == 1:
            raise ValidationError(_("A first edition corrects nothing."))

    def _lock(self):
        """Two at once would take the same number, or ask two people."""
        list(type(self).objects.select_for_update().filter(pk=self.pk))

    def as_edition(self, *, by=None, reason=""):
        """The working copy as an edition that is not saved: the next one, or a preview of it."""
        edition = Edition(
            article=self,
            number=(self.current_edition.number if self.current_edition else 0) + 1,
            reason=reason,
            published_by=by,
            title=self.title,
            summary=self.summary,
            about=self.about,
            text=self.text,
            authors=[person.as_named() for person in self.authors.all()],
            reviewer=self.reviewer.as_reviewer() if self.reviewer else None,
            written_on=self.written_on,
            reviewed_on=self.reviewed_on,
            next_review_on=self.next_review_on,
            claims=list(self.claims_named().values()),
            references=[reference.as_csl() for reference in self.references.all()],
        )
        edition.make()
        edition.keep_cited_references()
        return edition

    def passages(self):
        """All that a review covers, cut into what a comment can be anchored to."""
        return [head(self.title, self.summary), *passages(self.text, self.claims_named())]

    def claims_named(self):
        return EvidenceClaim.kept_for(self.text)

    def problems(self, beside=()):
        coming = {article.slug: article.text for article in (self, *beside)}
        return self.problems_in(self.text, self.references.all(), coming)

    @classmethod
    def problems_in(cls, text, references, coming):
        """Asked before anything is saved, too. `coming` are the texts that readers get together, by slug."""
        listed = {reference.key for reference in references}
        claims = EvidenceClaim.kept_for(text)
        return problems_of(text, listed=listed, claims=claims, leads_to_page=lambda href: leads_to_page(href, coming))

    @property
    def current_edition(self):
        return self.editions.readable().order_by("-number").first()

    @property
    def scheduled_edition(self):
        return self.editions.scheduled().first()
