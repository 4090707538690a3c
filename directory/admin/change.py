from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from directory.admin.change_decision import decide_change
from directory.changelog.review import lines
from directory.models import Change


class QueueFilter(admin.SimpleListFilter):
    title = _("queue")
    parameter_name = "queue"

    def lookups(self, request, model_admin):
        return [("waiting", _("to be decided")), ("sent_back", _("sent back")), ("applied", _("applied"))]

    def queryset(self, request, queryset):
        match self.value():
            case "waiting":
                return queryset.to_be_decided()
            case "sent_back":
                return queryset.sent_back()
            case "applied":
                return queryset.applied()
        return queryset


@admin.register(Change)
class ChangeAdmin(admin.ModelAdmin):
    """The queue of what providers propose, and the whole history, which nobody rewrites."""

    list_display = ["listing", "how_many", "actor", "status", "at"]
    list_filter = [QueueFilter, "actor", "status"]
    list_select_related = ["listing"]
    search_fields = ["listing__name", "by__email"]
    date_hierarchy = "at"
    exclude = ["fields"]
    readonly_fields = ["listing", "status", "what", "actor", "by", "proposed_at", "at", "decided_by", "reason"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        """Only what waits is still to be decided."""
        return (obj is None or obj.is_waiting) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        """Only with its listing."""
        return not request.resolver_match.url_name.startswith("directory_change_")

    def change_view(self, request, object_id, form_url="", extra_context=None):
        change = self.get_object(request, unquote(object_id))
        if change and change.is_waiting and self.has_change_permission(request, change):
            return decide_change(request, change)
        return super().change_view(request, object_id, form_url, extra_context)

    @admin.display(description=_("lines"))
    def how_many(self, change):
        return len(change.fields)

    @admin.display(description=_("what changed"))
    def what(self, change):
        said = ((line.label, line.old or _("not stated"), line.new or _("not stated")) for line in lines(change))
        return format_html_join("", "<p>{}: <del>{}</del> → <ins>{}</ins></p>", said)
