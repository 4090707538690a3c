"""What staff decide about a listing with a reason that its managers read, each from a page of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _

from directory.models import Listing


@dataclass(frozen=True)
class Deed:
    """Its words are translated when they are shown."""

    title: Any
    words: Any
    button: Any
    done: Any
    verb: Callable


SEND_BACK = Deed(
    _("Send it back"),
    _("It becomes a draft again, with all that was written in it. Its managers can mend it and send it once more."),
    _("Send back with this reason"),
    _("Sent back."),
    Listing.send_back,
)
SUSPEND = Deed(
    _("Take it off the site"),
    _("Visitors do not find it any more, and its page is gone. Its managers can still correct it and answer you."),
    _("Take it off with this reason"),
    _("It is off the site now."),
    Listing.suspend,
)
RESTORE = Deed(
    _("Show it again"),
    _("It comes back as it was before it was taken off, with what was corrected since."),
    _("Show it again with this reason"),
    _("It is on the site again."),
    Listing.restore,
)


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Why? Its managers read this in a letter."),
        max_length=500,
        widget=forms.Textarea({"rows": 4, "cols": 60}),
    )

    def decide(self, verb: Callable, listing, *, by) -> bool:
        """False with each refusal at the form."""
        try:
            verb(listing, by=by, reason=self.cleaned_data["reason"])
        except ValidationError as refusal:
            self.add_error(None, refusal.messages)
        return not self.errors


def send_back(request, pk):
    return _decided(request, pk, SEND_BACK)


def suspend(request, pk):
    return _decided(request, pk, SUSPEND)


def restore(request, pk):
    return _decided(request, pk, RESTORE)


def _decided(request, pk, deed: Deed):
    """Behind `admin_view` of the listings' admin."""
    if not request.user.has_perm("directory.change_listing"):
        raise PermissionDenied
    listing = get_object_or_404(Listing, pk=pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and form.decide(deed.verb, listing, by=request.user):
        messages.success(request, deed.done)
        return redirect("admin:directory_listing_change", listing.pk)
    context = {
        "title": deed.title,
        "deed": deed,
        "opts": Listing._meta,
        "original": listing,
        "form": form,
        "has_managers": listing.memberships.exists(),
    }
    return render(request, "admin/directory/listing/with_reason.html", admin.site.each_context(request) | context)
