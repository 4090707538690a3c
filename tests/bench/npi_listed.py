"""Lists people whose NPIs stand, evenly spread, among so many rows of tests.bench.npi_rows.

python -m tests.bench.npi_listed ROWS PEOPLE
"""

import os
import sys
from itertools import islice

import django


def main(rows: int, people: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "psychly.settings")
    django.setup()
    from directory.models import Clinician
    from tests.bench.npi_rows import FIRST_NAMES, LAST_NAMES, npis

    Clinician.objects.bulk_create(
        Clinician(name=f"{FIRST_NAMES[n % len(FIRST_NAMES)]} {LAST_NAMES[n % len(LAST_NAMES)]}", npi=npi)
        for n, npi in enumerate(islice(npis(rows), 0, None, max(rows // people, 1)))
    )


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
