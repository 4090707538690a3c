from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class FormerAddress(models.Model):
    """An address that a listing had on this site: whoever kept it is sent on to the one it has now."""

    slug = models.SlugField(_("address on this site"), max_length=120, unique=True)
    listing = models.ForeignKey(
        "directory.Listing", models.CASCADE, related_name="former_addresses", verbose_name=_("listing")
    )

    class Meta:
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")
        constraints = [
            models.CheckConstraint(condition=~Q(slug=""), name="former_address_is_not_blank"),
        ]

    def __str__(self):
        return self.slug

    @classmethod
    def keep(cls, slug, listing) -> None:
        """The listing leaves this address; and whatever it moves to is a former one of nobody any more."""
        cls.objects.update_or_create(slug=slug, defaults={"listing": listing})
        cls.objects.filter(slug=listing.slug).delete()
