"""Generates demonstration practices and saves them in batches; a second run brings dates up to today."""

import gc
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from django.db import transaction
from django.utils import timezone

from directory.importers.demo.generate import Practice, generate
from directory.importers.demo.photos import hang_drawings
from directory.importers.demo.places import Towns
from directory.importers.demo.stored import create, delete, delete_the_idle, is_as_loaded
from directory.models import Listing, Place, Term

BATCH = 2000


class CannotDemonstrate(Exception):
    """Says why in a sentence."""


def load(count: int) -> tuple[Counter, list[str]]:
    """Makes the demonstration listings number 1 to `count`: how many were created, updated, unchanged, removed, left;
    and the names of those left because somebody changed them."""
    _check()
    towns, today = Towns.load(), timezone.localdate()
    outcome: Counter = Counter()
    left: list[str] = []
    delete_the_idle()
    with _rubbish_taken_out() as take_out:
        for start in range(1, count + 1, BATCH):
            practices = [generate(n, towns, today) for n in range(start, min(start + BATCH, count + 1))]
            with transaction.atomic():
                outcome += _load_batch(practices, left)
            take_out()
    outcome["removed"] = _remove_beyond(count, towns, today, left)
    hang_drawings()
    return outcome, left


@contextmanager
def _rubbish_taken_out() -> Iterator[Callable[[], int]]:
    """Once a batch, and only what the batch has left: Python itself would look through all that there is, many times a
    batch, which takes a third of the time. What somebody had put beyond its reach before stays there."""
    frozen_before = gc.get_freeze_count()
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield gc.collect
    finally:
        gc.enable()
        if not frozen_before:
            gc.unfreeze()


def _check():
    if Listing.objects.real().exists():
        raise CannotDemonstrate("There are real listings in this database, and demonstrations do not mix with them.")
    if not Place.objects.exists():
        raise CannotDemonstrate("There are no places yet: run load_places first.")
    if not Term.objects.exists():
        raise CannotDemonstrate("There is no vocabulary yet: run load_vocabulary first.")


def _load_batch(practices: list[Practice], left: list[str]) -> Counter:
    numbers = [made.listing["demonstration_number"] for made in practices]
    found = Listing.objects.filter(demonstration_number__in=numbers).with_page_facts().with_checks()
    stored = {listing.demonstration_number: listing for listing in found}
    new: list[Practice] = []
    outdated: list[Listing] = []
    outcome: Counter[str] = Counter()
    for number, made in zip(numbers, practices, strict=True):
        listing = stored.get(number)
        if listing is None:
            new.append(made)
        elif not is_as_loaded(listing, made):
            left.append(str(listing))
        elif listing.loaded_hash == made.hash:
            outcome["unchanged"] += 1
        else:
            outdated.append(listing)
            new.append(made)
    delete(outdated)
    create(new)
    return outcome + Counter(created=len(new) - len(outdated), updated=len(outdated))


@transaction.atomic
def _remove_beyond(count: int, towns: Towns, today: date, left: list[str]) -> int:
    """Demonstrations that an earlier run with a larger number made, and that nobody has changed since."""
    beyond = Listing.objects.filter(demonstration_number__gt=count).with_page_facts().with_checks()
    removed = []
    for listing in beyond:
        if is_as_loaded(listing, generate(listing.demonstration_number, towns, today)):
            removed.append(listing)
        else:
            left.append(str(listing))
    delete(removed)
    return len(removed)
