"""Letters that wait to be sent, and those that were: written in the transaction of their cause, never in a request."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Letter(models.Model):
    """One letter to one address."""

    # Which one?
    occasion = models.CharField(
        _("occasion"),
        max_length=200,
        unique=True,
        help_text=_("What it was written for. The same occasion never writes a second letter."),
    )
    listing = models.ForeignKey(
        "directory.Listing", models.SET_NULL, related_name="letters", null=True, blank=True, verbose_name=_("listing")
    )

    # What does it say?
    to = models.EmailField(_("to"))
    subject = models.CharField(_("subject"), max_length=200)
    text = models.TextField(_("text"))
    html = models.TextField(_("HTML"), blank=True)

    # Where is it?
    written_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)
    next_try_at = models.DateTimeField(_("next try"), default=timezone.now, null=True, editable=False, db_index=True)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0, editable=False)
    sent_at = models.DateTimeField(_("sent"), null=True, editable=False)
    refusal = models.CharField(_("why it could not be sent"), max_length=200, blank=True, editable=False)

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-written_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(sent_at__isnull=True) | models.Q(next_try_at__isnull=True),
                name="sent_letter_is_not_tried_again",
            ),
        ]

    def __str__(self):
        return f"{self.subject} ({self.written_at:%Y-%m-%d})"

    @classmethod
    def write(cls, *, occasion, to, subject, text, html="", listing=None) -> "Letter":
        """Puts it into the queue; for an occasion that has its letter already, that one."""
        words = {"to": to, "subject": " ".join(subject.split()), "text": text, "html": html, "listing": listing}
        return cls.objects.get_or_create(occasion=occasion, defaults=words)[0]
