"""Lighthouse as a phone sees the page."""

import json
import os
import subprocess
from pathlib import Path

from tests.audit.tools import FLAGS, MODULES

# The score for speed follows the machine and whatever else it is doing: it is printed, and people judge it.
FLOORS = {"performance": 0, "accessibility": 100, "best-practices": 100, "seo": 100}

TRIES = 4


def score(url: str, report: Path, *, indexed: bool) -> tuple[dict[str, int], list[str]]:
    """The scores by category, and the audits that kept one from being full."""
    command = [
        "node",
        str(MODULES / "lighthouse/cli/index.js"),
        url,
        "--quiet",
        "--no-enable-error-reporting",
        f"--only-categories={','.join(FLOORS)}",
        f"--chrome-flags={' '.join(FLAGS)}",
        "--output=json",
        f"--output-path={report}",
    ]
    if not indexed:
        # A page that asks search engines to stay away does so on purpose.
        command.append("--skip-audits=is-crawlable")
    run_with_patience(command)
    found = json.loads(report.read_text())
    scores = {name: round(found["categories"][name]["score"] * 100) for name in FLOORS}
    missed = [
        reference["id"]
        for name in FLOORS
        for reference in found["categories"][name]["auditRefs"]
        if reference["weight"] and (found["audits"][reference["id"]]["score"] or 0) < 1
        if found["audits"][reference["id"]]["scoreDisplayMode"] not in {"notApplicable", "manual", "informative"}
        if scores[name] < FLOORS[name]
    ]
    return scores, missed


def run_with_patience(command: list[str]) -> None:
    """On a busy machine Lighthouse now and then misses the start of a page, and asks to be run again."""
    env = os.environ | {"CHROME_PATH": "/usr/bin/chromium"}
    for _ in range(TRIES - 1):
        if subprocess.run(command, env=env, check=False).returncode == 0:
            return
    subprocess.run(command, env=env, check=True)
