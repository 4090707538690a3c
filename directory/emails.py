"""The words of letters. Each takes objects, looks nothing up, and gives a subject, a text and simple HTML."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from directory import wording
from directory.reminders import Dates, Reminder

Words = dict[str, str]

ASKED_TO_CONFIRM = {
    Reminder.FIRST: _("Is your listing on Psychly still true?"),
    Reminder.SECOND: _("Please confirm your listing on Psychly by %(marked)s"),
    Reminder.MARKED: _("Your listing on Psychly is now marked as not confirmed"),
    Reminder.LAST: _("Your listing on Psychly will be hidden on %(hidden)s"),
    Reminder.HIDDEN: _("Your listing on Psychly is hidden until you confirm it"),
}
assert set(ASKED_TO_CONFIRM) == set(Reminder), "a reminder has no subject"


def confirmation_due(listing, reminder: Reminder, path: str) -> Words:
    """`path` is where one click confirms it."""
    days = _days(listing)
    context = {"listing": listing, "reminder": reminder, "link": settings.SITE_URL + path, **days}
    return letter("confirmation_due", str(ASKED_TO_CONFIRM[reminder]) % days, context)


def confirmation_state(listing, reminder: Reminder) -> str:
    """How its confirmation stands, in the words of the letter; pages say the same."""
    context = {"listing": listing, "reminder": reminder, **_days(listing)}
    return render_to_string("emails/_confirmation_state.txt", context)


def _days(listing) -> dict[str, str]:
    dates = Dates(listing.confirmed_on)
    return {"marked": wording.a_date(dates.marked_on), "hidden": wording.a_date(dates.hidden_on)}


def report_to_clinic(report) -> Words:
    """Somebody says that a fact is wrong; who that was nobody knows."""
    subject = _("Somebody says that your listing on Psychly is wrong")
    return letter("report_to_clinic", str(subject), {"listing": report.listing, "report": report})


def change_approved(change, *, is_whole: bool) -> Words:
    """To who proposed it: all of it is part of the listing now, or a part; public only where the listing is."""
    if change.listing.has_a_page:
        subject = _("Your changes are public") if is_whole else _("Some of your changes are public")
    else:
        subject = _("Our staff have read your changes") if is_whole else _("Our staff have read some of your changes")
    return letter("change_approved", str(subject), {"listing": change.listing, "is_whole": is_whole})


def change_sent_back(change) -> Words:
    subject = _("Please look at your changes again")
    return letter("change_sent_back", str(subject), {"listing": change.listing, "reason": change.reason})


def listing_published(listing) -> Words:
    """To its managers, whenever it becomes public."""
    subject = _("Your listing is public on Psychly")
    return letter("listing_published", str(subject), {"listing": listing})


def listing_sent_back(listing, reason: str) -> Words:
    subject = _("Please look at your listing again")
    return letter("listing_sent_back", str(subject), {"listing": listing, "reason": reason})


def listing_suspended(listing, reason: str) -> Words:
    """To its managers, who may mend it, answer, or object."""
    subject = _("Our staff have taken your listing off the site")
    return letter("listing_suspended", str(subject), {"listing": listing, "reason": reason})


def listing_restored(listing, reason: str) -> Words:
    subject = _("Your listing is on the site again")
    return letter("listing_restored", str(subject), {"listing": listing, "reason": reason})


def contacts_proposed(listing, labels: list[str]) -> Words:
    """To the address that a listing has, or to its other managers: somebody asks to change how people reach it.
    `labels` name what, and no new value, because whoever reads the old address may be anybody by now."""
    subject = _("Somebody asks to change how people reach %(name)s") % {"name": listing.name}
    return letter("contacts_proposed", subject, {"listing": listing, "labels": labels})


def photo_published(photo) -> Words:
    """Of a listing that nobody sees yet, or any more, it waits for the page."""
    is_seen = photo.listing.has_a_page
    subject = _("Your photo is on your page on Psychly") if is_seen else _("Our staff accepted your photo on Psychly")
    return letter("photo_published", str(subject), {"listing": photo.listing, "photo": photo})


def photo_refused(photo) -> Words:
    """By our staff, or because the file could not be read."""
    subject = _("We could not take your photo on Psychly")
    return letter("photo_refused", str(subject), {"listing": photo.listing, "photo": photo})


def account_closed(withdrawn: list) -> Words:
    """To the address of the account that is no more."""
    subject = _("Your Psychly account is closed")
    return letter("account_closed", str(subject), {"withdrawn": withdrawn})


def letter(template: str, subject: str, context: dict) -> Words:
    context = context | {"site_url": settings.SITE_URL, "contact_email": settings.CONTACT_EMAIL}
    return {
        "subject": subject,
        "text": render_to_string(f"emails/{template}.txt", context),
        "html": render_to_string(f"emails/{template}.html", context | {"subject": subject}),
    }
