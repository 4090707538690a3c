from django.contrib import admin
from django.db.models import TextField
from django.forms import Textarea
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from articles.markdown import render
from articles.models import GlossaryEntry


@admin.register(GlossaryEntry)
class GlossaryEntryAdmin(admin.ModelAdmin):
    """What a word means. A change reaches readers at once, and makes no edition: no guide says another word for it."""

    list_display = ["word", "forms", "cited", "language", "updated_at"]
    list_filter = ["language"]
    search_fields = ["word", "other_forms", "explanation"]
    fields = ["word", "slug", "language", "other_forms", "explanation", "printed"]
    formfield_overrides = {TextField: {"widget": Textarea({"rows": 4, "class": "vLargeTextField"})}}

    def get_readonly_fields(self, request, entry=None):
        """Links lead to its place."""
        return ["printed", "slug", "language"] if entry else ["printed"]

    def get_prepopulated_fields(self, request, entry=None):
        return {} if entry else {"slug": ["word"]}

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("references")

    @admin.display(description=_("other forms"))
    def forms(self, entry):
        return ", ".join(entry.forms[1:])

    @admin.display(description=_("cites"))
    def cited(self, entry):
        return ", ".join(reference.key for reference in entry.references.all())

    @admin.display(description=_("as readers see it"))
    def printed(self, entry):
        made = render(entry.explanation).html
        return mark_safe(f'<div class="reviewing-text">{made}</div>') if entry.pk else "–"
