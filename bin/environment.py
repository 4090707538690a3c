"""The virtual environment: made once, and brought up to date where a lock file changed.

    python3 -m bin.environment requirements.txt requirements-dev.txt

Standard library only, and written for old Pythons too, so that each of them can say that it is too old.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST = (3, 11)
# A lock file lists everything, so pip has nothing to resolve: a release of today cannot change what is installed.
AS_LOCKED = ["--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"]


def prepare(locks):
    stale = [lock for lock in locks if not is_installed(lock)]
    if stale and not has_pip():
        create()
    for lock in stale:
        print(f"Installing what {lock} lists …", flush=True)
        command = [str(PYTHON), "-m", "pip", "install", *AS_LOCKED, "-r", str(ROOT / lock)]
        if subprocess.run(command, check=False).returncode:
            sys.exit(f"pip could not install what {lock} lists; its words are above.")
        stamp(lock).write_text(fingerprint(lock))


def create():
    from bin.packages import install

    if make() or (install("python3-venv") and make()):
        return
    sys.exit("Python cannot make a virtual environment here: install the package python3-venv, then run this again.")


def make():
    return (
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False).returncode == 0 and has_pip()
    )


def has_pip():
    command = [str(PYTHON), "-m", "pip", "--version"]
    return PYTHON.exists() and subprocess.run(command, capture_output=True, check=False).returncode == 0


def is_installed(lock):
    return PYTHON.exists() and stamp(lock).exists() and stamp(lock).read_text() == fingerprint(lock)


def stamp(lock):
    return VENV / f"installed-{lock}"


def fingerprint(lock):
    """Of the lock file and of the Python behind the environment: another Python looks for packages elsewhere."""
    return hashlib.sha256(os.fsencode(PYTHON.resolve()) + (ROOT / lock).read_bytes()).hexdigest()


if __name__ == "__main__":
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        sys.exit(f"Psychly needs Python 3.11 or newer, and this is {found}. Another one: make PYTHON=python3.12 …")
    prepare(sys.argv[1:])
