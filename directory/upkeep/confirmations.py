"""Asks providers whether their listings are still true."""

from django.db import transaction
from django.utils import timezone

from directory.confirmation_links import confirmation_path
from directory.emails import confirmation_due
from directory.models import Letter, Listing
from directory.reminders import DUE_AFTER, GIVEN_UP_AFTER, Reminder, reminder_due


def ask_for_confirmations() -> int:
    """Writes the letters that are due today, to the address of each listing or else to its managers; the number of
    them."""
    today = timezone.localdate()
    oldest, newest = today - GIVEN_UP_AFTER, today - DUE_AFTER[Reminder.FIRST]
    due = Listing.objects.confirmable().filter(confirmed_on__range=(oldest, newest))
    return sum(ask(pk) for pk in due.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def ask(pk: int) -> int:
    """Locked, so that a confirmation of this moment is seen and nobody is asked in vain."""
    listing = Listing.objects.select_for_update().get(pk=pk)
    reminder = listing.confirmed_on and reminder_due(listing.confirmed_on, timezone.localdate())
    # Whoever was asked this time, at whichever address: nobody else is asked the same again.
    if not reminder or Letter.objects.about(listing, occasion(listing, reminder)).exists():
        return 0
    words, addressees = confirmation_due(listing, reminder, confirmation_path(listing)), listing.addressees()
    for ending, address in addressees.items():
        Letter.write(occasion=occasion(listing, reminder) + ending, to=address, listing=listing, **words)
    return len(addressees)


def occasion(listing, reminder: Reminder) -> str:
    return f"confirm/{listing.pk}/{listing.confirmed_on.isoformat()}/{reminder}"
