"""What happens when somebody closes the account, in the words of the page and in the database."""

from functools import cached_property

from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from directory import wording
from directory.emails import account_closed
from directory.models import Letter, Listing, Membership
from directory.reminders import Dates

Status = Listing.Status
# Without a manager, nobody could finish these.
UNFINISHED = {Status.DRAFT, Status.PENDING_REVIEW}
# Visitors read these, so whoever leaves says what becomes of them.
TO_BE_DECIDED = {Status.PUBLISHED, Status.TEMPORARILY_CLOSED}


class Leaving:
    """What an account leaves behind."""

    def __init__(self, user) -> None:
        self.user = user

    @property
    def is_refused(self) -> bool:
        """Who works at the staff desk leaves through whoever gave them the key."""
        return self.user.is_staff or self.user.is_superuser

    @cached_property
    def shared(self) -> list[Listing]:
        """Others manage these too."""
        return list(Listing.objects.editable_by(self.user).managed_by_others(self.user))

    @cached_property
    def alone(self) -> list[Listing]:
        shared = {listing.pk for listing in self.shared}
        return [each for each in Listing.objects.editable_by(self.user) if each.pk not in shared]

    @property
    def unfinished(self) -> list[Listing]:
        return [listing for listing in self.alone if listing.status in UNFINISHED]

    @property
    def deleted(self) -> list[Listing]:
        return [listing for listing in self.unfinished if listing.is_only_its_managers]

    @property
    def to_be_decided(self) -> list[Listing]:
        return [listing for listing in self.alone if listing.status in TO_BE_DECIDED]

    @property
    def others(self) -> list[Listing]:
        """They stay, and no visitor finds them."""
        gone = {listing.pk for listing in [*self.deleted, *self.to_be_decided]}
        return [listing for listing in self.alone if listing.pk not in gone]


def stays_until(listing) -> str:
    """What becomes of a listing that nobody manages."""
    if listing.status == Status.TEMPORARILY_CLOSED:
        return _("Its page goes on saying that it is closed for now.")
    hidden = Dates(listing.confirmed_on).hidden_on
    if hidden <= timezone.localdate():
        return _("It is hidden now, and stays so unless somebody confirms it.")
    words = _("Left, it stays public. Unless somebody confirms it, it is hidden from %(day)s on.")
    sentence = words % {"day": wording.a_date(hidden)}
    if not listing.email:
        return sentence
    return f"{sentence} " + _("The letters that ask for it go to the address of the listing, as before.")


@transaction.atomic
def close_account(user, *, withdrawing: list[Listing]) -> None:
    """Memberships, sessions and the account go; the history of listings keeps that it was the provider, and not who.
    Sent twice, it is done once."""
    held = get_user_model().objects.select_for_update().filter(pk=user.pk).first()
    if held is None:
        return
    leaving = Leaving(held)
    withdrawn = [listing for listing in leaving.to_be_decided if listing in withdrawing]
    for listing in withdrawn:
        listing.withdraw(by=held)
    for draft in leaving.unfinished:
        draft.abandon()
    for membership in Membership.objects.of(held).select_related("listing", "user"):
        membership.leave(gives_up=True)
    Letter.write(occasion=f"account-closed/{held.pk}", to=held.email, **account_closed(withdrawn))
    _end_sessions(str(held.pk))
    held.delete()


def _end_sessions(pk: str) -> None:
    """On every device; only who signs in has a session, so there are few to look through."""
    current = Session.objects.filter(expire_date__gt=timezone.now())
    theirs = [each.pk for each in current.iterator() if each.get_decoded().get("_auth_user_id") == pk]
    Session.objects.filter(pk__in=theirs).delete()
