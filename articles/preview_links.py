"""The signed address at which somebody who was asked for a review reads the working copy, for some weeks."""

from datetime import timedelta

from django.core import signing
from django.urls import reverse

SALT = "articles.preview"
LASTS = timedelta(days=14)


def preview_path(review):
    return reverse("articles:edition_preview", args=[signing.dumps(review.pk, salt=SALT)])


def read_token(token):
    """The number of the review; None for what we did not sign, or too long ago."""
    try:
        return signing.loads(token, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return None
