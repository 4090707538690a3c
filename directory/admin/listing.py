from functools import partial
from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from directory.admin.call import call
from directory.admin.deciding import decide
from directory.admin.indexed import IndexedAdmin
from directory.admin.listing_filters import AlikeFilter, ConfirmedFilter, LicenseFilter, QueueFilter
from directory.admin.publish import publish
from directory.admin.published import PublishedStaysFit
from directory.admin.read_since import ReadSince, read_since
from directory.admin.with_reason import restore, send_back, suspend
from directory.choices import Provenance
from directory.models import (
    AllowedPhrase,
    FormerAddress,
    Listing,
    ManagerInvitation,
    Offering,
    OpeningHours,
    Position,
    Statement,
)


class OfferingInline(admin.StackedInline):
    model = Offering
    extra = 0
    fieldsets = [
        (None, {"fields": ["route", ("rems_certified", "rems_checked_on", "rems_source")]}),
        (_("A course"), {"fields": [
            ("protocol_kind", "sessions_initial_series", "weeks_initial_series"),
            ("maintenance_offered", "stop_rule", "stop_rule_sessions"),
            ("infusion_minutes", "visit_minutes", "observation_minutes"),
        ]}),
        (_("Prices, in US dollars"), {"fields": [
            ("price_session_min_usd", "price_session_max_usd"),
            ("price_series_usd", "price_maintenance_usd", "prices_as_of"),
        ]}),
    ]  # fmt: skip


class StatementInline(admin.TabularInline):
    model = Statement
    extra = 0
    autocomplete_fields = ["term"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("term")


class AllowedPhraseInline(admin.TabularInline):
    model = AllowedPhrase
    extra = 0
    fields = ["phrase", "reason", "by", "at"]
    readonly_fields = ["by", "at"]

    def has_change_permission(self, request, obj=None):
        """The reason that somebody gave stays as they gave it."""
        return False


class OpeningHoursInline(admin.TabularInline):
    model = OpeningHours
    extra = 0


class PositionInline(admin.TabularInline):
    model = Position
    extra = 0
    autocomplete_fields = ["clinician"]
    fields = ["clinician", "record", "licenses", "title", "prescribes", "monitors", "days", "does"]
    readonly_fields = ["record", "licenses"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("clinician").prefetch_related("clinician__licenses")

    @admin.display(description=_("record"))
    def record(self, position):
        if position.clinician_id is None:
            return ""
        address = reverse("admin:directory_clinician_change", args=[position.clinician_id])
        return format_html('<a href="{}">{}</a>', address, position.clinician)

    @admin.display(description=_("licenses"))
    def licenses(self, position):
        if position.clinician_id is None:
            return ""
        rows = (
            (license_, license_.get_status_display(), license_.expires_on or "")
            for license_ in position.clinician.licenses.all()
        )
        return format_html_join("; ", "{}: {} {}", rows) or _("none on record")


class InOrderSent(ChangeList):
    """As providers are told: in the order in which listings come in. The arrow of the column says so too."""

    def _get_default_ordering(self):
        return ["sent_at", "pk"]


@admin.register(Listing)
class ListingAdmin(PublishedStaysFit, IndexedAdmin):
    list_display = ["name", "place", "practice_kind", "is_shown", "status", "confirmed"]
    list_filter = [
        QueueFilter, "status", ConfirmedFilter, LicenseFilter, AlikeFilter, "practice_kind", "accepting",
        "is_demonstration", "state",
    ]  # fmt: skip
    search_fields = ["name", "legal_name", "slug", "city", "zip5", "npi", "phone", "positions__clinician__name"]
    date_hierarchy = "confirmed_on"
    list_per_page = 50
    inlines = [OfferingInline, PositionInline, StatementInline, OpeningHoursInline, AllowedPhraseInline]
    prepopulated_fields = {"slug": ["name"]}
    readonly_fields = ["status", "confirmed_on", "what_is_missing", "created_at", "updated_at"]
    autocomplete_fields = ["successor"]
    action_form = ReadSince
    actions = ["invite_provider", "publish", "confirm_today", "pause", "close", "reopen", "return_to_draft"]
    fieldsets = [
        (_("In what state is it?"), {"fields": [
            ("status", "what_is_missing"),
            ("provenance", "terms_version"), ("consent_at", "consent_by"),
            ("confirmed_on", "created_at", "updated_at"),
            ("closed_on", "reopens_on"), "closure_note", "records_contact", "successor",
        ]}),
        (_("Who are they?"), {"fields": [
            "name", "legal_name", "slug", "practice_kind", "partner_clinics", "headline", "description",
            ("opened_year", "npi", "accreditation"),
        ]}),
        (_("Where are they?"), {"fields": [
            "by_video_only", ("street", "unit"), ("city", "state", "zip5"),
            ("latitude", "longitude", "location_precision"), ("address_is_treatment_site", "time_zone"),
            "parking", "transit_note",
        ]}),
        (_("How can I reach them?"), {"fields": [("phone", "phone_answered_by"), "email", "website", "booking_url"]}),
        (_("Can they see me?"), {"fields": [
            ("accepting", "next_new_patient", "next_new_patient_on"), ("telehealth", "sign_language"),
            ("min_age", "max_age"), ("evaluation_mode", "referral_required"),
        ]}),
        (_("Who is in the room?"), {"fields": [
            ("prescriber_role", "lead_clinician_role"),
            ("session_monitor_role", "monitor_presence", "patients_per_monitor_max"),
            ("physician_on_site", "anesthesia_trained_on_site"), "psychiatric_clinician_involved",
            ("bp_timing", "discharge_rule"), ("life_support_cert", "life_support_checked_on"),
            "adverse_event_contact_24h",
        ]}),
        (_("How do they follow me?"), {"fields": [
            ("coordinates_with_my_clinician", "follow_up_interval"), ("psychotherapy", "group_option"),
        ]}),
        (_("What happens on the day?"), {"fields": [
            ("private_rooms_count", "shared_bays_count", "max_patients_at_once"), ("seat", "companion_policy"),
            ("driving_rule", "fasting"), "chaperone_available",
        ]}),
        (_("What will it cost?"), {"fields": [
            ("consult_fee_usd", "integration_fee_usd", "fees_as_of"), "price_not_disclosed",
            ("prepayment", "refund_policy"),
        ]}),
    ]  # fmt: skip

    def listings_of(self, queryset):
        return queryset

    def get_urls(self):
        return [
            path("<int:pk>/call/", self.admin_site.admin_view(call), name="directory_listing_call"),
            path("<int:pk>/publish/", self.admin_site.admin_view(publish), name="directory_listing_publish"),
            path("<int:pk>/send-back/", self.admin_site.admin_view(send_back), name="directory_listing_send_back"),
            path("<int:pk>/suspend/", self.admin_site.admin_view(suspend), name="directory_listing_suspend"),
            path("<int:pk>/restore/", self.admin_site.admin_view(restore), name="directory_listing_restore"),
            *super().get_urls(),
        ]

    def get_queryset(self, request):
        listings: Any = super().get_queryset(request)
        return listings.with_visibility()

    def get_list_display(self, request):
        name, *others = self.list_display
        return [name, "sent", *others] if QueueFilter.is_chosen(request) else self.list_display

    def get_changelist(self, request, **kwargs):
        return InOrderSent if QueueFilter.is_chosen(request) else super().get_changelist(request, **kwargs)

    def get_changeform_initial_data(self, request):
        """What staff enter, they have drafted: it is published when its provider, invited by letter, agrees."""
        return {"provenance": Provenance.STAFF_INVITED} | super().get_changeform_initial_data(request)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if change and "slug" in form.changed_data:
            FormerAddress.keep(form.initial["slug"], obj)

    def save_formset(self, request, form, formset, change):
        for row in formset.save(commit=False):
            if isinstance(row, AllowedPhrase):
                row.by = request.user
        super().save_formset(request, form, formset, change)

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        if db_field.name == "practice_kind":
            # Whoever adds one says what it is.
            kwargs |= {"choices": db_field.get_choices(include_blank=True), "initial": None}
        return super().formfield_for_choice_field(db_field, request, **kwargs)

    @admin.display(description=_("place"), ordering="state")
    def place(self, listing):
        return f"{listing.city}, {listing.state}"

    @admin.display(description=_("confirmed"), ordering="confirmed_on")
    def confirmed(self, listing):
        return listing.confirmed_on

    @admin.display(description=_("sent"), ordering="sent_at")
    def sent(self, listing):
        return listing.sent_at

    @admin.display(description=_("shown"), boolean=True, ordering="is_visible")
    def is_shown(self, listing):
        return listing.is_visible

    @admin.display(description=_("what publishing still needs"))
    def what_is_missing(self, listing):
        if listing.pk is None:
            return _("Save it first.")
        problems = listing.publication_problems()
        return format_html_join(" ", "{}", ((problem,) for problem in problems)) or _("Nothing.")

    @admin.action(description=_("Invite the provider of the chosen drafts by letter"), permissions=["change"])
    def invite_provider(self, request, queryset):
        self._decide(request, queryset, ManagerInvitation.invite_provider)

    @admin.action(description=_("Publish the chosen listings"), permissions=["change"])
    def publish(self, request, queryset):
        self._decide(request, queryset, partial(Listing.publish, as_of=read_since(request)))

    @admin.action(description=_("Record that the provider confirmed them today"), permissions=["change"])
    def confirm_today(self, request, queryset):
        self._decide(request, queryset, Listing.confirm)

    @admin.action(description=_("Closed for now: the chosen listings"), permissions=["change"])
    def pause(self, request, queryset):
        self._decide(request, queryset, Listing.pause)

    @admin.action(description=_("Closed for good: the chosen listings"), permissions=["change"])
    def close(self, request, queryset):
        self._decide(request, queryset, Listing.close)

    @admin.action(description=_("Open again: the chosen listings"), permissions=["change"])
    def reopen(self, request, queryset):
        self._decide(request, queryset, Listing.reopen)

    @admin.action(description=_("Return the chosen listings to draft"), permissions=["change"])
    def return_to_draft(self, request, queryset):
        self._decide(request, queryset, Listing.return_to_draft)

    def _decide(self, request, queryset, verb):
        decide(request, queryset, partial(verb, by=request.user), _done)


def _done(number: int) -> str:
    return ngettext("%d listing done.", "%d listings done.", number) % number
