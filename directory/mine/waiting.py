"""What waits for our staff, and what our staff wait for. One function is one kind of thing."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from directory import wording
from directory.mine.links import EDIT, Link, link
from directory.models import Listing, Report


@dataclass(frozen=True)
class Item:
    title: str
    sentence: str
    since: datetime | None = None
    action: Link | None = None


Reader = Callable[[list[Listing]], Iterable[tuple[int, Item]]]


def waiting(listings: list[Listing]) -> dict[int, list[Item]]:
    """{listing: what lies with our staff}."""
    return _read(WAITING, listings)


def asked(listings: list[Listing]) -> dict[int, list[Item]]:
    """{listing: what our staff have asked about it}."""
    return _read(ASKED, listings)


def _read(readers: list[Reader], listings: list[Listing]) -> dict[int, list[Item]]:
    found: dict[int, list[Item]] = defaultdict(list)
    for read in readers:
        for pk, item in read(listings):
            found[pk].append(item)
    return found


def _reviews(listings: list[Listing]) -> Iterable[tuple[int, Item]]:
    for listing in listings:
        if listing.status == Listing.Status.PENDING_REVIEW:
            yield listing.pk, Item(_("The listing itself"), _("Our staff read it before visitors can see it."))


def _reports(listings: list[Listing]) -> Iterable[tuple[int, Item]]:
    """Where they wrote to the clinic. Who reported it nobody knows."""
    by_pk = {listing.pk: listing for listing in listings}
    for report in Report.objects.on(listings).asked():
        words = _(
            "Somebody says that this is wrong: %(about)s. They wrote: %(words)s Please mend it, or answer our letter."
        )
        about = wording.mid_sentence(report.get_about_display())
        sentence = words % {"about": about, "words": wording.quoted(report.text)}
        action = link(EDIT, slug=by_pk[report.listing_id].slug)
        yield report.listing_id, Item(_("Is this right?"), sentence, report.asked_at, action)


WAITING: list[Reader] = [_reviews]
ASKED: list[Reader] = [_reports]
