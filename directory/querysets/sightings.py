"""Counts of weeks that are …"""

from datetime import date

from django.db import transaction
from django.db.models import F, QuerySet


class SightingQuerySet(QuerySet):
    def from_week(self, first: date, before: date):
        """From the week that begins on `first` up to the one that begins on `before`, which is not one of them."""
        return self.filter(week__gte=first, week__lt=before)

    def before(self, week: date):
        return self.filter(week__lt=week)

    @transaction.atomic
    def add(self, week: date, numbers: dict[int, tuple[int, int]]) -> None:
        """{listing: (seen, listed)} on top of what any process has counted. Every process takes the rows in the same
        order, so that two of them wait for each other and never lock each other out."""
        rows = [self.model(listing_id=pk, week=week) for pk in sorted(numbers)]
        self.bulk_create(rows, ignore_conflicts=True)
        mine = self.filter(week=week, listing__in=numbers)
        list(mine.select_for_update().order_by("listing_id").values_list("pk", flat=True))
        for (seen, listed), pks in _by_numbers(numbers).items():
            mine.filter(listing__in=pks).update(seen=F("seen") + seen, listed=F("listed") + listed)


def _by_numbers(numbers: dict[int, tuple[int, int]]) -> dict[tuple[int, int], list[int]]:
    """Most have the same small numbers, and are written together."""
    alike: dict[tuple[int, int], list[int]] = {}
    for pk, pair in numbers.items():
        alike.setdefault(pair, []).append(pk)
    return alike
