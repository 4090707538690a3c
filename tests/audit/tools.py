"""What the audit needs besides Python: Node.js with the packages of package.json, Java, Chromium."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from bin.packages import install

HERE = Path(__file__).resolve().parent
MODULES = HERE / "node_modules"
PROGRAMS = {
    "npm": ["nodejs", "npm"],
    "java": ["default-jre-headless"],
    "chromium": ["chromium", "fonts-liberation", "fonts-noto-core"],
}
FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def prepare() -> None:
    for program, packages in PROGRAMS.items():
        if not shutil.which(program) and not install(*packages):
            sys.exit(f"The audit needs {program}: install {' '.join(packages)}.")
    stamp = MODULES / "installed"
    lock = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text() != lock:
        # Without the packages' own scripts: one of them would download a Java of its own.
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=HERE, check=True)
        stamp.write_text(lock)
