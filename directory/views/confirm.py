"""The one click behind the link of a letter: GET shows the facts, POST confirms them."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from directory.confirmation_links import read_token
from directory.models import Listing
from directory.profile.facts import facts_to_confirm

GONE = 410


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request, token):
    signed = read_token(token)
    if not signed or not (listing := _listing(signed.listing_pk)):
        return _page(request, {"is_void": True}, status=GONE)
    if request.method == "POST":
        listing.confirm_by_letter(since=signed.confirmed_on)
        return redirect(request.path)
    is_open = listing.confirmed_on == signed.confirmed_on
    facts = facts_to_confirm(listing) if is_open else []
    return _page(request, {"listing": listing, "facts": facts, "is_open": is_open})


def _listing(pk):
    return Listing.objects.confirmable().with_page_facts().filter(pk=pk).first()


def _page(request, context, status=200):
    crumbs = [(_("Confirm a listing"), None)]
    return render(request, "directory/confirm.html", context | {"crumbs": crumbs}, status=status)
