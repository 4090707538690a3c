"""The benchmarks, on the database of DATABASE_URL, which must hold no listings: it is filled, and of no use afterwards.

python -m tests.bench                                        the index beside the plain ORM way
python -m tests.bench --listings 1000000 --index-only        the index alone
"""

import argparse
import os
import sys
import time

import django


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--listings", type=int, nargs="+", default=[10_000, 100_000], metavar="N")
    parser.add_argument("--index-only", action="store_true", help="without the plain tables, which take long to fill")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "psychly.settings")
    django.setup()
    _prepare()
    _measure_places()
    for size in options.listings:
        _measure(size, with_plain=not options.index_only)


def _measure_places() -> None:
    from tests.bench import places

    places.measure()


def _prepare() -> None:
    from django.core.management import call_command

    from directory.models import Listing
    from tests.bench import bulk

    call_command("migrate", verbosity=0)
    if Listing.objects.exists():
        sys.exit("This database has listings, and the benchmarks would spoil it: name an empty one in DATABASE_URL.")
    bulk.hurry()


def _measure(size: int, *, with_plain: bool) -> None:
    from django.utils import timezone

    from directory.search import live
    from tests.bench import around, fill, following, questions

    today, start = timezone.localdate(), time.perf_counter()
    fill.fill(size, today, plain=with_plain)
    print(f"\n  {size:,} listings (written in {time.perf_counter() - start:.0f} s)", flush=True)
    following.measure_loading()
    questions.measure(today, with_plain=with_plain)
    around.measure(today)
    following.measure_edits(today)
    live.forget()


main()
