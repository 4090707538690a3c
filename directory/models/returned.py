"""What our staff sent back, and its writer has neither sent again nor given up: those words come back to them."""

from directory.models.change import Change
from directory.models.proposable import row_of
from directory.models.proposing import Moved, Snapshot, is_row, laid_over


def returned(listing) -> Change | None:
    """What came back last; None once it was given up, or what the whole listing is has changed since."""
    # Only what came back has a reason, given up or not.
    decided = listing.changes.filter(status__in=[Change.Status.SENT_BACK, Change.Status.WITHDRAWN])
    last = decided.exclude(reason="").first()
    if last is None or last.status != Change.Status.SENT_BACK:
        return None
    return None if listing.changes.since(last.at).filter(fields__has_key="status").exists() else last


def returned_words(listing) -> Moved:
    """Without what was sent again since, and without licenses: the form asks for each of those anew."""
    change = returned(listing)
    if change is None:
        return {}
    later = listing.changes.filter(proposed_at__gte=change.at).values_list("fields", flat=True)
    again = {path for fields in later for path in fields}
    return {
        path: values
        for path, values in change.fields.items()
        if not path.startswith("licenses.") and not {path, row_of(path)} & again
    }


def laid_back(words: Snapshot, fields: Moved) -> Snapshot:
    """For a form. A row that was to go stays in it: without its controls nobody could send it away again."""
    return laid_over(words, {path: new for path, (_old, new) in fields.items() if not (new is None and is_row(path))})
