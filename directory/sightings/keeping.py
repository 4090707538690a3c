"""From memory into the database: once a minute while there is something to write, and when a process ends."""

import logging
from collections import defaultdict
from datetime import date
from itertools import islice

from django.db import connections, transaction

from directory.models import Listing, Sighting
from directory.sightings.counting import Counted, Counting

logger = logging.getLogger(__name__)
BATCH = 500


def write_down() -> None:
    """In a thread of its own, or at the end of a process. What fails is kept for the next time."""
    try:
        flush()
    except Exception:
        # Counts must not take the site with them; a database that is away comes back.
        logger.exception("sightings: not written, kept for the next time")
    finally:
        connections.close_all()


def flush() -> None:
    """Part by part: what is written is not counted again where a later part fails."""
    counts = counting.take()
    try:
        while counts:
            part = dict(islice(counts.items(), BATCH))
            _write(part)
            for key in part:
                del counts[key]
    except BaseException:
        counting.put_back(counts)
        raise


@transaction.atomic
def _write(part: dict[Counted, int]) -> None:
    for week, numbers in sorted(_numbers(part).items()):
        Sighting.objects.add(week, numbers)


def _numbers(part: dict[Counted, int]) -> dict[date, dict[int, tuple[int, int]]]:
    """{week: {listing: (seen, listed)}} of real listings that are still there."""
    pks = _pks_by_name({name for _week, name in part})
    found: dict[date, dict[int, tuple[int, int]]] = defaultdict(dict)
    for (week, name), number in part.items():
        if pk := pks.get(name):
            seen, listed = found[week].get(pk, (0, 0))
            found[week][pk] = (seen + number, listed) if isinstance(name, str) else (seen, listed + number)
    return found


def _pks_by_name(names: set[str | int]) -> dict[str | int, int]:
    """Of the names in the counts, be they slugs or numbers."""
    real = Listing.objects.real()
    slugs = real.at([name for name in names if isinstance(name, str)])
    numbers = real.filter(pk__in=[name for name in names if isinstance(name, int)])
    found: dict[str | int, int] = dict(slugs.values_list("slug", "pk"))
    return found | {pk: pk for pk in numbers.values_list("pk", flat=True)}


counting = Counting(write_down)
