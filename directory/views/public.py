"""What anybody may read. None of it looks at who asks, so that no page carries a cookie."""

from django.conf import settings
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import condition, require_safe

from articles.structured_data import as_json_ld
from directory import jsonld
from directory.etags import page_etag
from directory.models import Listing
from directory.profile.page import Profile
from directory.results.page import SearchPage


@require_safe
@condition(etag_func=page_etag)
def search(request):
    return render(request, "directory/search.html", {"search": SearchPage(request.GET)})


@require_safe
@condition(etag_func=page_etag)
def listing_detail(request, slug):
    listing = get_object_or_404(Listing.objects.visible().with_page_facts(), slug=slug)
    context = {"listing": listing, "profile": Profile(listing), "crumbs": [_search(), (listing.name, None)]}
    if not listing.is_demonstration:
        context["json_ld"] = as_json_ld(jsonld.listing_page(listing, context["crumbs"], settings.SITE_URL))
    return render(request, "directory/listing_detail.html", context)


def _search():
    return _("Find a provider"), reverse("directory:search")
