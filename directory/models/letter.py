"""Letters that wait to be sent, and those that were: written in the transaction of their cause, never in a request."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.querysets import LetterQuerySet

# How long until the next try after each one that failed; after the last the letter is given up, and staff see it.
BACK_OFF = [
    timedelta(minutes=2),
    timedelta(minutes=10),
    timedelta(hours=1),
    timedelta(hours=4),
    timedelta(hours=12),
    timedelta(days=1),
    timedelta(days=2),
]
# Who takes a letter has this long to send it; then it is taken for lost on the way, and is tried again.
LEASE = timedelta(minutes=15)
# A code opens nothing after this long: a letter that still waits with one is given up instead of sent.
CODE_LASTS = timedelta(minutes=15)


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
    is_secret = models.BooleanField(
        _("has a secret in it"),
        default=False,
        editable=False,
        help_text=_(
            "A code or a link that opens something: only its reader may see it, and once sent its words are gone."
        ),
    )

    # Where is it?
    written_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)
    next_try_at = models.DateTimeField(_("next try"), default=timezone.now, null=True, editable=False, db_index=True)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0, editable=False)
    sent_at = models.DateTimeField(_("sent"), null=True, editable=False)
    refusal = models.CharField(_("why it could not be sent"), max_length=200, blank=True, editable=False)

    # The beginning of an occasion whose letter holds a code that opens an account, and soon runs out.
    HOLDS_A_CODE = "code:"

    objects = LetterQuerySet.as_manager()

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
    def write(cls, *, occasion, to, subject, text, html="", listing=None, is_secret=False) -> "Letter":
        """Puts it into the queue; for an occasion that has its letter already, that one."""
        words = {"to": to, "subject": " ".join(subject.split()), "text": text, "html": html, "listing": listing}
        words["is_secret"] = is_secret
        return cls.objects.get_or_create(occasion=occasion, defaults=words)[0]

    # Each verb is one statement that says from which state: of two processes that try, one does.

    def take(self) -> bool:
        """For the one that may send it now. False where another has it, or had it."""
        return self._move(next_try_at=timezone.now() + LEASE, tries=self.tries + 1)

    def was_sent(self) -> None:
        self._move(next_try_at=None, sent_at=timezone.now(), refusal="", **self._emptied(self.is_secret))

    def was_refused(self, why: str, *, for_good: bool = False) -> None:
        """Back into the queue for later, or given up."""
        is_last = for_good or self.tries > len(BACK_OFF)
        next_try_at = None if is_last else timezone.now() + BACK_OFF[self.tries - 1]
        self._move(next_try_at=next_try_at, refusal=why[:200], **self._emptied(is_last and self._holds_a_code))

    def was_not_tried(self) -> None:
        """The mail server could not be reached at all: that is no fault of the letter."""
        self._move(next_try_at=timezone.now() + BACK_OFF[0], tries=self.tries - 1)

    def try_again(self) -> None:
        """Staff have mended what was wrong with a letter that was given up. Raises ValidationError for any other."""
        if self.sent_at or self.next_try_at:
            raise ValidationError(_("It was not given up: it is sent, or waits for its next try."))
        self._move(next_try_at=timezone.now(), tries=0)

    @property
    def is_too_late(self) -> bool:
        """Its code has run out, and would only puzzle."""
        return self._holds_a_code and timezone.now() - self.written_at > CODE_LASTS

    @property
    def _holds_a_code(self) -> bool:
        return self.occasion.startswith(self.HOLDS_A_CODE)

    def _emptied(self, is_over: bool) -> dict[str, str]:
        """A secret is nobody's business once its letter has left, or never will: it would lie in the database, and in
        every backup, for whoever reads them while it is good. What remains says that there was a letter, and to whom.
        """
        return {"text": "", "html": ""} if is_over else {}

    def _move(self, **fields) -> bool:
        same = type(self).objects.filter(pk=self.pk, next_try_at=self.next_try_at, sent_at=None)
        if not same.update(**fields):
            return False
        for name, value in fields.items():
            setattr(self, name, value)
        return True
