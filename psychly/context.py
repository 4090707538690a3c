"""What every template may know about the site itself."""

from django.conf import settings
from django.utils.functional import SimpleLazyObject

from directory.models import Listing


def site(request):
    return {
        "site_url": settings.SITE_URL,
        "contact_email": settings.CONTACT_EMAIL,
        "debug": settings.DEBUG,
        # Asked of the database only by the pages that speak of it.
        "demonstration": SimpleLazyObject(Listing.objects.demonstration().exists),
    }
