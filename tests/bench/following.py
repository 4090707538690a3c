"""What it costs to load the index, to hold it, to follow an edit, and to be the one who edits."""

import json
import subprocess
import sys
import time
from datetime import date
from statistics import median

from django.db import transaction

from directory.models import Listing, SearchRow, SearchVersion, Statement, Term
from directory.search import live
from directory.search.index import Index
from directory.search.load import refreshed
from directory.search.query import Query
from tests.bench.measure import median_ms, seconds
from tests.factories.directory import make_listing

TIMES = 15
# Beyond every generated listing.
OWN_PK = 10**9
STATED = 40
EDITS_WATCHED = 3
LONGEST_SECONDS_UNKNOWN = 2


def measure_loading() -> None:
    """In another process, because this one has seen too much for its memory to tell anything."""
    command = [sys.executable, "-m", "tests.bench.loading"]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    loading, own, grown, size = json.loads(said)
    print(f"  {'load, seconds':<36}{loading:>9.2f}")
    print(f"  {'bytes a listing in memory':<36}{own / size:>9.0f}   (the process grew by {grown / 1e6:.0f} MB)")


def measure_edits(today: date) -> None:
    print(f"  {'follow an edit':<36}{_patching(live.index()):>9.2f}")
    print(f"  {'follow an edit and answer f':<36}{_following(today):>9.2f}")
    print(f"  {'what an edit costs its writer':<36}{_writing():>9.2f}", flush=True)
    print(f"  {'seconds until others know of it':<36}{_spreading():>9.2f}", flush=True)


def _patching(index: Index) -> float:
    _edit(index)
    return median_ms(lambda: refreshed(index), TIMES)


def _edit(index: Index) -> None:
    """One listing has another price."""
    pk = int(index.columns.listing_id[len(index.columns) // 2])
    with transaction.atomic():
        version = SearchVersion.next_number()
        SearchRow.objects.filter(pk=pk).update(version=version, price_usd=version % 1000)


def _following(today: date) -> float:
    """What the first search after an edit waits for: sets of the day and counts are made anew."""
    spent = []
    for _ in range(TIMES):
        _edit(live.index())
        spent.append(seconds(lambda: live.search(Query(today))))
    return median(spent) * 1000


def _spreading() -> float:
    """The longest of a few times, each with another process that has just looked."""
    return max(_seen_elsewhere() for _ in range(EDITS_WATCHED))


def _seen_elsewhere() -> float:
    command = [sys.executable, "-m", "tests.bench.watching"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "watching\n"
        edited_at = time.time()
        _edit(live.index())
        seconds_taken = float(process.stdout.readline()) - edited_at
    assert seconds_taken < LONGEST_SECONDS_UNKNOWN, seconds_taken
    return seconds_taken


def _writing() -> float:
    """Beside saving the listing itself."""
    listing = Listing.objects.filter(pk=OWN_PK).first() or _make()
    return median_ms(listing.index, TIMES)


def _make() -> Listing:
    listing = make_listing(pk=OWN_PK)
    terms = Term.objects.filter(facet__in=["access", "language", "monitoring", "payment", "screening"])[:STATED]
    Statement.objects.bulk_create(Statement(listing=listing, term=term) for term in terms)
    return listing
