"""How often a listing was looked at in one week: two numbers, and nothing of who looked."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.querysets import SightingQuerySet


class Sighting(models.Model):
    """Added up by every process of the site; `week` is the Monday it begins with."""

    listing = models.ForeignKey(
        "directory.Listing", models.CASCADE, related_name="sightings", verbose_name=_("listing")
    )
    week = models.DateField(_("week of"))
    seen = models.PositiveBigIntegerField(_("page opened"), default=0)
    listed = models.PositiveBigIntegerField(_("stood in results"), default=0)

    objects = SightingQuerySet.as_manager()

    class Meta:
        verbose_name = _("count of a week")
        verbose_name_plural = _("counts of weeks")
        ordering = ["listing_id", "week"]
        constraints = [
            models.UniqueConstraint(fields=["listing", "week"], name="one_count_per_listing_and_week"),
        ]

    def __str__(self):
        return f"{self.listing_id}, {self.week}"
