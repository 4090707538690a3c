"""The database and the collected files brought up to date: at once where nothing changed, and nothing is ever lost.

    python -m bin.data [--listings N]

Each loader updates only what its own last run wrote and nobody has changed since. Running all of them takes half a
minute, so each leaves a fingerprint of the files it reads, and is asked again only when they change.
"""

import argparse
import fcntl
import hashlib
import json
import os
from pathlib import Path

import django
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

ROOT = Path(__file__).resolve().parent.parent
# Where it is decided what a row of a search has.
ROWS_OF_SEARCHES = [
    "articles/models/section.py", "articles/models/section_text.py", "articles/models/section_word.py",
    "articles/parts.py", "articles/passages.py", "directory/documents.py", "directory/models/search.py",
]  # fmt: skip
# The files that each loader reads; its code counts too, because it says what to make of them.
READS = {
    "load_places": ["directory"],
    "load_vocabulary": ["directory"],
    "load_articles": ["articles"],
    # Rows of the searches that an older version of the code wrote lack what a migration has added since, or have words
    # that were folded and cut in another way.
    "rebuild_search": ["directory/migrations", "articles/migrations", "articles/words", *ROWS_OF_SEARCHES],
    "load_demo": ["directory"],
}


def prepare(listings: int) -> None:
    # One at a time: tests run beside each other, and beside a site, and share the folder of collected files.
    with (settings.VAR_DIR / "data.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        marks, birth = Marks(marks_path()), database_birth()
        for command in ["load_places", "load_vocabulary", "load_articles"]:
            load(marks, command, birth)
        demonstrate(marks, birth, listings)
        load(marks, "rebuild_search", birth)
        collect_files()


def demonstrate(marks: "Marks", birth: str, listings: int) -> None:
    """Each day anew, because their dates are counted from today; never fewer than are there."""
    from directory.models import Listing

    listings = max(listings, Listing.objects.demonstration().count())
    try:
        load(marks, "load_demo", birth, timezone.localdate(), listings=listings)
    except CommandError as refusal:
        print(f"No demonstration listings: {refusal}", flush=True)


def load(marks: "Marks", command: str, *facts: object, **options: object) -> None:
    mark = fingerprint(READS[command], *facts, options)
    if marks.get(command) != mark:
        print(f"{command} …", flush=True)
        call_command(command, **options)
        marks.set(command, mark)


def collect_files() -> None:
    marks = Marks(settings.VAR_DIR / "static.marks.json")
    mark = fingerprint(["static", "requirements.txt"], str(settings.STATIC_ROOT))
    if marks.get("collectstatic") != mark or not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
        call_command("collectstatic", interactive=False, verbosity=0)
        marks.set("collectstatic", mark)


class Marks:
    """Which state of its files each command has last seen, in a small file beside what it filled."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.seen = json.loads(path.read_text()) if path.exists() else {}

    def get(self, name: str) -> str | None:
        return self.seen.get(name)

    def set(self, name: str, mark: str) -> None:
        self.seen[name] = mark
        self.path.write_text(json.dumps(self.seen, indent=1))


def marks_path() -> Path:
    name = f"{connection.settings_dict['NAME']}.marks.json"
    return Path(name) if connection.vendor == "sqlite" else settings.VAR_DIR / name


def database_birth() -> str:
    """When its first migration ran: a database that was made anew is loaded anew."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT MIN(applied) FROM django_migrations")
        return str(cursor.fetchone()[0])


def fingerprint(names: list[str], *facts: object) -> str:
    digest = hashlib.sha256(repr(facts).encode())
    for path in sorted(path for name in names for path in files_of(ROOT / name)):
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def files_of(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return [file for file in path.rglob("*") if file.is_file() and "__pycache__" not in file.parts]


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--listings", type=int, default=400, help="how many demonstration listings")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "psychly.settings")
    django.setup()
    prepare(parser.parse_args().listings)
