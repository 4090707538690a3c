"""check_npis beside a bare csv.reader, each in a process of its own, on invented rows that come through a pipe.

python -m tests.bench.npi [1000000]
"""

import os
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

ROWS = 1_000_000
LISTED = 250  # as dense as 2,200 in the whole registry
DJANGO = [sys.executable, "manage.py"]
BARE = [sys.executable, "-m", "tests.bench.npi_bare"]


class Run(NamedTuple):
    seconds: float
    processor_seconds: float
    peak_mb: float


def main(rows: int) -> None:
    with tempfile.TemporaryDirectory(prefix="psychly-bench-") as folder:
        os.environ["DATABASE_URL"] = f"sqlite:///{folder}/npi.sqlite3"
        subprocess.run([*DJANGO, "migrate", "--verbosity", "0"], check=True)
        subprocess.run([sys.executable, "-m", "tests.bench.npi_listed", str(rows), str(LISTED)], check=True)
        print(f"\n  the NPI registry: {rows:,} rows of 330 columns through a pipe, {LISTED:,} of them listed")
        print(f"  {'':<20}{'rows/s':>12}{'of bare':>10}{'processor':>12}{'peak memory':>14}", flush=True)
        bare = _run(BARE, rows)
        _print_row("csv.reader alone", bare, bare, rows)
        _print_row("check_npis", _run([*DJANGO, "check_npis", "-"], rows), bare, rows)


def _run(command: list[str], rows: int) -> Run:
    start = time.perf_counter()
    writer = subprocess.Popen([sys.executable, "-m", "tests.bench.npi_rows", str(rows)], stdout=subprocess.PIPE)
    reader = subprocess.Popen(command, stdin=writer.stdout, stdout=subprocess.DEVNULL)
    writer.stdout.close()
    _pid, status, used = os.wait4(reader.pid, 0)
    if status or writer.wait():
        sys.exit(f"{' '.join(command)} failed.")
    return Run(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _print_row(name: str, run: Run, bare: Run, rows: int) -> None:
    print(
        f"  {name:<20}{rows / run.seconds:>12,.0f}{bare.seconds / run.seconds:>10.0%}"
        f"{run.processor_seconds:>10.1f} s{run.peak_mb:>11.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
