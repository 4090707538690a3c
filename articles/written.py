"""Whether this process has written what readers see of the guides, so that whoever remembers a part of it looks again
at once: pages of the directory show what an edition says, and none may go on saying what it has taken back."""

from django.db import transaction

_last = object()


def announce() -> None:
    """With the change, and told when it is for all to see."""
    transaction.on_commit(_note)


def last() -> object:
    """Another object after each change of this process."""
    return _last


def _note() -> None:
    global _last
    _last = object()
