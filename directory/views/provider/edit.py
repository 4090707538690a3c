"""One step of a listing's form: saved at once while it is a draft, sent to staff once readers have seen it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from directory import vocabulary
from directory.editing.page import EditPage, has_warnings, next_step
from directory.editing.sending import Stored, said_of
from directory.mine.crumbs import crumbs
from directory.models import Listing
from directory.models.returned import laid_back
from directory.provider_forms.said import Said
from directory.provider_forms.step_form import StepForm
from directory.provider_forms.steps import STEP
from directory.views.provider.typed import keeps_typed, typed


@never_cache
@keeps_typed
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def my_edit(request, slug, step):
    if step not in STEP:
        raise Http404
    # Whoever writes holds the row, so that nobody else writes between what is compared and what is saved.
    listings = Listing.objects.editable_by(request.user)
    held = listings.select_for_update() if request.method == "POST" else listings
    listing = get_object_or_404(held, slug=slug)
    stored = listing.latest_words()
    said = Said(listing, laid_back(stored, listing.returned_words()), vocabulary.current())
    form = StepForm(STEP[step], said, typed(request), stored)
    if request.method == "POST" and form.is_valid():
        before = Stored.of(listing)
        if _is_saved(form, by=request.user):
            return _go_on(request, listing, form, before)
    page = EditPage(listing, STEP[step], form)
    context = {"page": page, "form": form, "crumbs": crumbs(listing, str(page.step.title))}
    return render(request, "directory/my_edit.html", context)


def _is_saved(form: StepForm, *, by) -> bool:
    try:
        with transaction.atomic():
            form.said.listing.propose(form.moved, by=by)
    except ValidationError as refusal:
        form.refuse(refusal)
    return not form.errors


def _go_on(request, listing, form, before: Stored):
    """To the next step of a draft; back here where a phrase needs another look, or where staff have it now."""
    is_news = bool(form.moved)
    if is_news:
        messages.success(request, said_of(listing, before))
    stays = "stay" in request.POST or (is_news and (listing.has_been_public or has_warnings(form)))
    following = form.step if stays else next_step(form.step)
    if "leave" in request.POST or following is None:
        return redirect("directory:my_review", listing.slug)
    return redirect("directory:my_edit", listing.slug, following.slug)
