"""The one click of who is signed in: GET shows the facts, POST confirms them."""

from datetime import date

from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from directory.mine.crumbs import crumbs
from directory.mine.links import EDIT, link
from directory.models import Listing
from directory.profile.facts import facts_to_confirm


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def my_confirm(request, slug):
    listing = get_object_or_404(Listing.objects.editable_by(request.user).with_page_facts(), slug=slug)
    if request.method == "POST":
        listing.confirm_signed_in(since=_since(request), by=request.user)
        return redirect(request.path)
    is_open = listing.is_confirmable and listing.days_since_confirmation > 0
    context = {
        "listing": listing,
        "facts": facts_to_confirm(listing) if is_open else [],
        "is_open": is_open,
        "edit": link(EDIT, slug=slug),
        "crumbs": crumbs(listing, _("Confirm it")),
    }
    return render(request, "directory/my_confirm.html", context)


def _since(request) -> date | None:
    """What was last confirmed when the page was shown. None confirms nothing."""
    try:
        return parse_date(request.POST.get("since", ""))
    except ValueError:
        return None
