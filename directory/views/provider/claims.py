"""Somebody who signs in says that a listing is theirs. The page never shows what the listing keeps to itself."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from directory.keeping_forms import ClaimForm, CodeForm
from directory.limits import Limit
from directory.models import Claim, Listing
from directory.models.claim_rules import refusal_of
from directory.views.provider.typed import keeps_typed, sent_from, typed

TOO_MANY = 429
CLAIMS_OF_ONE = Limit("claims-person", 5)
CLAIMS_AT_ONE = Limit("claims-listing", 10)
LETTERS_TO_ONE = Limit("claim-letters-person", 8)
LETTERS_AT_ONE = Limit("claim-letters-listing", 12)
CODES_OF_ONE = Limit("claim-codes-person", 25)
CODES_AT_ONE = Limit("claim-codes-listing", 100)
TOO_OFTEN = gettext_lazy("That was too often for one day. Please try again tomorrow, or write to us.")


@never_cache
@keeps_typed
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def claim(request, slug):
    listing = get_object_or_404(Listing.objects.with_a_page(), slug=slug)
    form = ClaimForm(listing, typed(request))
    if request.method != "POST" or refusal_of(listing) or not form.is_valid():
        return _page(request, listing, form=form)
    if not _within(request, listing, CLAIMS_OF_ONE, CLAIMS_AT_ONE):
        form.add_error(None, TOO_OFTEN)
        return _page(request, listing, form=form, status=TOO_MANY)
    try:
        form.save(request.user)
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return _page(request, listing, form=form)
    return redirect(request.path)


@never_cache
@sent_from("directory:claim")
@login_required
@require_POST
def claim_code(request, slug):
    row, form = _own(request, slug), CodeForm(request.POST)
    if not form.is_valid():
        return _page(request, row.listing, code_form=form)
    if not _within(request, row.listing, CODES_OF_ONE, CODES_AT_ONE):
        form.add_error(None, TOO_OFTEN)
        return _page(request, row.listing, code_form=form, status=TOO_MANY)
    try:
        row.prove(form.cleaned_data["code"])
    except ValidationError as refusal:
        form.add_error("code", refusal)
        return _page(request, row.listing, code_form=form)
    messages.success(request, _("Thank you, the code is right."))
    return redirect(row)


@never_cache
@sent_from("directory:claim")
@login_required
@require_POST
def claim_again(request, slug):
    row = _own(request, slug)
    if not _within(request, row.listing, LETTERS_TO_ONE, LETTERS_AT_ONE):
        messages.error(request, TOO_OFTEN)
        return redirect(row)
    _do(request, row.send_again, _("A new code is on its way. The one before does not work any more."))
    return redirect(row)


@never_cache
@sent_from("directory:claim")
@login_required
@require_POST
def claim_withdraw(request, slug):
    row = _own(request, slug)
    _do(request, row.withdraw, _("Your claim is withdrawn."))
    return redirect(row)


def _own(request, slug) -> Claim:
    claims = Claim.objects.open().of(request.user).select_related("listing", "user")
    return get_object_or_404(claims, listing__slug=slug)


def _within(request, listing, of_one: Limit, at_one: Limit) -> bool:
    """Both are counted, so that neither one person nor many together can try all day."""
    return of_one.allows(str(request.user.pk)) and at_one.allows(str(listing.pk))


def _do(request, verb, done: str) -> None:
    try:
        verb()
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, done)


def _page(request, listing, form=None, code_form=None, status=200):
    claims = Claim.objects.of(request.user).filter(listing=listing)
    context = {
        "listing": listing,
        "refusal": refusal_of(listing),
        "is_manager": listing.memberships.of(request.user).exists(),
        "has_manager": listing.memberships.exists(),
        "claim": claims.open().first(),
        "last": claims.decided().first(),
        "form": form or ClaimForm(listing),
        "code_form": code_form or CodeForm(),
        "crumbs": [(listing.name, listing.get_absolute_url()), (_("Claim this listing"), None)],
    }
    return render(request, "directory/claim.html", context, status=status)
