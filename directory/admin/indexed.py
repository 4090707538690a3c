from django.contrib import admin
from django.db import transaction

from directory.models import Listing, SearchRow


class IndexedAdmin(admin.ModelAdmin):
    """An admin page whose rows the search knows: what it saves or deletes is searched anew in the same transaction."""

    def listings_of(self, queryset):
        """The listings that show what these rows say."""
        raise NotImplementedError

    def save_related(self, request, form, formsets, change):
        # Those that a row leaves tell something else from now on, too.
        row = self.model.objects.filter(pk=form.instance.pk)
        before = self._pks(row)
        super().save_related(request, form, formsets, change)
        self._changed(request, {*before, *self._pks(row)})

    def delete_model(self, request, obj):
        self.delete_queryset(request, self.model.objects.filter(pk=obj.pk))

    @transaction.atomic
    def delete_queryset(self, request, queryset):
        pks = self._pks(queryset)
        super().delete_queryset(request, queryset)
        self._changed(request, pks)

    def _pks(self, queryset):
        return list(self.listings_of(queryset).values_list("pk", flat=True))

    def _changed(self, request, pks):
        SearchRow.objects.write(pks)


def listings_with(**conditions):
    return Listing.objects.filter(**conditions).distinct()
