from django.contrib import admin
from django.db import transaction

from directory.models import Change, Listing, SearchRow
from directory.models.snapshot import moved, snapshot


class IndexedAdmin(admin.ModelAdmin):
    """An admin page whose rows the search knows: what it saves or deletes is searched anew in the same transaction."""

    def listings_of(self, queryset):
        """The listings that show what these rows say."""
        raise NotImplementedError

    def save_model(self, request, obj, form, change):
        # Those that a row leaves tell something else from now on, too.
        row = self.model.objects.filter(pk=obj.pk)
        request.said_before = {pk: snapshot(pk) for pk in self._pks(row)}
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        row = self.model.objects.filter(pk=form.instance.pk)
        self._record_changes(request)
        self._changed(request, {*request.said_before, *self._pks(row)})

    def _record_changes(self, request):
        """In the history of each listing that says something else now; one that is new has no history yet."""
        for listing in Listing.objects.in_bulk(request.said_before).values():
            if fields := moved(request.said_before[listing.pk], snapshot(listing.pk)):
                Change.record(listing, fields, by=request.user)

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
