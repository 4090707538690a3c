"""What a person manages: all of it, and one listing of it."""

from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from directory.mine.crumbs import crumbs
from directory.mine.overview import Overview, entries
from directory.models import Listing


@never_cache
@login_required
@require_safe
def mine(request):
    context = {"overview": Overview(request.user), "crumbs": [(_("Your listings"), None)]}
    return render(request, "directory/mine.html", context)


@never_cache
@login_required
@require_safe
def my_listing(request, slug):
    found = entries(Listing.objects.editable_by(request.user).filter(slug=slug))
    if not found:
        raise Http404
    context = {"entry": found[0], "crumbs": crumbs(found[0].listing)}
    return render(request, "directory/my_listing.html", context)
