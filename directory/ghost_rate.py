"""How fresh the directory is, by its own numbers: what the page on its health shows. All counted now."""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from statistics import median

from django.utils import timezone
from django.utils.translation import gettext as _

from directory.claims import Method
from directory.models import Check, License, Listing, Report

WITHIN_DAYS = (30, 90, 120)
A_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Bar:
    """`share` of the longest bar, or of all, from 0 to 100."""

    label: str
    text: str
    share: float


class GhostRate:
    """Of real listings; where there are none yet, of the demonstration, which says so."""

    def __init__(self) -> None:
        today = timezone.localdate()
        published = Listing.objects.published()
        self.is_demonstration = not published.real().exists()
        self.listings = published.demonstration() if self.is_demonstration else published.real()
        days = self.listings.values_list("confirmed_on", flat=True)
        self.ages = sorted((today - day).days for day in days)

    @property
    def total(self) -> int:
        return len(self.ages)

    @cached_property
    def confirmed(self) -> list[Bar]:
        if not self.total:
            return []
        bars = [self._within(days) for days in WITHIN_DAYS]
        longer = sum(age > WITHIN_DAYS[-1] for age in self.ages)
        return [*bars, self._share(_("longer ago: hidden"), longer)]

    @cached_property
    def median_age(self) -> int | None:
        return int(median(self.ages)) if self.ages else None

    @cached_property
    def open_reports(self) -> int:
        return self._reports.open().count()

    @cached_property
    def median_days_to_fix(self) -> int | None:
        """From a report to the mended listing, over the last year."""
        fixed = self._reports.fixed_since(timezone.now() - A_YEAR)
        days = [(closed - opened).days for opened, closed in fixed.values_list("opened_at", "closed_at")]
        return int(median(days)) if days else None

    @cached_property
    def licenses_expiring(self) -> int:
        return License.objects.held_at(self.listings).ending_soon().count()

    @cached_property
    def checks(self) -> list[Bar]:
        """Of the last year, by how they were made; the most frequent first."""
        recent = Check.objects.made_at(self.listings).made_since(timezone.localdate() - A_YEAR)
        numbers = Counter(recent.values_list("method", flat=True))
        most = max(numbers.values(), default=1)
        return [
            Bar(str(Method(method).label), f"{number:,}", round(100 * number / most, 1))
            for method, number in numbers.most_common()
        ]

    @property
    def _reports(self):
        return Report.objects.on(self.listings)

    def _within(self, days: int) -> Bar:
        return self._share(_("within %(days)s days") % {"days": days}, sum(age <= days for age in self.ages))

    def _share(self, label: str, number: int) -> Bar:
        share = round(100 * number / self.total, 1)
        return Bar(label, _("%(number)s of %(total)s (%(share)s%%)") % {
            "number": f"{number:,}", "total": f"{self.total:,}", "share": f"{share:.0f}",
        }, share)  # fmt: skip
