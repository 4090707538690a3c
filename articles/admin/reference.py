from django.contrib import admin
from django.db.models import TextField
from django.forms import Textarea
from django.urls import path
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from articles.admin.incoming import incoming
from articles.citations.ama import ama_entry
from articles.forms import ReferenceForm
from articles.models import Edition, Notice, Reference


class CheckedFilter(admin.SimpleListFilter):
    title = _("details checked")
    parameter_name = "checked"

    def lookups(self, request, model_admin):
        return [
            ("due", _("Not yet, not wholly, or over a year ago")),
            ("wholly", _("Wholly")),
            ("partly", _("Partly")),
            ("not", _("Not yet")),
        ]

    def queryset(self, request, queryset):
        rules = {
            "due": queryset.due_for_check,
            "wholly": queryset.wholly_checked,
            "partly": queryset.partly_checked,
            "not": queryset.unchecked,
        }
        return rules.get(self.value() or "", queryset.all)()


class StandingFilter(admin.SimpleListFilter):
    title = _("retraction")
    parameter_name = "retraction"

    def lookups(self, request, model_admin):
        return [
            ("retracted", _("Retracted")),
            ("due", _("Not looked for, or over a year ago")),
            ("cannot", _("Cannot be looked for: no DOI, no PMID")),
        ]

    def queryset(self, request, queryset):
        rules = {
            "retracted": queryset.retracted,
            "due": queryset.due_for_retraction_check,
            "cannot": queryset.unidentified,
        }
        return rules.get(self.value() or "", queryset.all)()


class NoticeInline(admin.StackedInline):
    """What came from the file stays as the file says it; what staff found is theirs to write and to mend."""

    model = Notice
    extra = 0
    fields = [("nature", "dated_on"), "doi", "reasons", ("source_id", "recorded_at")]
    formfield_overrides = {TextField: {"widget": Textarea({"rows": 2, "class": "vLargeTextField"})}}
    readonly_fields = ["source_id", "recorded_at"]


@admin.register(Reference)
class ReferenceAdmin(admin.ModelAdmin):
    form = ReferenceForm
    inlines = [NoticeInline]
    actions = ["confirm"]
    list_display = ["key", "title", "year", "study_type", "checked_on", "checked_by", "unchecked_details", "standing"]
    list_filter = [CheckedFilter, StandingFilter, "study_type", "authors_complete"]
    list_select_related = ["checked_by"]
    search_fields = ["key", "doi", "pmid", "csl__title"]
    fieldsets = [
        (None, {"fields": ["key", "csl", "doi", "pmid", "study_type", "printed", "cited_by"]}),
        (
            _("How sure we are of the record"),
            {"fields": ["authors_complete", "checked_on", "checked_by", "unchecked_details"]},
        ),
        (_("Whether it still stands"), {"fields": ["standing", "retraction_checked_on"]}),
    ]

    def get_urls(self):
        view = self.admin_site.admin_view(lambda request: incoming(self, request))
        return [path("incoming/", view, name="articles_reference_incoming"), *super().get_urls()]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("notices")

    def get_readonly_fields(self, request, reference=None):
        """Texts name it by its key: a new key would break them."""
        kept = ["key"] if reference and _is_used(reference) else []
        return [*kept, "printed", "cited_by", "checked_by", "standing"]

    def has_delete_permission(self, request, reference=None):
        """An edition that cites it shows what became of it, for good."""
        return super().has_delete_permission(request, reference) and not (reference and _is_used(reference))

    def save_model(self, request, reference, form, change):
        """Whoever dates the check made it."""
        if "checked_on" in form.changed_data:
            reference.checked_by = request.user if reference.checked_on else None
        super().save_model(request, reference, form, change)

    @admin.action(description=_("I compared every detail with the source today"), permissions=["change"])
    def confirm(self, request, queryset):
        for reference in queryset:
            reference.confirm(by=request.user)
            self.log_change(request, reference, gettext("Compared every detail with the source"))
        count = len(queryset)
        message = ngettext(
            "%d reference is marked as checked today.", "%d references are marked as checked today.", count
        )
        self.message_user(request, message % count)

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

    @admin.display(description=_("standing"))
    def standing(self, reference):
        """“–” says that we know of nothing, and only of a reference that was looked for is that worth much."""
        standing = reference.standing if reference.pk else None
        if standing is None:
            return "–"
        return format_html("<strong>{}</strong>", standing.sentence) if standing.is_retracted else standing.sentence


def _is_used(reference):
    return reference.articles.exists() or reference.glossary_entries.exists() or Edition.objects.citing(reference.key)
