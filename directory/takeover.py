"""What staff should see before they decide about a claim: signs that somebody may be taking what is not theirs."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from directory import wording
from directory.changelog.paths import label_of, words_of
from directory.claiming import STANDS_AFTER
from directory.domains import domain_of, host_of, is_shared, registrable
from directory.models import Claim
from directory.vocabulary import current

CONTACTS = ("email", "phone", "website", "booking_url", "street", "name")
NEW_ACCOUNT = timedelta(days=7)
ALIKE = 2


@dataclass(frozen=True)
class Moved:
    """One contact detail that was changed lately."""

    at: object
    label: str
    old: str
    new: str
    who: str


def contact_changes(listing) -> list[Moved]:
    """Newest first. Staff see the values, which the public log keeps back."""
    lately = listing.changes.applied().filter(at__gte=timezone.now() - STANDS_AFTER)
    words = current()
    return [
        Moved(
            change.at, label_of(path, words, {}), words_of(path, old), words_of(path, new), change.get_actor_display()
        )
        for change in lately
        for path, (old, new) in change.fields.items()
        if path in CONTACTS
    ]


def signs(claim) -> list[str]:
    """As sentences; none is no proof of good faith."""
    return [sentence for sign in SIGNS if (sentence := sign(claim))]


def _contact_was_moved(claim):
    if contact_changes(claim.listing):
        return _("Contact details of the listing were changed within 90 days.")


def _account_is_new(claim):
    if claim.opened_at - claim.user.joined_at < NEW_ACCOUNT:
        return _("The account was made less than a week before the claim.")


def _others_claim_it(claim):
    others = Claim.objects.filter(listing=claim.listing, opened_at__gte=timezone.now() - STANDS_AFTER)
    number = others.exclude(user=claim.user).values("user").distinct().count()
    words = ngettext(
        "%d other person claimed this listing within 90 days.",
        "%d other people claimed this listing within 90 days.",
        number,
    )
    return words % number if number else ""


def _claims_many(claim):
    number = Claim.objects.of(claim.user).exclude(listing=claim.listing).values("listing").distinct().count()
    words = ngettext("The same person claims %d other listing.", "The same person claims %d other listings.", number)
    return words % number if number else ""


def _was_refused_before(claim):
    bad = Claim.objects.of(claim.user).filter(status__in=[Claim.Status.REFUSED, Claim.Status.OBJECTED]).exists()
    return _("A claim of this person was refused, or somebody objected to it.") if bad else ""


def _guesses(claim):
    return _("Wrong codes were typed: %d.") % claim.tries if claim.tries else ""


def _looks_alike(claim):
    own, theirs = registrable(host_of(claim.listing.website)), registrable(domain_of(claim.user.email))
    if own and theirs and own != theirs and _distance(own, theirs) <= ALIKE:
        return _("The address of the account is at %(theirs)s, which looks like %(own)s and is not the same.") % {
            "theirs": wording.quoted(theirs),
            "own": wording.quoted(own),
        }


def _site_is_shared(claim):
    if is_shared(host_of(claim.listing.website)):
        return _("The web site of the listing stands on a host that strangers share.")


def _manager_was_here_lately(claim):
    if claim.listing.memberships.filter(user__last_login__gte=timezone.now() - STANDS_AFTER).exists():
        return _("Its manager has signed in within 90 days.")


SIGNS = [
    _contact_was_moved,
    _manager_was_here_lately,
    _account_is_new,
    _others_claim_it,
    _claims_many,
    _was_refused_before,
    _guesses,
    _looks_alike,
    _site_is_shared,
]


def _distance(one: str, other: str) -> int:
    """How many letters have to be put in, taken out or changed."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, row = row, [i]
        for j, b in enumerate(other, start=1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b)))
    return row[-1]
