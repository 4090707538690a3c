"""The signed link in the letter to the old contact of a listing: behind it they object to a claim."""

from datetime import timedelta

from django.core import signing
from django.urls import reverse

from directory.claiming import OBJECTION_LASTS

SALT = "directory.objection"
# Longer than the time to object, so that whoever comes late reads what became of it.
LASTS = OBJECTION_LASTS + timedelta(days=30)


def objection_path(claim) -> str:
    token = signing.dumps(claim.pk, salt=SALT)
    return reverse("directory:claim_objection", args=[claim.listing.slug, token])


def claim_of(token: str) -> int | None:
    """The key of a claim; None for what we did not sign, or too long ago."""
    try:
        return signing.loads(token, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
