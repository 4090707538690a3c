from django.conf import settings
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from directory.confirmations import confirmation_of
from directory.models import Listing
from directory.sheet import letter
from directory.sheet.page import Sheet
from directory.views.kept import kept


@require_safe
@kept
def listing_questions(request, slug):
    listing = get_object_or_404(Listing.objects.visible().with_page_facts(), slug=slug)
    sheet, address = Sheet(listing), settings.SITE_URL + request.path
    context = {
        "listing": listing,
        "sheet": sheet,
        "confirmation": confirmation_of(listing),
        "text": letter.plain_text(sheet, address),
        "mailto": letter.mailto(sheet, address),
        "crumbs": [
            (_("Find a provider"), reverse("directory:search")),
            (listing.name, listing.get_absolute_url()),
            (_("Questions to ask"), None),
        ],
    }
    return render(request, "directory/listing_questions.html", context)
