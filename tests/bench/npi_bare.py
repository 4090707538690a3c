"""What check_npis is measured against: csv.reader on its input, and nothing else.

python -m tests.bench.npi_bare < FILE
"""

import csv
import io
import sys


def main() -> None:
    for _row in csv.reader(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline="")):
        pass


if __name__ == "__main__":
    main()
