"""Asks providers whether their listings are still true."""

from django.db import transaction
from django.utils import timezone

from directory.confirmation_links import confirmation_path
from directory.emails import confirmation_due
from directory.models import Letter, Listing
from directory.reminders import DUE_AFTER, GIVEN_UP_AFTER, Reminder, reminder_due


def ask_for_confirmations() -> int:
    """Writes the letters that are due today; the number of them."""
    today = timezone.localdate()
    oldest, newest = today - GIVEN_UP_AFTER, today - DUE_AFTER[Reminder.FIRST]
    due = Listing.objects.confirmable().exclude(email="").filter(confirmed_on__range=(oldest, newest))
    return sum(ask(pk) for pk in due.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def ask(pk: int) -> bool:
    """Locked, so that a confirmation of this moment is seen and nobody is asked in vain."""
    listing = Listing.objects.select_for_update().get(pk=pk)
    reminder = listing.confirmed_on and reminder_due(listing.confirmed_on, timezone.localdate())
    if not reminder or Letter.objects.filter(occasion=occasion(listing, reminder)).exists():
        return False
    words = confirmation_due(listing, reminder, confirmation_path(listing))
    Letter.write(occasion=occasion(listing, reminder), to=listing.email, listing=listing, **words)
    return True


def occasion(listing, reminder: Reminder) -> str:
    return f"confirm/{listing.pk}/{listing.confirmed_on.isoformat()}/{reminder}"
