"""What a provider reads where a file is not taken: what is wrong, and what to do."""

from django.utils.translation import gettext_lazy as _

from directory.photos.rules import Problem

SENTENCES = {
    Problem.UNREADABLE: _("We could not read this file as a photo. Please send a JPEG, PNG or WebP of up to 10 MB."),
    Problem.OTHER_NAME: _(
        "The name of this file does not fit what is in it. Please save it anew as a JPEG, PNG or WebP, then send that."
    ),
    Problem.TOO_LARGE: _("This file is larger than 10 MB. Please send a smaller JPEG, PNG or WebP."),
    Problem.TOO_MANY_PIXELS: _("This photo has more than 40 million pixels. Please send a smaller copy of it."),
    Problem.TOO_SMALL: _("This photo is too small. Please send one that is at least 400 pixels wide or high."),
    Problem.MOVES: _("This picture moves. Please send one that stands still."),
    Problem.LOST: _("The file is no longer here. Please send it again."),
}
assert set(SENTENCES) == set(Problem), "a problem has no sentence"
