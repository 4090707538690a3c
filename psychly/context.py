"""What every template may know about the site itself."""

from functools import lru_cache

from django.conf import settings
from django.db import transaction
from django.utils.functional import SimpleLazyObject

from directory.models import Listing
from directory.search import live


def site(request):
    return {
        "site_url": settings.SITE_URL,
        "contact_email": settings.CONTACT_EMAIL,
        "debug": settings.DEBUG,
        # Asked of the database only by the pages that speak of it.
        "demonstration": SimpleLazyObject(_demonstrates),
    }


def _demonstrates() -> bool:
    if transaction.get_connection().in_atomic_block:
        # What a transaction reads may never be true for others.
        return Listing.objects.demonstration().exists()
    return _remembered(live.version())


@lru_cache(maxsize=1)
def _remembered(version: str) -> bool:
    return Listing.objects.demonstration().exists()
