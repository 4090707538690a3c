from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from directory.models import License


class QueueFilter(admin.SimpleListFilter):
    title = _("queue")
    parameter_name = "queue"

    def lookups(self, request, model_admin):
        return [("review", _("wait for review"))]

    def queryset(self, request, queryset):
        return queryset.waiting_for_review() if self.value() == "review" else queryset

    @classmethod
    def is_chosen(cls, request) -> bool:
        return request.GET.get(cls.parameter_name) == "review"


class ConfirmedFilter(admin.SimpleListFilter):
    title = _("confirmed")
    parameter_name = "confirmed"

    def lookups(self, request, model_admin):
        return [
            ("recently", _("within 90 days")),
            ("waiting", _("91 to 120 days ago")),
            ("stale", _("longer ago, hidden")),
            ("never", _("never")),
        ]

    def queryset(self, request, queryset):
        words = {
            "recently": queryset.recently_confirmed,
            "waiting": queryset.due_for_confirmation,
            "stale": queryset.stale,
            "never": queryset.never_confirmed,
        }
        chosen = words.get(self.value() or "")
        return chosen() if chosen else queryset


class LicenseFilter(admin.SimpleListFilter):
    """Who leaves the search when nothing is done."""

    title = _("license of a prescriber")
    parameter_name = "license"

    def lookups(self, request, model_admin):
        return [("expiring", _("expires within 60 days")), ("lapsed", _("none in force"))]

    def queryset(self, request, queryset):
        if self.value() == "expiring":
            ending = License.objects.ending_soon()
            return queryset.filter(positions__prescribes=True, positions__clinician__licenses__in=ending).distinct()
        if self.value() == "lapsed":
            return queryset.without_prescriber()
        return queryset


class AlikeFilter(admin.SimpleListFilter):
    """What may be one practice, entered twice."""

    title = _("looks like another")
    parameter_name = "alike"

    def lookups(self, request, model_admin):
        return [("yes", _("same NPI, phone, or name and ZIP"))]

    def queryset(self, request, queryset):
        return queryset.likely_duplicates() if self.value() == "yes" else queryset
