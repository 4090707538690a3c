"""Where the time of a search page goes that is made anew, in processor milliseconds, on the database of DATABASE_URL.

python -m tests.bench.page_profile
"""

import cProfile
import os
import pstats
import time
from itertools import count
from statistics import median
from urllib.parse import urlencode

import django

PLACE = "Denver, CO"
PAGES, TOP = 40, 12
# What a page is made of, by the functions in which each begins: the end of the file's name, and the function's.
PARTS = {
    "search: the index": ("search/live.py", "search"),
    "the question read": ("django_filters/filterset.py", "is_valid"),
    "the cards and their query": ("results/cards.py", "cards"),
    "HTML of the cards": ("templatetags/listing_cards.py", "listing_cards"),
    "the facets": ("results/panel.py", "_group"),
    "HTML of the facets": ("templatetags/facet_fields.py", "facet_fields"),
    "the map": ("results/maps.py", "printed"),
    "packing": ("views/kept.py", "_pack"),
}
ALL, VIEW, TEMPLATES = (
    ("core/handlers/wsgi.py", "get_response"),
    ("views/kept.py", "answer"),
    ("shortcuts.py", "render"),
)
WITHIN_TEMPLATES = list(PARTS)[2:7]


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "psychly.settings")
    django.setup()
    from django.test import Client

    client, numbers = Client(SERVER_NAME="127.0.0.1", headers={"Accept-Encoding": "br"}), count()

    def make() -> None:
        question = urlencode({"place": PLACE, "radius": 100, "n": next(numbers)})
        assert client.get(f"/directory/?{question}").status_code == 200

    make()
    plain = median(_processor_ms(make) for _ in range(PAGES))
    profile = cProfile.Profile(time.process_time)
    for _ in range(PAGES):
        profile.runcall(make)
    _print(pstats.Stats(profile), plain)


def _processor_ms(work) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def _print(stats: pstats.Stats, plain: float) -> None:
    """Shares, because to be watched takes time too."""
    whole = stats.total_tt
    spent = {name: _within(stats, where) for name, where in PARTS.items()}
    view, templates = _within(stats, VIEW), _within(stats, TEMPLATES)
    spent["templates, all else"] = templates - sum(spent[name] for name in WITHIN_TEMPLATES)
    spent["middleware and server"] = whole - view
    spent["all else"] = whole - sum(spent.values())
    print(f"\n  one search page, made anew: {plain:.1f} ms of the processor")
    for name, seconds in sorted(spent.items(), key=lambda entry: -entry[1]):
        print(f"  {name:<36}{seconds / whole:>7.0%}{seconds / whole * plain:>8.2f} ms")
    print("  the functions that take most themselves")
    for (file, line, name), (_, calls, own, _, _) in sorted(stats.stats.items(), key=lambda entry: -entry[1][2])[:TOP]:
        where = f"{'/'.join(file.split('/')[-2:])}:{line} {name}"
        print(f"    {where:<66}{calls // PAGES:>7} calls{own / whole:>6.0%}")


def _within(stats: pstats.Stats, where: tuple[str, str]) -> float:
    """Seconds, with all that it calls."""
    return sum(entry[3] for (file, _, name), entry in stats.stats.items() if (file[-len(where[0]) :], name) == where)


if __name__ == "__main__":
    main()
