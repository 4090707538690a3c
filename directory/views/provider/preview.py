"""The page of a listing as visitors will find it, for nobody but its managers."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from directory.mine.crumbs import crumbs
from directory.models import Listing
from directory.profile.latest import as_said
from directory.profile.page import Profile


@never_cache
@login_required
@require_safe
def my_preview(request, slug):
    listing = get_object_or_404(Listing.objects.editable_by(request.user).with_page_facts(), slug=slug)
    shown = as_said(listing, listing.latest_words())
    context = {
        "listing": shown,
        "profile": Profile(shown),
        "crumbs": crumbs(listing, _("Preview")),
    }
    return render(request, "directory/my_preview.html", context)
