"""`make test`: everything that decides whether a change is good, in the order of how soon it knows.

python -m bin.test             all of it
python -m bin.test corpora     the heavy half, over the data in PSYCHLY_CORPORA
"""

import os
import secrets
import sys

from bin.chromium import Missing as NoChromium
from bin.chromium import provide_chromium
from bin.parts import ROOT, Part, Skipped, commands, end_politely, run, run_all
from bin.postgres import Missing as NoPostgres
from bin.postgres import private_cluster

# Of the machine's own settings none may change what the tests see.
PLAIN = {"SITE_URL": "http://127.0.0.1:8000", "DEBUG": "false", "LOG_LEVEL": "WARNING"}
# Where Python is told to keep nothing that it has compiled, each process would compile every test anew.
PLAIN |= {"PYTHONDONTWRITEBYTECODE": ""}
SQLITE = PLAIN | {"DATABASE_URL": "sqlite://:memory:"}
PRODUCTION = SQLITE | {"SITE_URL": "https://psychly.example", "SECRET_KEY": secrets.token_urlsafe(50)}
SUITE = ["pytest", "-n", "2", "tests"]
WITHOUT_BROWSER = [*SUITE, "--ignore=tests/browser"]
# What asks no database has been told on SQLite; the closing line there says of how many tests that is true.
WHAT_A_DATABASE_CHANGES = [*WITHOUT_BROWSER, "-m", "not corpora and not without_database"]


def templates() -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / "templates").rglob("*.html"))


def on_postgres(part: Part) -> bool:
    try:
        with private_cluster() as url:
            return run(WHAT_A_DATABASE_CHANGES, part, **PLAIN | {"DATABASE_URL": url})
    except NoPostgres as words:
        raise Skipped(str(words)) from words


def in_the_browser(part: Part) -> bool:
    try:
        provide_chromium()
    except NoChromium as words:
        raise Skipped(str(words)) from words
    return run(["pytest", "-n", "2", "--dist", "worksteal", "tests/browser"], part, **SQLITE)


def everything() -> list[Part]:
    return [
        Part(
            "lint",
            commands(
                ["ruff", "check", "--output-format", "concise"],
                ["ruff", "format", "--check", "--output-format", "concise"],
            ),
        ),
        Part("templates", commands(["djade", "--check", "--target-version", "5.2", *templates()])),
        Part("import direction", commands(["lint-imports", "--no-cache"])),
        Part("migrations", commands(["python", "manage.py", "makemigrations", "--check", "--dry-run"], **SQLITE)),
        Part(
            "production settings",
            commands(["python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"], **PRODUCTION),
        ),
        Part("types", commands(["mypy"], **SQLITE)),
        Part("suite on SQLite", commands(WITHOUT_BROWSER, **SQLITE)),
        Part("suite on PostgreSQL", on_postgres),
        Part("browser", in_the_browser),
    ]


def corpora() -> list[Part]:
    if not os.environ.get("PSYCHLY_CORPORA"):
        sys.exit("PSYCHLY_CORPORA must name the folder of the corpora.")
    return [Part("corpora on SQLite", commands([*WITHOUT_BROWSER, "-m", "corpora"], **SQLITE))]


if __name__ == "__main__":
    end_politely()
    sys.exit(0 if run_all(corpora() if "corpora" in sys.argv else everything()) else 1)
