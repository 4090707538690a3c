"""What a claim needs before it may be opened: a listing that can be claimed, and a way that can prove it."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from directory.choices import ClaimWay
from directory.claiming import STANDS_AFTER
from directory.domains import is_at_own_site, own_domain
from directory.models.listing import Listing

# What readers are told, where a listing cannot be claimed.
DEMONSTRATION = _("This is an invented practice that shows how listings look. It cannot be claimed.")
CLOSED = _("This practice is closed for good, so nobody can claim it. If that is wrong, please write to us.")
NOT_SHOWN = _("This listing is not published now, so it cannot be claimed. Please write to us.")


def refusal_of(listing) -> str:
    """Why nobody may claim it; empty where somebody may."""
    if listing.is_demonstration:
        return str(DEMONSTRATION)
    if Listing.objects.claimable().filter(pk=listing.pk).exists():
        return ""
    return str(CLOSED if listing.status == Listing.Status.CLOSED else NOT_SHOWN)


def ways_of(listing) -> list[ClaimWay]:
    """Those that can prove something here, the quickest first. Whoever asks learns nothing that the page hides."""
    open_ = {
        ClaimWay.LISTED_EMAIL: bool(listing.email),
        ClaimWay.OWN_SITE: bool(own_domain(listing.website)) and website_has_stood(listing),
        ClaimWay.CALL: bool(listing.phone),
        ClaimWay.OTHER: True,
    }
    return [way for way in ClaimWay if open_[way]]


def website_has_stood(listing) -> bool:
    """Long enough that nobody set it just to claim the listing with it."""
    return website_since(listing) <= timezone.now() - STANDS_AFTER


def website_since(listing) -> datetime:
    moved = listing.changes.applied().filter(fields__has_key="website").values_list("at", flat=True).first()
    return moved or listing.created_at


def must_be_claimable(listing, user) -> None:
    if refusal := refusal_of(listing):
        raise ValidationError(refusal)
    if listing.memberships.of(user).exists():
        raise ValidationError(now("You are a manager of this listing already."))


def must_prove(listing, way, address) -> None:
    """Raises ValidationError where a letter to this address would prove nothing now."""
    if way not in ways_of(listing):
        raise ValidationError(now("This way is not open for this listing. Please choose another one."))
    if way == ClaimWay.LISTED_EMAIL and address.casefold() != listing.email.casefold():
        raise ValidationError(now("The listing has another e-mail address by now. Please begin again."))
    if way == ClaimWay.OWN_SITE and not is_at_own_site(address, listing.website):
        raise ValidationError(
            now("This address is not at the web site of the listing. Please name one that is, or choose another way.")
        )
