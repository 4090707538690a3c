"""Who keeps which listing, for support: looked at here, and ended only through the verb, with a reason."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from directory.models import ManagerInvitation, Membership


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        help_text=gettext_lazy("The person and the other managers read it."),
        max_length=500,
        required=False,
        widget=forms.Textarea({"rows": 3, "cols": 32}),
    )


@admin.register(Membership)
class MembershipAdmin(admin.ModelAdmin):
    list_display = ["listing", "user", "since", "invited_by"]
    list_select_related = ["listing", "user", "invited_by"]
    search_fields = ["listing__name", "listing__slug", "user__email"]
    date_hierarchy = "since"
    actions = None

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        """Only with the listing or the account itself."""
        return not request.resolver_match.url_name.startswith("directory_membership")

    def get_urls(self):
        return [
            path("<int:pk>/change/", self.admin_site.admin_view(membership), name="directory_membership_change"),
            *super().get_urls(),
        ]


def membership(request, pk):
    """Behind `admin_view` of the managers' admin."""
    if not request.user.has_perm("directory.view_membership"):
        raise PermissionDenied
    row = get_object_or_404(Membership.objects.select_related("listing", "user", "invited_by"), pk=pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and not request.user.has_perm("directory.change_membership"):
        raise PermissionDenied
    if form.is_valid():
        try:
            row.remove_by_staff(by=request.user, reason=form.cleaned_data["reason"])
        except ValidationError as refusal:
            form.add_error("reason", refusal)
        else:
            messages.success(request, _("Removed: %(person)s.") % {"person": row.user})
            return redirect("admin:directory_membership_changelist")
    context = {
        "title": str(row),
        "opts": Membership._meta,
        "membership": row,
        "others": row.others().select_related("user"),
        "may_remove": request.user.has_perm("directory.change_membership"),
        "form": form,
    }
    return render(request, "admin/directory/membership/remove.html", admin.site.each_context(request) | context)


@admin.register(ManagerInvitation)
class ManagerInvitationAdmin(admin.ModelAdmin):
    list_display = ["listing", "email", "kind", "invited_by", "sent_at", "status", "accepted_by"]
    list_filter = ["status", "kind"]
    list_select_related = ["listing", "invited_by", "accepted_by"]
    search_fields = ["listing__name", "email"]
    exclude = ["token_hash"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return not request.resolver_match.url_name.startswith("directory_managerinvitation")
