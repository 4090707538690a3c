"""A listing that waits for review becomes public, from its own page, where it was read."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from directory.models import Listing


class PublishForm(forms.Form):
    """`read_since` is when its reader opened it: what its provider wrote later is not published unread."""

    read_since = forms.DateTimeField(widget=forms.HiddenInput)

    def publish(self, listing, *, by) -> bool:
        """False with each refusal at the form."""
        try:
            listing.publish(by=by, as_of=self.cleaned_data["read_since"])
        except ValidationError as refusal:
            self.add_error(None, refusal.messages)
        return not self.errors


def publish(request, pk):
    """Behind `admin_view` of the listings' admin."""
    if not request.user.has_perm("directory.change_listing"):
        raise PermissionDenied
    listing = get_object_or_404(Listing, pk=pk)
    since = request.GET.get("since") or timezone.now().isoformat()
    form = PublishForm(request.POST if request.method == "POST" else None, initial={"read_since": since})
    if form.is_valid() and form.publish(listing, by=request.user):
        messages.success(request, _("It is public now."))
        return redirect("admin:directory_listing_change", listing.pk)
    context = {
        "title": _("Publish it"),
        "opts": Listing._meta,
        "original": listing,
        "form": form,
        "problems": listing.publication_problems(),
        "has_managers": listing.memberships.exists(),
    }
    return render(request, "admin/directory/listing/publish.html", admin.site.each_context(request) | context)
