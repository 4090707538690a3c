"""Where a provider can go from here, in the order in which it is shown. One line is one link."""

from typing import NamedTuple

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Door(NamedTuple):
    """An address by its URL name, with the words of its link and what it needs besides the slug of a listing."""

    name: str
    words: str | Promise
    more: dict[str, str] = {}


class Link(NamedTuple):
    words: str
    url: str


NAVIGATION = [
    Door("directory:mine", _("Your listings")),
    Door("account_email", _("Account")),
]
SIGN_OUT = Door("account_logout", _("Sign out"))

NEW = Door("directory:my_new", _("Start a new listing"))
CONFIRM = Door("directory:my_confirm", _("Look at the facts and confirm them"))
EDIT = Door("directory:my_edit", _("Change what it says"), {"step": "name"})
PHOTOS = Door("directory:my_photos", _("Photos"))
MANAGERS = Door("directory:my_managers", _("Who keeps it"))
PRICES = Door("directory:my_edit", _("State your prices"), {"step": "prices"})
REVIEW = Door("directory:my_review", _("Look it over: what is open, what waits"))
SEND = Door("directory:my_review", _("Look it over and send it"))
OF_A_LISTING = [
    EDIT,
    REVIEW,
    PHOTOS,
    MANAGERS,
    Door("directory:my_preview", _("See it as visitors would")),
    Door("directory:my_copy", _("Copy it to a second address")),
    Door("directory:my_away", _("Close it for a while, or take it down")),
]
# Where everybody may read of it.
PUBLIC = [
    Door("directory:listing_detail", _("Its public page")),
    Door("directory:listing_history", _("What changed, as visitors read it")),
]
OF_THE_ACCOUNT = [
    Door("directory:my_export", _("Download everything we store about you")),
    Door("directory:my_close", _("Close your account")),
]


def link(door: Door, **slug: str) -> Link | None:
    """None for a page that this site does not have."""
    try:
        return Link(str(door.words), reverse(door.name, kwargs=slug | door.more))
    except NoReverseMatch:
        return None


def links(doors: list[Door], **slug: str) -> list[Link]:
    return [found for door in doors if (found := link(door, **slug))]
