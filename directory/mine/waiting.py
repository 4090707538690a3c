"""What waits for our staff, and what our staff wait for. One function is one kind of thing."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from directory import wording
from directory.mine.links import EDIT, PHOTOS, REVIEW, Link, link
from directory.mine.sent_back import sent_back
from directory.models import Change, Listing, Photo, Report


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


def _photos(listings: list[Listing]) -> Iterable[tuple[int, Item]]:
    for photo in Photo.objects.at(listings).undecided():
        words = _("%(alt)s Our staff look at it before visitors can see it.") % {"alt": wording.quoted(photo.alt)}
        yield photo.listing_id, Item(_("A photo"), words, photo.uploaded_at)


def _refused_photos(listings: list[Listing]) -> Iterable[tuple[int, Item]]:
    for photo in Photo.objects.at(listings).refused().select_related("listing"):
        words = _("%(alt)s This is why: %(reason)s") % {"alt": wording.quoted(photo.alt), "reason": photo.reason}
        item = Item(_("We could not take a photo"), words, photo.decided_at, link(PHOTOS, slug=photo.listing.slug))
        yield photo.listing_id, item


def _changes(listings: list[Listing]) -> Iterable[tuple[int, Item]]:
    for change in Change.objects.waiting().filter(listing__in=listings).select_related("listing"):
        words = _("Our staff read it. Until then visitors see what was there before.")
        action = link(REVIEW, slug=change.listing.slug)
        yield change.listing_id, Item(_("What you changed"), words, change.proposed_at, action)


def _sent_back(listings: list[Listing]) -> Iterable[tuple[int, Item]]:
    for pk, change in sent_back(listings).items():
        words = _("Our staff could not take it as it was: %(reason)s") % {"reason": wording.quoted(change.reason)}
        yield pk, Item(_("Please look at this again"), words, change.at, link(REVIEW, slug=change.listing.slug))


WAITING: list[Reader] = [_reviews, _changes, _photos]
ASKED: list[Reader] = [_sent_back, _reports, _refused_photos]
