"""What anybody may read. None of it looks at who asks, so that no page carries a cookie."""

from django.conf import settings
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.structured_data import as_json_ld
from directory import jsonld
from directory.changelog.page import entries
from directory.landing import crumbs
from directory.models import FormerAddress, Listing
from directory.profile.absence import absence_of, alternatives
from directory.profile.page import Profile
from directory.results.page import SearchPage
from directory.views.counted import counts_page, counts_results, with_listed
from directory.views.kept import kept


@require_safe
@counts_results
@kept
def search(request):
    page = SearchPage(request.GET)
    return with_listed(render(request, "directory/search.html", {"search": page}), page.listed)


@require_safe
@counts_page
@kept
def listing_detail(request, slug):
    listing = Listing.objects.with_a_page().with_page_facts().with_visibility().filter(slug=slug).first()
    if not listing:
        return redirect(get_object_or_404(FormerAddress, slug=slug).listing, permanent=True)
    absence = absence_of(listing)
    context = {
        "listing": listing,
        "profile": Profile(listing),
        "absence": absence,
        "crumbs": crumbs.to_listing(listing),
    }
    if absence:
        context["alternatives"] = alternatives(listing)
    elif not listing.is_demonstration:
        context["json_ld"] = as_json_ld(jsonld.listing_page(listing, context["crumbs"], settings.SITE_URL))
    return render(request, "directory/listing_detail.html", context)


@require_safe
@kept
def listing_history(request, slug):
    listing = get_object_or_404(Listing.objects.with_a_page(), slug=slug)
    way = [*crumbs.to_listing(listing)[:-1], (listing.name, listing.get_absolute_url()), (_("What changed"), None)]
    context = {"listing": listing, "entries": entries(listing), "crumbs": way}
    return render(request, "directory/listing_history.html", context)
