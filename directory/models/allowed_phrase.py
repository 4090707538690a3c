from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class AllowedPhrase(models.Model):
    """A phrase that no provider may publish, and that staff let this one publish: the reason is kept with it."""

    listing = models.ForeignKey(
        "directory.Listing", models.CASCADE, related_name="allowed_phrases", verbose_name=_("listing")
    )
    phrase = models.CharField(_("phrase"), max_length=160, help_text=_("As it stands in the text."))
    reason = models.CharField(_("why it is true here"), max_length=500)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True, editable=False, verbose_name=_("by")
    )
    at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        verbose_name = _("allowed phrase")
        verbose_name_plural = _("allowed phrases")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                "listing",
                Lower("phrase"),
                name="one_reason_per_listing_and_phrase",
                violation_error_message=_("This phrase is allowed already."),
            ),
            models.CheckConstraint(condition=~Q(phrase="") & ~Q(reason=""), name="allowed_phrase_has_its_reason"),
        ]

    def __str__(self):
        return self.phrase
