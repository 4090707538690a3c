from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from directory.admin.deciding import decide
from directory.models import Letter


class StateFilter(admin.SimpleListFilter):
    title = _("state")
    parameter_name = "state"

    def lookups(self, request, model_admin):
        return [("waiting", _("waiting")), ("sent", _("sent")), ("given_up", _("given up"))]

    def queryset(self, request, queryset):
        match self.value():
            case "waiting":
                return queryset.waiting()
            case "given_up":
                return queryset.given_up()
            case "sent":
                return queryset.sent()
        return queryset


@admin.register(Letter)
class LetterAdmin(admin.ModelAdmin):
    """What was written to whom, to be read only: a letter says what was true when it was written."""

    list_display = ["subject", "to", "listing", "written_at", "sent_at", "tries", "refusal"]
    list_filter = [StateFilter]
    search_fields = ["to", "subject", "listing__name"]
    list_select_related = ["listing"]
    exclude = ["html"]
    actions = ["try_again"]

    def get_exclude(self, request, obj=None):
        """A code or a link is for the one whom the letter is for; staff may see that there was one."""
        return [*self.exclude, "text"] if obj is not None and obj.is_secret else self.exclude

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.action(description=_("Try the chosen letters again"), permissions=["view"])
    def try_again(self, request, queryset):
        decide(request, queryset, Letter.try_again, lambda n: ngettext("%d letter waits.", "%d letters wait.", n) % n)
