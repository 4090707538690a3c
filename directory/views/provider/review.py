"""All that was written, what is missing, and the button that sends it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from directory.editing.review import Review
from directory.mine.crumbs import crumbs
from directory.models import Listing
from directory.models.returned import returned
from directory.provider_forms.consent import ConsentForm
from directory.views.provider.typed import sent_from


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def my_review(request, slug):
    listing = get_object_or_404(Listing.objects.editable_by(request.user), slug=slug)
    review = Review(listing)
    form = ConsentForm(request.POST if request.method == "POST" and review.may_be_sent else None)
    if form.is_bound and form.is_valid() and _is_sent(listing, form, by=request.user):
        return redirect("directory:my_review", listing.slug)
    context = {"review": review, "form": form, "crumbs": crumbs(listing, _("Look it over"))}
    return render(request, "directory/my_review.html", context)


@never_cache
@sent_from("directory:my_review")
@login_required
@require_POST
def my_withdraw(request, slug):
    listing = get_object_or_404(Listing.objects.editable_by(request.user), slug=slug)
    if "came_back" in request.POST:
        _give_up(request, returned(listing))
    elif change := listing.changes.waiting().first():
        _take_back(request, change)
    return redirect("directory:my_review", listing.slug)


def _give_up(request, change):
    if change:
        change.give_up(by=request.user)
        messages.success(request, _("Given up: what came back is not asked of you any more."))


def _take_back(request, change):
    try:
        change.withdraw(by=request.user)
    except ValidationError as refusal:
        # Our staff were quicker.
        messages.error(request, " ".join(refusal.messages))
    else:
        before = _("Taken back. Visitors see what was there before.")
        messages.success(request, before if change.listing.has_a_page else _("Taken back."))


def _is_sent(listing, form, *, by) -> bool:
    try:
        with transaction.atomic():
            listing.consent(by=by, version=form.cleaned_data["version"])
            listing.submit(by=by)
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
    return not form.errors
