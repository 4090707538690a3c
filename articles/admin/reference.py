from django.contrib import admin
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from articles.citations.ama import ama_entry
from articles.forms import ReferenceForm
from articles.models import Edition, Reference


class CheckedFilter(admin.SimpleListFilter):
    title = _("details checked")
    parameter_name = "checked"

    def lookups(self, request, model_admin):
        return [("wholly", _("Wholly")), ("partly", _("Partly")), ("not", _("Not yet"))]

    def queryset(self, request, queryset):
        rules = {
            "wholly": queryset.filter(checked_on__isnull=False, unchecked_details=""),
            "partly": queryset.filter(checked_on__isnull=False).exclude(unchecked_details=""),
            "not": queryset.filter(checked_on__isnull=True),
        }
        return rules.get(self.value() or "", queryset)


@admin.register(Reference)
class ReferenceAdmin(admin.ModelAdmin):
    form = ReferenceForm
    list_display = ["key", "title", "year", "study_type", "checked_on", "unchecked_details"]
    list_filter = [CheckedFilter, "study_type", "authors_complete"]
    search_fields = ["key", "doi", "pmid", "csl__title"]
    fieldsets = [
        (None, {"fields": ["key", "csl", "doi", "pmid", "study_type", "printed", "cited_by"]}),
        (_("How sure we are of the record"), {"fields": ["authors_complete", "checked_on", "unchecked_details"]}),
    ]

    def get_readonly_fields(self, request, reference=None):
        """Texts name it by its key: a new key would break them."""
        kept = ["key"] if reference and _is_used(reference) else []
        return [*kept, "printed", "cited_by"]

    @admin.display(description=_("title"))
    def title(self, reference):
        return reference.record.plain_title

    @admin.display(description=_("year"))
    def year(self, reference):
        return reference.record.year

    @admin.display(description=_("as readers see it"))
    def printed(self, reference):
        return mark_safe(ama_entry(reference.as_csl())) if reference.pk else "–"

    @admin.display(description=_("in the list of"))
    def cited_by(self, reference):
        return ", ".join(str(article) for article in reference.articles.all()) if reference.pk else "–"


def _is_used(reference):
    return reference.articles.exists() or Edition.objects.citing(reference.key)
