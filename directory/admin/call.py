"""A phone call: what to read to them, and what they said, on one screen."""

from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from directory.claims import Claim, Method, Result
from directory.models import Check, Listing
from directory.profile.facts import facts_of
from directory.profile.rows import Row

# What is read to them, in this order.
ASKED = {
    Claim.ADDRESS_PHONE: gettext_lazy("“Are this address and this number right?”"),
    Claim.ACCEPTING: gettext_lazy("“Are you taking new patients, and how soon?”"),
    Claim.MONITORING: gettext_lazy("“Who watches people during a session? Are they in the room?”"),
    Claim.PRICE: gettext_lazy("“What does a session cost now?”"),
}
NOT_ASKED = ("", gettext_lazy("not asked"))
ANSWERS = [
    NOT_ASKED,
    (Result.CONFIRMED.value, gettext_lazy("as it stands here")),
    (Result.CONTRADICTED.value, gettext_lazy("not so")),
    (Result.NOT_CONFIRMED.value, gettext_lazy("they would not say")),
]


@dataclass(frozen=True)
class Question:
    """What to ask, what stands here, and the field for what they say."""

    words: str
    facts: list[Row]
    answer: forms.BoundField


class CallForm(forms.Form):
    """One answer a claim. Nobody reached is an answer too, and stands alone."""

    nobody = forms.BooleanField(label=gettext_lazy("Nobody could be reached"), required=False)
    note = forms.CharField(
        label=gettext_lazy("Note that readers see"), max_length=300, required=False, widget=forms.Textarea({"rows": 1})
    )
    evidence = forms.CharField(
        label=gettext_lazy("For staff: who answered, and when"),
        max_length=2000,
        required=False,
        widget=forms.Textarea({"rows": 1}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        answers = {
            claim.value: forms.ChoiceField(label=claim.label, choices=ANSWERS, required=False, widget=forms.RadioSelect)
            for claim in ASKED
        }
        self.fields = answers | self.fields

    def questions(self, listing) -> list[Question]:
        return [Question(str(words), facts_of(claim, listing), self[claim.value]) for claim, words in ASKED.items()]

    def clean(self):
        super().clean()
        answered = [claim for claim in ASKED if self.cleaned_data.get(claim.value)]
        if self.cleaned_data.get("nobody") == bool(answered):
            raise forms.ValidationError(_("Say what they answered, or that nobody could be reached."))
        return self.cleaned_data

    @transaction.atomic
    def record(self, listing, *, by) -> int:
        """The number of checks."""
        results = {claim: self.cleaned_data[claim.value] for claim in ASKED if self.cleaned_data[claim.value]}
        if self.cleaned_data["nobody"]:
            results = {Claim.ADDRESS_PHONE: Result.NOT_REACHED}
        words = {"note": self.cleaned_data["note"], "evidence": self.cleaned_data["evidence"]}
        for claim, result in results.items():
            Check.record(listing, claim, method=Method.PHONE_CALL, result=result, by=by, **words)
        return len(results)


def call(request, pk):
    """Behind `admin_view` of the listings' admin."""
    listing = get_object_or_404(Listing.objects.with_page_facts(), pk=pk)
    if not request.user.has_perm("directory.add_check"):
        raise PermissionDenied
    form = CallForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        number = form.record(listing, by=request.user)
        words = ngettext("%d check recorded.", "%d checks recorded.", number) % number
        messages.success(request, words)
        return redirect("admin:directory_listing_change", listing.pk)
    context = {
        "title": _("Call them"),
        "opts": Listing._meta,
        "original": listing,
        "form": form,
        "questions": form.questions(listing),
        "caller": request.user.get_short_name(),
    }
    return render(request, "admin/directory/listing/call.html", admin.site.each_context(request) | context)
