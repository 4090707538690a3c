from django.contrib import admin, messages
from django.utils.translation import gettext as _

from directory.admin.indexed import IndexedAdmin, listings_with
from directory.models import BoardCertification, Clinician, License, Listing, Position


class LicenseInline(admin.StackedInline):
    model = License
    extra = 0
    fields = [
        ("jurisdiction", "license_type", "number"),
        ("board", "status"),
        ("expires_on", "checked_on", "source_url"),
        ("discipline", "discipline_url"),
    ]


class BoardCertificationInline(admin.TabularInline):
    model = BoardCertification
    extra = 0


class ClinicianPositionInline(admin.TabularInline):
    model = Position
    extra = 0
    autocomplete_fields = ["listing"]
    fields = ["listing", "title", "prescribes", "monitors", "days", "does"]


@admin.register(Clinician)
class ClinicianAdmin(IndexedAdmin):
    list_display = ["name", "post_nominals", "role", "npi", "updated_at"]
    list_filter = ["role", "licenses__status", "is_demonstration"]
    search_fields = ["name", "npi", "licenses__number"]
    filter_horizontal = ["languages"]
    list_per_page = 50
    inlines = [LicenseInline, ClinicianPositionInline, BoardCertificationInline]

    def listings_of(self, queryset):
        return listings_with(positions__clinician__in=queryset)

    def _changed(self, request, pks):
        super()._changed(request, pks)
        hidden = Listing.objects.filter(pk__in=pks).published().without_prescriber()
        if names := "; ".join(map(str, hidden)):
            text = _("Hidden, because nobody who prescribes there has an active license: %(listings)s.")
            self.message_user(request, text % {"listings": names}, messages.WARNING)
