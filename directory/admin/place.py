from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from directory.models import Place, SearchRow, SearchVersion

IDENTITY = ["kind", "state", "zip5", "slug"]


@admin.register(Place)
class PlaceAdmin(admin.ModelAdmin):
    """Staff mend what the file got wrong and add what it lacks; which place a row is never changes."""

    list_display = ["label", "kind", "county", "population", "is_approximate", "is_from_file"]
    list_filter = ["kind", "is_approximate", "state"]
    list_per_page = 50
    show_full_result_count = False
    ordering = ["kind", "-population", "name"]
    search_fields = ["^name", "=zip5"]
    search_help_text = _("The beginning of a name, or a ZIP code.")
    fieldsets = [
        (_("Which place it is"), {"fields": [*IDENTITY, "name", "county", "geonameid"]}),
        (_("Where it is"), {"fields": [("latitude", "longitude"), "is_approximate", "time_zone", "population"]}),
    ]

    def get_readonly_fields(self, request, obj=None):
        return [*IDENTITY, "geonameid"] if obj else []

    def has_delete_permission(self, request, obj=None):
        """What comes from the file would be back with its next load."""
        return super().has_delete_permission(request, obj) and not (obj and obj.loaded_hash)

    def get_actions(self, request):
        """Nor can many be deleted at once."""
        return {name: action for name, action in super().get_actions(request).items() if name != "delete_selected"}

    def save_model(self, request, obj, form, change):
        changed = [*Place.objects.filter(pk=obj.pk), obj]
        super().save_model(request, obj, form, change)
        self._changed(changed)

    def delete_model(self, request, obj):
        super().delete_model(request, obj)
        self._changed([obj])

    def _changed(self, places):
        SearchRow.objects.write_around(places)
        SearchVersion.places_changed()

    @admin.display(boolean=True, description=_("from the file"))
    def is_from_file(self, place):
        return bool(place.loaded_hash)
