"""The pictures that everybody sees. On the internet the proxy serves them; here they answer the same."""

from django.http import Http404
from django.views.decorators.http import require_safe

from directory.photos import files
from directory.photos.serving import picture

# A name never gets other bytes.
FOR_A_YEAR = {"Cache-Control": "public, max-age=31536000, immutable"}


@require_safe
def photo_file(request, name):
    """Only what has a name of ours: none of them leads out of the folder, and there is no list of them."""
    if not files.NAME.fullmatch(name):
        raise Http404
    try:
        return picture(files.public().open(name), name, **FOR_A_YEAR)
    except FileNotFoundError:
        raise Http404 from None
