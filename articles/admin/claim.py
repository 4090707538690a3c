from django.contrib import admin, messages
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.markdown.evidence import figure
from articles.models import Article, EvidenceClaim


@admin.register(EvidenceClaim)
class EvidenceClaimAdmin(admin.ModelAdmin):
    """What text, table, plot and directory say alike. A change reaches readers with the next edition."""

    list_display = ["key", "subject", "figures", "comparator", "time_point", "certainty", "condition", "route"]
    list_filter = ["certainty"]
    search_fields = ["key", "subject", "sentence"]
    autocomplete_fields = ["references"]
    fieldsets = [
        (_("What is claimed"), {"fields": ["key", "subject", "sentence", "certainty", "references"]}),
        (
            _("Its figures, or a result in words"),
            {
                "fields": [
                    *["studies", "measure", "effect", "low", "high", "higher_is_better", "result"],
                    *["comparator", "time_point"],
                ]
            },
        ),
        (_("In the directory"), {"fields": ["condition", "route"]}),
    ]

    @admin.display(description=_("figures"))
    def figures(self, claim):
        return figure(claim.as_kept()) or "–"

    def save_related(self, request, form, formsets, change):
        """Whoever changes what guides draw is told which of them say it as it was."""
        super().save_related(request, form, formsets, change)
        keys = {form.instance.key, form.initial.get("key")}
        if behind := Article.objects.with_moved_claims(of=keys):
            said = gettext("Readers still see what this claim said before, until the next edition of: {guides}.")
            self.message_user(request, format_html(said, guides=_linked(behind)), messages.WARNING)


def _linked(guides):
    places = ((reverse("admin:articles_article_change", args=[guide.pk]), guide.title) for guide in guides)
    return format_html_join(", ", '<a href="{}">{}</a>', places)
