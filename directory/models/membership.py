"""Who keeps a listing true: the people who sign in for it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Membership(models.Model):
    """One person's right to write at one listing. Whoever has none is a stranger to it."""

    listing = models.ForeignKey(
        "directory.Listing", models.CASCADE, related_name="memberships", verbose_name=_("listing")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships", verbose_name=_("person")
    )
    since = models.DateTimeField(_("since"), default=timezone.now, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("invited by"),
    )

    class Meta:
        verbose_name = _("manager of a listing")
        verbose_name_plural = _("managers of listings")
        ordering = ["since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["listing", "user"],
                name="one_membership_per_person_and_listing",
                violation_error_message=_("This person manages this listing already."),
            ),
        ]

    def __str__(self):
        return f"{self.user}: {self.listing}"
