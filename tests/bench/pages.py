"""Pages as visitors get them: requests a second from the server that the site is deployed with, beside a view of Django
that says hello and does nothing else, and where the time of a search page goes.

python -m tests.bench.pages
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

from bin.parts import ROOT, end_politely
from bin.serving import free_port, serve
from tests.bench.asking import Load, Served

LISTINGS = 1_000
ROUNDS, SECONDS = 5, 1.0
PLACES = ("Denver, CO", "Houston, TX", "Chicago, IL", "Los Angeles, CA", "New York, NY")
# Until each process has read the places, their listings and what it reads once; that is not what is measured.
QUESTIONS_BEFORE = 60
HELLO, MADE = "hello from Django alone", "a search page, made anew"
GOALS = {MADE: 0.04, "a search page, kept": 0.5, "a search page, unchanged (304)": 0.5}


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="psychly-bench-") as name:
        env = _environment(Path(name))
        subprocess.run([sys.executable, "-m", "bin.data", "--listings", str(LISTINGS)], env=env, cwd=ROOT, check=True)
        print(f"\n  pages: {LISTINGS:,} listings, {os.cpu_count()} gunicorn processes, one run", flush=True)
        with _servers(Path(name), env) as (site, bare):
            _print_table(_measured(site, bare))
        quiet = env | {"LOG_LEVEL": "WARNING"}
        subprocess.run([sys.executable, "-m", "tests.bench.page_profile"], env=quiet, cwd=ROOT, check=True)


def _environment(folder: Path) -> dict[str, str]:
    return os.environ | {
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "DEBUG": "false",
        "SITE_URL": "http://127.0.0.1:8000",
        "WEB_CONCURRENCY": str(os.cpu_count()),
    }


@contextmanager
def _servers(folder: Path, env: dict[str, str]) -> Iterator[tuple[Served, Served]]:
    settings = {"DJANGO_SETTINGS_MODULE": "tests.bench.bare_settings"}
    with _served(folder, env) as site, _served(folder, env | settings) as bare:
        yield site, bare


@contextmanager
def _served(folder: Path, env: dict[str, str]) -> Iterator[Served]:
    port = free_port()
    with serve(folder, port, env) as process:
        yield Served(port, process)


def _measured(site: Served, bare: Served) -> dict[str, list[Load]]:
    """All kinds in turn, so that what else the machine does meanwhile falls on each of them."""
    numbers = count()
    kept = f"/directory/?{urlencode({'place': PLACES[0], 'radius': 100})}"
    etag = site.headers(kept)["ETag"]
    kinds = {
        HELLO: (bare, lambda: "/healthz", {}),
        MADE: (site, lambda: _new_address(next(numbers)), {}),
        "a search page, kept": (site, lambda: kept, {}),
        "a search page, unchanged (304)": (site, lambda: kept, {"If-None-Match": etag}),
    }
    for server, address, headers in kinds.values():
        for _ in range(QUESTIONS_BEFORE):
            server.ask(address(), headers)
    loads: dict[str, list[Load]] = {name: [] for name in kinds}
    for _ in range(ROUNDS):
        for name, (server, address, headers) in kinds.items():
            loads[name].append(server.load(address, headers, SECONDS))
    return loads


def _new_address(number: int) -> str:
    """Which nobody has asked for before: a parameter that the search does not know makes it another page."""
    return f"/directory/?{urlencode({'place': PLACES[number % len(PLACES)], 'radius': 100, 'n': number})}"


def _print_table(loads: dict[str, list[Load]]) -> None:
    print(f"  {'':<36}{'requests/s':>12}{'of hello':>10}{'goal':>7}{'processor ms':>14}{'of hello':>10}")
    hello = loads[HELLO]
    for name, own in loads.items():
        rate = median(load.rate for load in own)
        share = median(load.rate / other.rate for load, other in zip(own, hello, strict=True))
        spent = median(load.processor_ms for load in own)
        of_processor = median(load.processor_ms for load in hello) / spent
        goal = f"{GOALS[name]:>7.0%}" if name in GOALS else " " * 7
        print(f"  {name:<36}{rate:>12,.0f}{share:>10.1%}{goal}{spent:>14.2f}{of_processor:>10.1%}", flush=True)


if __name__ == "__main__":
    end_politely()
    main()
