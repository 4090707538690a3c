"""`make bench`: the benchmarks of tests/bench/, the search on SQLite and on PostgreSQL, and whole pages, with
what they ran on."""

import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
from importlib.metadata import version

from bin.parts import ROOT, end_politely
from bin.postgres import find_programs, private_cluster

LIBRARIES = ["Django", "numpy", "pyroaring", "psycopg"]

# With a database of their own.
ALONE = {
    "Pages": "tests.bench.pages",
    "Guides": "tests.bench.guides",
    "Guessing passwords": "tests.bench.guessing",
    "The NPI registry": "tests.bench.npi",
}


def main(arguments: list[str]) -> int:
    print(f"{os.cpu_count()} processors, {platform.machine()}, Python {platform.python_version()}")
    print(", ".join(f"{name} {version(name)}" for name in LIBRARIES))
    with tempfile.TemporaryDirectory(prefix="psychly-bench-") as folder:
        url = f"sqlite:///{folder}/bench.sqlite3"
        print("\nMaps", flush=True)
        failed = measure(url, "tests.bench.map")
        print(f"\nSQLite {sqlite3.sqlite_version}", flush=True)
        failed |= measure(url, "tests.bench", *arguments)
    with private_cluster() as url:
        print(f"\nPostgreSQL {find_programs().parent.name}", flush=True)
        failed |= measure(url, "tests.bench", *arguments)
    for title, module in ALONE.items():
        print(f"\n{title}", flush=True)
        failed |= subprocess.run([sys.executable, "-m", module], cwd=ROOT, check=False).returncode
    return failed


def measure(url: str, *module_and_arguments: str) -> int:
    env = os.environ | {"DATABASE_URL": url, "LOG_LEVEL": "WARNING"}
    return subprocess.run([sys.executable, "-m", *module_and_arguments], cwd=ROOT, env=env, check=False).returncode


if __name__ == "__main__":
    end_politely()
    sys.exit(main(sys.argv[1:]))
