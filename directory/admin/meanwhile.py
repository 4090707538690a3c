"""A form that was open for a while does not undo what somebody else wrote meanwhile."""

from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from directory.changelog.page import Line, entries_of
from directory.models import Change

# Neither is in the form, so the form cannot undo it.
NOT_IN_THE_FORM = {"status", "confirmed_on"}


def last_change(listing) -> str:
    """A moment for the form to bring along: when what it shows was last changed."""
    at = listing.changes.applied().values_list("at", flat=True).first()
    return at.isoformat() if at else ""


def refuse_unseen(listing, seen: str | None) -> None:
    """Raises ValidationError with what was changed after `seen`. The caller holds the listing's row."""
    if seen is None:
        return
    since = listing.changes.applied().since(_moment(seen))
    unseen = [change for change in since if not NOT_IN_THE_FORM.issuperset(change.fields)]
    if unseen:
        raise ValidationError([_("Nothing is saved: this was changed while you had it open."), *_told(listing, unseen)])


def _moment(seen: str):
    try:
        return parse_datetime(seen)
    except ValueError:
        return None


def _told(listing, changes: list[Change]) -> list[str]:
    return [_sentence(line, entry.who) for entry in entries_of(listing, changes) for line in entry.lines]


def _sentence(line: Line, who: str) -> str:
    words = {"label": line.label, "new": line.new or _("not stated"), "who": who}
    if not line.has_values:
        return _("%(label)s is another now (%(who)s).") % words
    return _("%(label)s is now: %(new)s (%(who)s).") % words
