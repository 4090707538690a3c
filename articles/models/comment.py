from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.querysets import CommentQuerySet


class Comment(models.Model):
    """A remark on one passage of a working copy: the words it quotes, and the heading they stand under."""

    # On which passage
    article = models.ForeignKey("Article", models.CASCADE, verbose_name=_("article"), related_name="comments")
    anchor = models.CharField(_("section"), max_length=200, blank=True)
    quote = models.CharField(_("passage"), max_length=500)

    # Who says what
    words = models.TextField(_("comment"), max_length=2000)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("written by"), related_name="+", null=True, blank=True
    )
    written_at = models.DateTimeField(_("written"), default=timezone.now)

    # Whether it is settled
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("resolved by"),
        related_name="+",
        null=True,
        blank=True,
    )
    resolved_at = models.DateTimeField(_("resolved"), null=True, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["written_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(quote="") & ~Q(words=""), name="comment_has_passage_and_words"),
            models.CheckConstraint(
                condition=Q(resolved_by=None) | Q(resolved_at__isnull=False), name="who_resolved_says_when"
            ),
        ]

    def __str__(self):
        return self.words[:80]

    def clean(self):
        self.quote = " ".join(self.quote.split())
        if self.quote and not self.stands_in_its_section:
            raise ValidationError({"quote": _("These words do not stand in this section. Copy them from the text.")})

    def resolve(self, *, by):
        self._settle(by=by, at=timezone.now(), was_open=True)

    def reopen(self, *, by):
        """`by` is asked for as everywhere; only who resolved it last is kept."""
        self._settle(by=None, at=None, was_open=False)

    def _settle(self, *, by, at, was_open):
        rows = Comment.objects.filter(pk=self.pk, resolved_at__isnull=was_open)
        if not rows.update(resolved_by=by, resolved_at=at):
            raise ValidationError(_("Somebody has done that already."))
        self.resolved_by, self.resolved_at = by, at

    @property
    def is_open(self):
        return self.resolved_at is None

    @property
    def stands_in_its_section(self):
        cut = self.article.passages()
        return any(passage.anchor == self.anchor and self.quote in passage.words for passage in cut)
