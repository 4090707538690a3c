from functools import partial
from typing import ClassVar

from django import forms
from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from directory.admin.deciding import decide
from directory.models import Check, License, Offering


class StandingFilter(admin.SimpleListFilter):
    title = _("how it stands")
    parameter_name = "standing"

    def lookups(self, request, model_admin):
        return [
            ("counts", _("counts now")),
            ("lapsed", _("lapsed")),
            ("contradicted", _("contradicted")),
            ("failing", _("not confirmed")),
        ]

    def queryset(self, request, queryset):
        match self.value():
            case "counts":
                return queryset.current().confirming()
            case "lapsed":
                return queryset.current().lapsed()
            case "contradicted":
                return queryset.real().current().contradicted()
            case "failing":
                return queryset.real().current().failing()
        return queryset


class CheckForm(forms.ModelForm):
    class Meta:
        widgets: ClassVar = {
            "public_note": forms.TextInput(attrs={"class": "vLargeTextField"}),
            "private_evidence": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        }

    def clean(self):
        """One of its treatments is more exact than the listing that the address filled in."""
        data = super().clean() or self.cleaned_data
        if (offering := data.get("offering")) and data.get("listing") == offering.listing:
            data["listing"] = None
        return data


@admin.register(Check)
class CheckAdmin(admin.ModelAdmin):
    """The ledger is only added to: one screen for one look. `?listing=…&claim=…` in the address fills it in."""

    list_display = ["claim", "about", "result", "method", "checked_on", "valid_until"]
    list_filter = [StandingFilter, "claim", "result", "method"]
    list_select_related = ["listing", "clinician", "license__clinician", "offering__listing"]
    search_fields = ["listing__name", "clinician__name", "license__number", "public_note"]
    date_hierarchy = "checked_on"
    autocomplete_fields = ["listing", "clinician", "license"]
    raw_id_fields = ["offering"]
    readonly_fields = ["checked_by", "valid_until", "recorded_at"]
    form = CheckForm
    asked = [
        (_("About what? One of these"), {"fields": [("listing", "offering"), ("clinician", "license")]}),
        (
            _("What was found?"),
            {"fields": [("claim", "method"), ("result", "checked_on"), "public_note", "private_evidence"]},
        ),
    ]
    known = (_("Who and until when"), {"fields": [("checked_by", "recorded_at", "valid_until")]})

    def get_fieldsets(self, request, obj=None):
        return [*self.asked, self.known] if obj else self.asked

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        listing = request.GET.get("listing", "")
        if db_field.name == "offering" and listing.isdecimal():
            offerings = Offering.objects.filter(listing=listing)
            return db_field.formfield(queryset=offerings, empty_label=_("all of the listing"), required=False)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description=_("about"))
    def about(self, row):
        if row.license:
            return f"{row.license} ({row.license.clinician})"
        return f"{row.offering} ({row.offering.listing})" if row.offering else row.subject

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        """Only with what it is about: a person who asks to be forgotten is."""
        return not request.resolver_match.url_name.startswith("directory_check")

    def save_model(self, request, obj, form, change):
        obj.checked_by = request.user
        super().save_model(request, obj, form, change)


class ExpiresFilter(admin.SimpleListFilter):
    title = _("expires")
    parameter_name = "expires"

    def lookups(self, request, model_admin):
        return [("soon", _("within 60 days"))]

    def queryset(self, request, queryset):
        return queryset.real().ending_soon() if self.value() == "soon" else queryset


@admin.register(License)
class LicenseAdmin(admin.ModelAdmin):
    """Licenses by when they run out; they are edited with their clinician."""

    list_display = ["__str__", "clinician", "status", "expires_on", "checked_on"]
    list_filter = [ExpiresFilter, "status", "jurisdiction"]
    list_select_related = ["clinician"]
    search_fields = ["number", "clinician__name"]
    date_hierarchy = "expires_on"
    ordering = ["expires_on", "pk"]
    actions = ["found_again"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    @admin.action(description=_("Looked up at the board today: just as on record"), permissions=["view"])
    def found_again(self, request, queryset):
        if not request.user.has_perm("directory.add_check"):
            self.message_user(request, _("You may not record checks."), messages.ERROR)
            return
        decide(request, queryset, partial(Check.look_up, by=request.user), _recorded)


def _recorded(number: int) -> str:
    return ngettext("%d check recorded.", "%d checks recorded.", number) % number
