"""`make audit`: HTML checked, pages scored, pictures taken. Everything it finds is kept in var/audit/."""

import re
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from bin.parts import ROOT, end_politely
from bin.serving import site
from tests.audit import pictures, scores, tools, validation
from tests.pages import PageKind, kinds_on, read

FOLDER = ROOT / "var" / "audit"
LISTINGS = 400
# Lighthouse waits more than it works.
AT_ONCE = 2


def main() -> int:
    tools.prepare()
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="psychly-audit-") as folder, site(Path(folder), LISTINGS) as address:
        kinds = kinds_on(address)
        faults = check_html(address, kinds)
        faults += check_scores(address, kinds)
        print(f"{pictures.take(address, kinds, FOLDER)} pictures in {FOLDER.relative_to(ROOT)}/")
    print("\n".join(["", *faults, f"{len(faults)} faults" if faults else "No faults."]))
    return 1 if faults else 0


def check_html(address: str, kinds: list[PageKind]) -> list[str]:
    # The checker refuses addresses of this machine, so it gets files.
    for kind in kinds:
        saved(kind).write_text(read(address + kind.path))
    return [f"HTML: {words}" for words in validation.validate([saved(kind) for kind in kinds])]


def check_scores(address: str, kinds: list[PageKind]) -> list[str]:
    faults = []
    print("".join(f"{name:>16}" for name in scores.FLOORS), flush=True)
    # Lighthouse does not score error pages.
    scored = [kind for kind in kinds if kind.status == 200]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for kind, (got, missed) in zip(scored, pool.map(partial(score, address), scored), strict=True):
            print("".join(f"{value:16}" for value in got.values()), f" {kind.name}", flush=True)
            if missed:
                faults.append(f"Lighthouse: {kind.name}: {got}, because of {', '.join(missed)}")
    return faults


def score(address: str, kind: PageKind) -> tuple[dict[str, int], list[str]]:
    """Asks once more where the first try missed: on a busy machine a page is slow through no fault of its own."""
    indexed = not re.search(r'<meta name="robots" content="[^"]*noindex', saved(kind).read_text())
    for _ in range(2):
        got, missed = scores.score(address + kind.path, FOLDER / f"{kind.name}.json", indexed=indexed)
        if not missed:
            break
    return got, missed


def saved(kind: PageKind) -> Path:
    return FOLDER / f"{kind.name}.html"


if __name__ == "__main__":
    end_politely()
    sys.exit(main())
