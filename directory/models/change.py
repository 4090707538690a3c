"""What changed in a listing, who changed it and when: the one history, and what the public change log reads."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from directory.choices import answers_are_known


class Actor(models.TextChoices):
    PROVIDER = "provider", _("the provider")
    STAFF = "staff", _("our staff")
    SYSTEM = "system", _("the site itself")

    @classmethod
    def of(cls, user) -> "Actor":
        """`user` is None for what the site does by itself."""
        if user is None:
            return cls.SYSTEM
        return cls.STAFF if user.is_staff else cls.PROVIDER


class Change(models.Model):
    """Applied already. `fields` is {path: [old, new]}, such as `offerings.iv_infusion.price_session_min_usd`."""

    listing = models.ForeignKey("directory.Listing", models.CASCADE, related_name="changes", verbose_name=_("listing"))
    fields = models.JSONField(_("what changed"))
    actor = models.CharField(_("who"), max_length=10, choices=Actor)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True, blank=True, verbose_name=_("by")
    )
    reason = models.CharField(_("why"), max_length=500, blank=True)
    at = models.DateTimeField(_("when"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ["-at", "-pk"]
        constraints = [*answers_are_known("change", actor=Actor)]

    def __str__(self):
        return f"{self.listing}: {', '.join(self.fields)}"

    @classmethod
    def record(cls, listing, fields, *, by, actor="", reason="") -> "Change":
        """`by` is a user or None; `actor` says who it was where no account tells, as behind a link in a letter."""
        return cls.objects.create(listing=listing, fields=fields, by=by, actor=actor or Actor.of(by), reason=reason)
