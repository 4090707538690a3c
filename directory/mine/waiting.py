"""What waits for our staff, and what our staff wait for. One function is one kind of thing."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from directory import wording
from directory.mine.links import EDIT, PHOTOS, Link, link
from directory.models import Claim, Listing, Photo, Report
from directory.objection_links import objection_path


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


def _claims(listings: list[Listing]) -> Iterable[tuple[int, Item]]:
    """Those to which a manager may object. The letter that told them of it may have gone astray."""
    for claim in Claim.objects.objectionable().filter(listing__in=listings).select_related("listing", "user"):
        words = _("%(person)s asks to keep this listing instead of you. You may object until %(day)s.")
        sentence = words % {"person": claim.user, "day": wording.a_date(claim.objection_day)}
        action = Link(_("Look at it, and object if it is wrong"), objection_path(claim))
        yield claim.listing_id, Item(_("Somebody else asks for this listing"), sentence, claim.told_at, action)


def _photos(listings: list[Listing]) -> Iterable[tuple[int, Item]]:
    for photo in Photo.objects.at(listings).undecided():
        words = _("%(alt)s Our staff look at it before visitors can see it.") % {"alt": wording.quoted(photo.alt)}
        yield photo.listing_id, Item(_("A photo"), words, photo.uploaded_at)


def _refused_photos(listings: list[Listing]) -> Iterable[tuple[int, Item]]:
    for photo in Photo.objects.at(listings).refused().select_related("listing"):
        words = _("%(alt)s This is why: %(reason)s") % {"alt": wording.quoted(photo.alt), "reason": photo.reason}
        item = Item(_("We could not take a photo"), words, photo.decided_at, link(PHOTOS, slug=photo.listing.slug))
        yield photo.listing_id, item


WAITING: list[Reader] = [_reviews, _photos]
ASKED: list[Reader] = [_claims, _reports, _refused_photos]
