from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from articles.markdown.evidence import figure
from articles.models import EvidenceClaim


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
