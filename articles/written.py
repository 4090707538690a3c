"""Whether this process has written what readers see of the guides, so that whoever remembers a part of it looks again
at once: pages of the directory show what an edition says, and none may go on saying what it has taken back."""

from django.db import transaction

_last = object()


def announce() -> None:
    """With the change: for this thread at once, for all others when it is theirs to see."""
    _note()
    transaction.on_commit(_note)


def last() -> object:
    """Another object after each change of this process."""
    return _last


def is_uncommitted() -> bool:
    """Whether this thread's open transaction has changed something that nobody else may see, or ever will."""
    return any(_note in entry for entry in transaction.get_connection().run_on_commit)


def _note() -> None:
    global _last
    _last = object()
