from functools import partial

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from directory.admin.deciding import decide
from directory.claims import Method
from directory.models import Report


class OpenFilter(admin.SimpleListFilter):
    title = _("queue")
    parameter_name = "queue"

    def lookups(self, request, model_admin):
        return [("open", _("to be decided")), ("closed", _("decided"))]

    def queryset(self, request, queryset):
        match self.value():
            case "open":
                return queryset.open()
            case "closed":
                return queryset.decided()
        return queryset


@admin.register(Report)
class ReportAdmin(admin.ModelAdmin):
    """The queue. What was written stays as it was written; only the answer is ours."""

    list_display = ["code", "listing", "about", "text", "status", "opened_at", "confirmed_at"]
    list_filter = [OpenFilter, "status", "about"]
    list_select_related = ["listing"]
    search_fields = ["code", "listing__name", "text"]
    date_hierarchy = "opened_at"
    readonly_fields = [
        "code", "listing", "about", "text", "status", "opened_at", "asked_at", "confirmed_at", "closed_at", "closed_by",
    ]  # fmt: skip
    fields = [*readonly_fields, "answer"]
    formfield_overrides = {models.CharField: {"widget": AdminTextareaWidget(attrs={"rows": 2})}}
    actions = ["ask_clinic", "confirm", "confirm_by_website", "confirm_by_document", "fix", "dismiss", "mark_duplicate"]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.action(description=_("Ask the clinic by letter"), permissions=["change"])
    def ask_clinic(self, request, queryset):
        self._decide(request, queryset, Report.ask_clinic)

    @admin.action(description=_("It is right, asked by phone: contradict the fact"), permissions=["change"])
    def confirm(self, request, queryset):
        self._decide(request, queryset, partial(Report.confirm, method=Method.PHONE_CALL))

    @admin.action(description=_("It is right, seen on their web site: contradict the fact"), permissions=["change"])
    def confirm_by_website(self, request, queryset):
        self._decide(request, queryset, partial(Report.confirm, method=Method.WEBSITE))

    @admin.action(description=_("It is right, seen on a document: contradict the fact"), permissions=["change"])
    def confirm_by_document(self, request, queryset):
        self._decide(request, queryset, partial(Report.confirm, method=Method.DOCUMENT))

    @admin.action(description=_("Close: the listing is mended"), permissions=["change"])
    def fix(self, request, queryset):
        self._decide(request, queryset, Report.fix)

    @admin.action(description=_("Close: not confirmed"), permissions=["change"])
    def dismiss(self, request, queryset):
        self._decide(request, queryset, Report.dismiss)

    @admin.action(description=_("Close: reported before"), permissions=["change"])
    def mark_duplicate(self, request, queryset):
        self._decide(request, queryset, Report.mark_duplicate)

    def _decide(self, request, queryset, verb):
        decide(request, queryset, partial(verb, by=request.user), _done)


def _done(number: int) -> str:
    return ngettext("%d report done.", "%d reports done.", number) % number
