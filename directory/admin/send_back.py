"""A listing that waits for review goes back to its provider with a reason."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.models import Listing


class SendBackForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Why? Its managers read this in a letter."),
        max_length=500,
        widget=forms.Textarea({"rows": 4, "cols": 60}),
    )

    def send(self, listing, *, by) -> bool:
        """False with the refusal at the form."""
        try:
            listing.send_back(by=by, reason=self.cleaned_data["reason"])
        except ValidationError as refusal:
            self.add_error(None, refusal)
            return False
        return True


def send_back(request, pk):
    """Behind `admin_view` of the listings' admin."""
    if not request.user.has_perm("directory.change_listing"):
        raise PermissionDenied
    listing = get_object_or_404(Listing, pk=pk)
    form = SendBackForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.send(listing, by=request.user):
        messages.success(request, _("Sent back."))
        return redirect("admin:directory_listing_change", listing.pk)
    context = {
        "title": _("Send it back"),
        "opts": Listing._meta,
        "original": listing,
        "form": form,
        "has_managers": listing.memberships.exists(),
    }
    return render(request, "admin/directory/listing/send_back.html", admin.site.each_context(request) | context)
