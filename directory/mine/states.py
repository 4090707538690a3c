"""In what state a listing is, in words for who manages it."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from directory.choices import WITH_A_PAGE
from directory.models import Listing
from directory.profile.absence import absence_of

Status = Listing.Status


@dataclass(frozen=True)
class State:
    title: str
    sentence: str
    is_public: bool = False


# Those that nobody else can see.
UNSEEN = {
    Status.DRAFT: (
        _("Draft"),
        _("Only those who manage it can see it. Nothing is public before our staff have read it."),
    ),
    Status.PENDING_REVIEW: (
        _("With our staff"),
        _("Our staff are reading it. When they publish it, or have a question, you get a letter."),
    ),
    Status.SUSPENDED: (
        _("Taken off by our staff"),
        _("Visitors do not see it. You can still correct it here, or write to us."),
    ),
    Status.WITHDRAWN: (
        _("Withdrawn"),
        _("It was taken off the site because a manager asked for it. Visitors do not see it."),
    ),
}
assert set(UNSEEN) == set(Status) - WITH_A_PAGE, "a state has no words"


def state_of(listing) -> State:
    """The listing carries `is_visible`."""
    if words := UNSEEN.get(listing.status):
        title, sentence = words
        return State(str(title), str(sentence))
    if absence := absence_of(listing):
        return State(absence.title, absence.sentence)
    return State(str(_("Public")), str(_("Visitors find it in the search.")), is_public=True)
