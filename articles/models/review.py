from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.models.people import Person
from articles.querysets import ReviewQuerySet


class Review(models.Model):
    """One round: who was asked to read an article, by when, and what they decided. A decided round is final."""

    class Status(models.TextChoices):
        ASKED = "asked", _("asked")
        SIGNED = "signed", _("signed")
        SENT_BACK = "sent_back", _("sent back")

    # Who reads what, and until when
    article = models.ForeignKey("Article", models.CASCADE, verbose_name=_("article"), related_name="reviews")
    reviewer = models.ForeignKey(Person, models.PROTECT, verbose_name=_("reviewer"), related_name="reviews")
    due_on = models.DateField(_("answer due"))
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("asked by"), related_name="+", null=True, blank=True
    )
    asked_at = models.DateTimeField(_("asked"), default=timezone.now)

    # What they decided, and who recorded it
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.ASKED)
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("recorded by"),
        related_name="+",
        null=True,
        blank=True,
    )
    decided_at = models.DateTimeField(_("recorded"), null=True, blank=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint("article", condition=Q(status="asked"), name="one_open_review_per_article"),
            models.CheckConstraint(
                condition=Q(status="asked", decided_at=None) | ~Q(status="asked") & Q(decided_at__isnull=False),
                name="decided_review_says_when",
            ),
            models.CheckConstraint(
                condition=Q(status="signed", reviewed_on__isnull=False) | ~Q(status="signed") & Q(reviewed_on=None),
                name="signed_review_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(status="sent_back") | ~Q(note=""), name="review_is_sent_back_with_a_reason"
            ),
        ]

    def __str__(self):
        return _("%(article)s, read by %(reviewer)s") % {"article": self.article, "reviewer": self.reviewer}

    @transaction.atomic
    def sign(self, *, by, on=None):
        """The reviewer stands for the words as they are now."""
        on = on or timezone.localdate()
        self._refuse_this_day(on)
        if waiting := self.article.comments.open().count():
            raise ValidationError(_still_open(waiting) % {"count": waiting})
        self._decide(self.Status.SIGNED, by=by, reviewed_on=on)
        self.article.take_review(self)

    def _refuse_this_day(self, on):
        """Readers are told the day, and that the person stands for these words: neither may be older than the other."""
        if on > timezone.localdate():
            raise ValidationError(_("A review cannot be signed before its day."))
        if on < (asked := timezone.localdate(self.asked_at)):
            said = _("The review was asked for on %(day)s. It cannot be older than that.")
            raise ValidationError(said % {"day": date_format(asked)})
        if on < (saved := timezone.localdate(self.article.updated_at)):
            said = _("The text was last saved on %(day)s. A review of an earlier day does not cover it as it is now.")
            raise ValidationError(said % {"day": date_format(saved)})

    @transaction.atomic
    def send_back(self, *, by, note):
        """The text needs more work, or this person does not read it after all."""
        if not note.strip():
            raise ValidationError(_("Say why it goes back."))
        self._decide(self.Status.SENT_BACK, by=by, note=note.strip())
        self.article.return_to_draft()

    def _decide(self, status, *, by, **fields):
        decided = {"status": status, "decided_by": by, "decided_at": timezone.now(), **fields}
        if not Review.objects.open().filter(pk=self.pk).update(**decided):
            raise ValidationError(_("This review has been decided already."))
        for name, value in decided.items():
            setattr(self, name, value)

    @property
    def is_open(self):
        return self.status == self.Status.ASKED

    @property
    def is_overdue(self):
        return self.is_open and self.due_on < timezone.localdate()


def _still_open(count):
    return ngettext(
        "%(count)s comment is still open. Resolve it first.",
        "%(count)s comments are still open. Resolve them first.",
        count,
    )
