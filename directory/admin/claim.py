"""Claims: one screen with all that a decision needs, and the verbs that make it."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.models import Claim
from directory.models.claim_rules import website_since
from directory.profile.facts import facts_to_confirm
from directory.takeover import contact_changes, signs


class QueueFilter(admin.SimpleListFilter):
    title = gettext_lazy("queue")
    parameter_name = "queue"

    def lookups(self, request, model_admin):
        return [("waiting", _("wait for us")), ("open", _("open")), ("decided", _("decided"))]

    def queryset(self, request, queryset):
        match self.value():
            case "waiting":
                return queryset.waiting_for_staff()
            case "open":
                return queryset.open()
            case "decided":
                return queryset.decided()
        return queryset


class DecisionForm(forms.Form):
    decision = forms.ChoiceField(
        label=gettext_lazy("Decision"),
        choices=[
            ("approve", gettext_lazy("Approve: this person speaks for the practice")),
            ("second", gettext_lazy("Confirm the transfer as the second person")),
            ("refuse", gettext_lazy("Refuse")),
        ],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=gettext_lazy("Why"),
        help_text=gettext_lazy(
            "To approve: what you saw or heard, and from whom; only staff read it. To refuse: a sentence that the "
            "claimant reads. To confirm as the second person, nothing is needed."
        ),
        max_length=500,
        required=False,
        widget=forms.Textarea({"rows": 3, "cols": 32}),
    )

    def decide(self, claim, *, by) -> None:
        words = self.cleaned_data["words"]
        match self.cleaned_data["decision"]:
            case "approve":
                claim.approve(by=by, grounds=words)
            case "second":
                claim.second(by=by)
            case "refuse":
                claim.refuse(by=by, reason=words)


@admin.register(Claim)
class ClaimAdmin(admin.ModelAdmin):
    """The queue. What was said and proved stays as it was; a decision is made on its screen, one claim at a time."""

    list_display = ["listing", "user", "way", "is_transfer", "proved_at", "approved_by", "status", "opened_at"]
    list_filter = [QueueFilter, "status", "way", "is_transfer"]
    list_select_related = ["listing", "user", "approved_by"]
    search_fields = ["listing__name", "listing__slug", "user__email", "note"]
    date_hierarchy = "opened_at"
    actions = ["second"]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_urls(self):
        return [
            path("<int:pk>/change/", self.admin_site.admin_view(decide_claim), name="directory_claim_change"),
            *super().get_urls(),
        ]

    @admin.action(description=gettext_lazy("Confirm the chosen transfers as the second person"), permissions=["change"])
    def second(self, request, queryset):
        for claim in queryset:
            try:
                claim.second(by=request.user)
            except ValidationError as refusal:
                messages.error(request, f"{claim}: {' '.join(refusal.messages)}")
            else:
                messages.success(request, _("%(claim)s: confirmed.") % {"claim": claim})


def decide_claim(request, pk):
    """Behind `admin_view` of the claims' admin."""
    if not request.user.has_perm("directory.view_claim"):
        raise PermissionDenied
    claims = Claim.objects.select_related("listing", "user", "approved_by", "seconded_by", "decided_by")
    claim = get_object_or_404(claims, pk=pk)
    form = DecisionForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and not request.user.has_perm("directory.change_claim"):
        raise PermissionDenied
    if form.is_valid():
        try:
            form.decide(claim, by=request.user)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, _where_it_stands(claim))
            return redirect("admin:directory_claim_change", claim.pk)
    claim = get_object_or_404(claims, pk=pk)
    context = {
        "title": str(claim),
        "opts": Claim._meta,
        "claim": claim,
        "listing": claim.listing,
        "form": form,
        "may_decide": claim.is_open and request.user.has_perm("directory.change_claim"),
        "facts": facts_to_confirm(claim.listing),
        "signs": signs(claim),
        "moved": contact_changes(claim.listing),
        "website_since": website_since(claim.listing),
        "managers": claim.listing.memberships.select_related("user"),
        "others": Claim.objects.filter(listing=claim.listing).exclude(pk=claim.pk).select_related("user")[:20],
        "missing": claim.what_is_missing() if claim.is_open else [],
        "caller": request.user.get_short_name(),
    }
    return render(request, "admin/directory/claim/decide.html", admin.site.each_context(request) | context)


def _where_it_stands(claim) -> str:
    """What it still waits for, or what became of it."""
    if claim.is_open:
        return " ".join([_("Recorded."), *claim.what_is_missing()])
    return _("Done: %(state)s.") % {"state": claim.get_status_display()}
