from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.models import Edition


@admin.register(Edition)
class EditionAdmin(admin.ModelAdmin):
    """To look at: an edition comes from publishing an article and never changes."""

    list_display = ["title", "number", "published_at", "publisher", "reason", "next_review_on"]
    list_filter = ["article"]
    date_hierarchy = "published_at"
    search_fields = ["title", "reason"]
    list_select_related = ["published_by"]
    exclude = ["published_by"]
    readonly_fields = ["publisher"]

    @admin.display(description=_("published by"), ordering="published_by")
    def publisher(self, edition):
        return edition.published_by or _("the set-up")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("article")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
