"""The way to a page about one of the own listings."""

from django.urls import reverse
from django.utils.translation import gettext as _

Crumb = tuple[str, str | None]


def crumbs(listing, here: str = "") -> list[Crumb]:
    """`here` is the page below that of the listing; without it, that one."""
    hub = reverse("directory:my_listing", args=[listing.slug])
    last: list[Crumb] = [(listing.name, hub), (here, None)] if here else [(listing.name, None)]
    return [(_("Your listings"), reverse("directory:mine")), *last]
