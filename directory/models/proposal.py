"""What a provider writes: some of it is true at once, the rest joins the one change that waits for staff."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from directory.models import contact_news
from directory.models.change import Actor, Change
from directory.models.new_people import refuse_unfit, with_rows
from directory.models.proposable import LIVE_AT_ONCE, is_staffs
from directory.models.proposing import Moved, joined, laid_over, what_moves
from directory.models.snapshot import Snapshot, plain, plain_values, snapshot
from directory.models.writing import refuse_unproposable, write


class WrittenMeanwhile(ValidationError):
    """Somebody wrote something else while the form was open. `clashes` is {path: (theirs, yours)}."""

    def __init__(self, clashes: dict[str, tuple]):
        sentence = _("Somebody wrote something else here while you had this open. Both are shown: please choose.")
        super().__init__(dict.fromkeys(clashes, sentence))
        self.clashes = clashes


def propose(listing, fields: Snapshot, *, by, seen: Snapshot | None = None) -> Change | None:
    """The caller holds the listing's row. Gives the change that waits now, or None."""
    fields = plain_values(fields)
    refuse_unproposable(fields)
    _refuse_strangers(listing, fields)
    _refuse_unseen(listing, fields, seen or {})
    live, waits = _parted(listing, fields)
    listing.apply(live, by=by, actor=Actor.PROVIDER)
    return _join(listing, waits, by=by)


def latest_words(listing) -> Snapshot:
    """What the provider last said, public or not."""
    waiting = listing.changes.waiting().first()
    words = {path: new for path, (_old, new) in waiting.fields.items()} if waiting else {}
    return laid_over(snapshot(listing.pk), words)


def drop_waiting(listing, *paths: str) -> None:
    """What staff have not read yet and nobody means any more. The caller holds the listing's row."""
    waiting = listing.changes.waiting().first()
    if waiting is None or not waiting.fields.keys() & set(paths):
        return
    waiting.fields = {path: values for path, values in waiting.fields.items() if path not in paths}
    if not waiting.fields:
        waiting.delete()
        return
    # Whoever of staff has it open looks again.
    waiting.at = timezone.now()
    waiting.save(update_fields=["fields", "at"])


def _refuse_strangers(listing, fields: Snapshot) -> None:
    """Somebody who works there already is written about; somebody new is named for staff to look up."""
    here = {str(pk) for pk in listing.positions.values_list("clinician", flat=True)}
    strangers = [path for path in fields if path.startswith("positions.") and path.split(".")[1] not in here]
    if strangers:
        raise ValidationError(dict.fromkeys(strangers, _("This person is not listed here.")))


def _refuse_unseen(listing, fields: Snapshot, seen: Snapshot) -> None:
    said = latest_words(listing)
    clashes = {
        path: (said.get(path), fields[path])
        for path in fields.keys() & seen.keys()
        if said.get(path) not in (plain(seen[path]), fields[path])
    }
    if clashes:
        raise WrittenMeanwhile(clashes)


def _parted(listing, fields: Snapshot) -> tuple[Snapshot, Snapshot]:
    """What is true at once, and what staff read first."""
    if not listing.has_been_public:
        staffs = {path for path in fields if is_staffs(path)}
        return {path: fields[path] for path in fields.keys() - staffs}, {path: fields[path] for path in staffs}
    live = {path: value for path, value in fields.items() if path in LIVE_AT_ONCE} | _hours_without_notes(
        listing, fields
    )
    return live, {path: value for path, value in fields.items() if path not in LIVE_AT_ONCE}


def _hours_without_notes(listing, fields: Snapshot) -> Snapshot:
    """A stretch is public at once and its note is not. All of them wait too: what is public then drops out there."""
    hours = {path: value for path, value in fields.items() if path.startswith("hours.")}
    if not hours:
        return {}
    public = snapshot(listing.pk)
    return {path: value and True for path, value in hours.items() if not (isinstance(value, str) and public.get(path))}


def _join(listing, fields: Snapshot, *, by) -> Change | None:
    waiting = listing.changes.waiting().first()
    before: Moved = waiting.fields if waiting else {}
    wanted = joined(before, with_rows(fields))
    if not wanted:
        return None
    moves = what_moves(wanted, snapshot(listing.pk), _as_it_would_be(listing, wanted), before)
    if moves == before:
        return waiting
    return _kept(listing, waiting, moves, by=by)


def _as_it_would_be(listing, wanted: Snapshot) -> Snapshot:
    """Written for a moment, so that every rule has its say, and every value is read as it would be stored."""
    staffs = {path: value for path, value in wanted.items() if is_staffs(path)}
    with transaction.atomic():
        trial = type(listing).objects.get(pk=listing.pk)
        refuse_unfit(trial, staffs)
        write(trial, wanted)
        then = snapshot(listing.pk)
        transaction.set_rollback(True)
    return laid_over(then, staffs)


def _kept(listing, waiting: Change | None, moves: Moved, *, by) -> Change | None:
    if not moves:
        if waiting:
            waiting.delete()
        return None
    now, before = timezone.now(), waiting.fields if waiting else {}
    waiting = waiting or Change(listing=listing, status=Change.Status.WAITING, proposed_at=now, actor=Actor.PROVIDER)
    waiting.fields, waiting.by, waiting.at = moves, by, now
    waiting.save()
    contact_news.proposed(waiting, before)
    return waiting
