"""What waits for our staff, and what our staff wait for. One function is one kind of thing."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from directory import wording
from directory.mine.links import EDIT, PHOTOS, REVIEW, Link, link
from directory.mine.sent_back import came_back, last_moves
from directory.models import Change, Claim, Listing, Photo, Report
from directory.objection_links import objection_path


@dataclass(frozen=True)
class Item:
    """`is_asked` where our staff wait for the provider, and not the provider for our staff."""

    title: str
    sentence: str
    since: datetime | None = None
    action: Link | None = None
    is_asked: bool = False


Items = dict[int, list[Item]]
Reader = Callable[[list[Listing]], Iterable[tuple[int, Item]]]


def waiting(listings: list[Listing]) -> Items:
    """{listing: what lies with our staff}."""
    return waiting_and_asked(listings)[0]


def asked(listings: list[Listing]) -> Items:
    """{listing: what our staff have asked about it}."""
    return waiting_and_asked(listings)[1]


def waiting_and_asked(listings: list[Listing]) -> tuple[Items, Items]:
    """Both at once: some kinds of things are either, and are looked up once."""
    waits: Items = defaultdict(list)
    asks: Items = defaultdict(list)
    for read in READERS:
        for pk, item in read(listings):
            (asks if item.is_asked else waits)[pk].append(item)
    return waits, asks


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
        yield report.listing_id, Item(_("Is this right?"), sentence, report.asked_at, action, is_asked=True)


def _claims(listings: list[Listing]) -> Iterable[tuple[int, Item]]:
    """Those to which a manager may object. The letter that told them of it may have gone astray."""
    for claim in Claim.objects.objectionable().filter(listing__in=listings).select_related("listing", "user"):
        words = _("%(person)s asks to keep this listing instead of you. You may object until %(day)s.")
        sentence = words % {"person": claim.user, "day": wording.a_date(claim.objection_day)}
        action = Link(_("Look at it, and object if it is wrong"), objection_path(claim))
        yield (
            claim.listing_id,
            Item(_("Somebody else asks for this listing"), sentence, claim.told_at, action, is_asked=True),
        )


def _photos(listings: list[Listing]) -> Iterable[tuple[int, Item]]:
    theirs = Photo.objects.at(listings)
    for photo in (theirs.undecided() | theirs.refused()).select_related("listing"):
        yield photo.listing_id, _refused(photo) if photo.status == Photo.Status.REFUSED else _undecided(photo)


def _undecided(photo: Photo) -> Item:
    words = _("%(alt)s Our staff look at it before visitors can see it.") % {"alt": wording.quoted(photo.alt)}
    return Item(_("A photo"), words, photo.uploaded_at)


def _refused(photo: Photo) -> Item:
    words = _("%(alt)s This is why: %(reason)s") % {"alt": wording.quoted(photo.alt), "reason": photo.reason}
    action = link(PHOTOS, slug=photo.listing.slug)
    return Item(_("We could not take a photo"), words, photo.decided_at, action, is_asked=True)


def _changes(listings: list[Listing]) -> Iterable[tuple[int, Item]]:
    for pk, change in last_moves(listings).items():
        action = link(REVIEW, slug=change.listing.slug)
        if change.is_waiting:
            yield pk, Item(_("What you changed"), _until_read(change.listing), change.proposed_at, action)
        elif came_back(change):
            words = _("Our staff could not take it as it was: %(reason)s") % {"reason": wording.quoted(change.reason)}
            yield pk, Item(_("Please look at this again"), words, change.at, action, is_asked=True)


def _until_read(listing: Listing) -> str:
    if listing.has_a_page:
        return _("Our staff read it. Until then visitors see what was there before.")
    if listing.status == Listing.Status.DRAFT:
        return _("Our staff read it with the listing, once you have sent it.")
    return _("Our staff read it. Visitors see nothing of the listing now.")


def _suspensions(listings: list[Listing]) -> Iterable[tuple[int, Item]]:
    """The last word of our staff on each that they have taken off the site."""
    off = {listing.pk: listing for listing in listings if listing.status == Listing.Status.SUSPENDED}
    last = {change.listing_id: change for change in Change.objects.suspending().filter(listing__in=off).reverse()}
    for pk, change in last.items():
        words = _("This is why: %(reason)s Please correct it, or answer our letter if you see it differently.")
        sentence = words % {"reason": wording.quoted(change.reason)}
        action = link(EDIT, slug=off[pk].slug)
        yield pk, Item(_("Our staff have taken it off the site"), sentence, change.at, action, is_asked=True)


READERS: list[Reader] = [_reviews, _suspensions, _claims, _changes, _reports, _photos]
