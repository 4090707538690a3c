from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from directory.keeping_forms import SecondAddressForm
from directory.limits import Limit
from directory.mine.crumbs import crumbs
from directory.models import Listing
from directory.models.copying import copy_listing
from directory.views.provider.typed import keeps_typed, typed

TOO_MANY = 429
COPIES_OF_ONE = Limit("copies-person", 20)


@never_cache
@keeps_typed
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def my_copy(request, slug):
    listing = get_object_or_404(Listing.objects.editable_by(request.user), slug=slug)
    form = SecondAddressForm(listing, typed(request))
    if request.method != "POST" or not form.is_valid():
        return _page(request, listing, form)
    if not COPIES_OF_ONE.allows(str(request.user.pk)):
        form.add_error(None, _("Too many copies for one day. Please try again tomorrow."))
        return _page(request, listing, form, status=TOO_MANY)
    copy = copy_listing(listing, by=request.user, **form.cleaned_data)
    messages.success(request, _("This is a draft for your second address. Only you and our staff can see it."))
    return redirect("directory:my_listing", copy.slug)


def _page(request, listing, form, status=200):
    context = {"listing": listing, "form": form, "crumbs": crumbs(listing, _("Copy to a second address"))}
    return render(request, "directory/my_copy.html", context, status=status)
