"""Closed for a while, open again, or off the site: each at once, and each by the listing's own verb."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from directory.keeping_forms import AwayForm
from directory.mine.crumbs import crumbs
from directory.models import Listing


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def my_away(request, slug):
    listing = get_object_or_404(Listing.objects.editable_by(request.user), slug=slug)
    form = AwayForm(listing, request.POST if request.method == "POST" else None)
    if form.is_valid() and _is_done(listing, form, by=request.user):
        return _go_on(request, listing, form.cleaned_data["deed"])
    context = {"listing": listing, "form": form, "crumbs": crumbs(listing, _("Close it, or take it down"))}
    return render(request, "directory/my_away.html", context)


def _is_done(listing, form, *, by) -> bool:
    try:
        getattr(listing, form.cleaned_data["deed"])(by=by)
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
    return not form.errors


def _go_on(request, listing, deed: str):
    """Whoever closes for a while is asked until when; visitors read it."""
    if deed == AwayForm.PAUSE:
        messages.success(request, _("It is closed for now. If you know when you open again, say it here."))
        return redirect("directory:my_edit", listing.slug, "away")
    done = _("Open again: visitors see it at once.") if deed == AwayForm.RESUME else _("It is off the site.")
    messages.success(request, done)
    return redirect("directory:my_listing", listing.slug)
