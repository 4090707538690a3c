from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from directory.models import SearchVersion, Term


@admin.register(Term)
class TermAdmin(admin.ModelAdmin):
    """Staff choose the words. Which terms there are, and their numbers, comes from the vocabulary's file alone."""

    list_display = ["label", "facet", "slug", "position", "number"]
    list_filter = ["facet"]
    list_per_page = 60
    search_fields = ["label", "slug", "explanation"]
    readonly_fields = ["facet", "slug", "number"]
    fieldsets = [
        (_("Which choice it is"), {"fields": ["facet", "slug", "number"]}),
        (_("What visitors read"), {"fields": ["label", "explanation", "guide_anchor", "position"]}),
    ]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if form.has_changed():
            # Pages show these words, and their caches go by the index.
            SearchVersion.new_epoch()
