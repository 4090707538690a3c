"""Place suggestions at the full table of places, beside the plain ORM way: a name that begins so or holds it, the
largest first.

python -m tests.bench.places
"""

import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from statistics import median, quantiles

import django

from tests.bench.measure import resident_bytes, seconds

TIMES = 30
# What is typed, and what somebody who types it means.
MIX = {
    "beginnings": [
        ("la", "Los Angeles, CA"),
        ("den", "Denver, CO"),
        ("color", "Colorado"),
        ("san f", "San Francisco, CA"),
        ("st lou", "St. Louis, MO"),
        ("king co", "King County, WA"),
        ("nyc", "New York, NY"),
        ("springfield", "Springfield, MO"),
    ],
    "with a state": [
        ("springfield i", "Springfield, IL"),
        ("springfield, il", "Springfield, IL"),
        ("portland me", "Portland, ME"),
        ("charleston west v", "Charleston, WV"),
    ],
    "ZIP codes": [("80", "80001"), ("802", "80201"), ("80202", "80202"), ("0213", "02130")],
    "mistakes": [
        ("denvr", "Denver, CO"),
        ("pheonix", "Phoenix, AZ"),
        ("albuqer", "Albuquerque, NM"),
        ("cinncinati", "Cincinnati, OH"),
        ("san fransisco", "San Francisco, CA"),
        ("sprinfield il", "Springfield, IL"),
    ],
}

Asked = list[tuple[str, str]]


def measure() -> None:
    """Loads the places, if they are not there yet."""
    from django.core.management import call_command

    call_command("load_places", verbosity=0, stdout=io.StringIO())
    loaded, kept, grown = json.loads(subprocess.check_output([sys.executable, "-m", "tests.bench.places", "load"]))
    print(
        f"\n  places: read in {loaded:.1f} s, {kept / 1e6:.1f} MB kept a process, which grows by {grown / 1e6:.0f} MB"
    )
    print(
        f"  {'suggestions':<16}{'p50 ms':>8}{'p95':>8}{'found':>8}{'plain p50':>12}{'p95':>8}{'found':>8}{'ratio':>8}"
    )
    for name, asked in [*MIX.items(), ("all", [each for part in MIX.values() for each in part])]:
        print_row(name, asked)
    print_answer()


def print_row(name: str, asked: Asked) -> None:
    ours, plain = figures(suggest, asked), figures(plainly, asked)
    columns = [
        f"{p50:>{width}.2f}{p95:>8.2f}{f'{found}/{len(asked)}':>8}"
        for (p50, p95, found), width in ((ours, 8), (plain, 12))
    ]
    print(f"  {name:<16}{''.join(columns)}{plain[0] / ours[0]:>8.1f}", flush=True)


def figures(answer: Callable[[str], list[str]], asked: Asked) -> tuple[float, float, int]:
    """p50 and p95 in milliseconds, and how many find what was meant among their suggestions."""
    found = sum(meant in answer(typed) for typed, meant in asked)
    times = [seconds(lambda typed=typed: answer(typed)) * 1000 for typed, _ in asked for _ in range(TIMES)]
    return median(times), quantiles(times, n=20)[18], found


def suggest(typed: str) -> list[str]:
    from directory.search.atlas import live
    from directory.search.suggestions import suggested

    return [choice.value for choice in suggested(typed, live.current())]


def plainly(typed: str) -> list[str]:
    """What an ordinary view does: names that begin so, then names that hold it; after a comma a state."""
    from directory.models import Place

    name, _, state = (part.strip() for part in typed.partition(","))
    places = Place.objects.filter(state__istartswith=state) if state else Place.objects.all()
    if name.isdigit():
        found = list(places.filter(zip5__startswith=name).order_by("zip5")[:8])
    else:
        names = places.exclude(kind=Place.Kind.ZIP).order_by("-population")
        found = list(names.filter(name__istartswith=name)[:8])
        found = found or list(names.filter(name__icontains=name)[:8])
    return [place.value for place in found]


def print_answer() -> None:
    """The whole view, its middleware included, as a process answers it."""
    from django.test import Client

    client = Client(SERVER_NAME="127.0.0.1")

    def ask(typed: str) -> list[str]:
        return [place["value"] for place in client.get("/directory/places/", {"q": typed}).json()["places"]]

    p50, p95, found = figures(ask, [each for part in MIX.values() for each in part])
    print(f"  the whole answer: p50 {p50:.1f} ms, p95 {p95:.1f} ms, {found} found", flush=True)


def load() -> None:
    """In a process of its own, as a new worker loads it: seconds, bytes kept, bytes that the process grew by."""
    import tracemalloc

    from directory.models import Place
    from directory.search.atlas.load import refreshed

    Place.objects.exists()  # the connection is not what is measured
    before, start = resident_bytes(), time.perf_counter()
    atlas = refreshed(None)
    loaded, grown = time.perf_counter() - start, resident_bytes() - before
    tracemalloc.start()
    atlas = refreshed(None)
    kept, _ = tracemalloc.get_traced_memory()
    print(json.dumps([loaded, kept if atlas.values else 0, grown]))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "psychly.settings")
    django.setup()
    load() if "load" in sys.argv else measure()
