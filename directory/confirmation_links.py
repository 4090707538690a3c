"""The signed link of a letter: it confirms what was last confirmed on one day, once, and for some weeks."""

from datetime import date, timedelta
from typing import NamedTuple

from django.core import signing
from django.urls import reverse

SALT = "directory.confirm"
# From the first reminder until the listing has been hidden for a month.
LASTS = timedelta(days=75)


class Signed(NamedTuple):
    listing_pk: int
    confirmed_on: date


def confirmation_path(listing) -> str:
    token = signing.dumps([listing.pk, listing.confirmed_on.toordinal()], salt=SALT)
    return reverse("directory:confirm", args=[token])


def read_token(token: str) -> Signed | None:
    """None for what we did not sign, or too long ago."""
    try:
        pk, day = signing.loads(token, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
    return Signed(pk, date.fromordinal(day))
