"""Another process that answers searches all the time: says when it begins, and when its answers first know of an edit.

python -m tests.bench.watching
"""

import os
import time

import django

LONGEST_WAIT_SECONDS = 30
SECONDS_BETWEEN_SEARCHES = 0.01


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "psychly.settings")
    django.setup()
    from django.utils import timezone

    from directory.search import live
    from directory.search.query import Query

    live.search(Query(timezone.localdate()))
    known, give_up = live.version(), time.monotonic() + LONGEST_WAIT_SECONDS
    print("watching", flush=True)
    while live.version() == known and time.monotonic() < give_up:
        time.sleep(SECONDS_BETWEEN_SEARCHES)
        live.search(Query(timezone.localdate()))
    print(time.time(), flush=True)


if __name__ == "__main__":
    main()
