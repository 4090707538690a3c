"""The index loaded in a process of its own, as a new worker loads it: seconds, bytes by its own account, bytes that
the process grew by, and listings, as one line of JSON.

python -m tests.bench.loading
"""

import json
import os
import time

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "psychly.settings")
    django.setup()
    from django.utils import timezone

    from directory.models import Listing
    from directory.search import live
    from directory.search.query import Query
    from tests.bench.measure import resident_bytes

    Listing.objects.exists()  # the connection is not what is measured
    before, start = resident_bytes(), time.perf_counter()
    live.search(Query(timezone.localdate()))
    seconds = time.perf_counter() - start
    index = live.index()
    print(json.dumps([seconds, index.nbytes, resident_bytes() - before, len(index.columns)]))


if __name__ == "__main__":
    main()
