"""The day's work in its order, with a sentence for what each part did."""

from collections.abc import Callable
from dataclasses import dataclass

from directory.upkeep.claims import expire_claims, settle_claims
from directory.upkeep.confirmations import ask_for_confirmations
from directory.upkeep.photos import remove_orphan_files, remove_refused_photos
from directory.upkeep.purges import (
    purge_changes,
    purge_claims,
    purge_invitations,
    purge_letters,
    purge_reports,
    purge_sessions,
    purge_sightings,
    purge_unfinished_accounts,
)


@dataclass(frozen=True)
class Task:
    """`run` gives a number, which the sentence names."""

    run: Callable[[], int]
    sentence: str


TASKS = [
    Task(ask_for_confirmations, "%d letters written to ask whether a listing is still true."),
    Task(settle_claims, "%d claims granted, to which nobody has objected."),
    Task(expire_claims, "%d claims ended, which nobody has proved."),
    Task(purge_letters, "%d old letters removed."),
    Task(purge_reports, "%d old error reports emptied of their words."),
    Task(purge_changes, "%d old proposals removed that never came true."),
    Task(purge_claims, "%d old claims emptied of their words."),
    Task(purge_invitations, "%d old invitations removed."),
    Task(purge_sessions, "%d sessions that have run out removed."),
    Task(purge_unfinished_accounts, "%d accounts removed whose address was never confirmed."),
    Task(remove_refused_photos, "%d refused photos removed."),
    Task(remove_orphan_files, "%d files of photos removed that nothing pointed to."),
    Task(purge_sightings, "%d old counts of page views removed."),
]
