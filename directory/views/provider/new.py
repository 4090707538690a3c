"""A listing that does not exist yet begins as a draft."""

from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from directory.provider_forms.new_listing import NewListingForm
from directory.provider_forms.steps import STEPS
from directory.views.provider.typed import keeps_typed, typed


@never_cache
@keeps_typed
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def my_new(request):
    form = NewListingForm(typed(request))
    alike = form.alike(by=request.user) if form.is_bound else []
    if request.method == "POST" and form.is_valid() and not alike:
        return redirect("directory:my_edit", form.begin(by=request.user).slug, STEPS[1].slug)
    context = {
        "form": form,
        "alike": alike,
        "crumbs": [(_("Your listings"), reverse("directory:mine")), (_("New listing"), None)],
    }
    return render(request, "directory/my_new.html", context)
