"""Chromium for the browser tests.

Its headless shell draws pages with the same engine and leaves out the window around each, which takes longer than the
page: the whole browser does as well, in twice the time.
"""

from pathlib import Path

from bin.packages import install

SHELL = Path("/usr/bin/chromium-headless-shell")
WHOLE = Path("/usr/bin/chromium")
PACKAGES = ["chromium-headless-shell", "fonts-liberation", "fonts-noto-core"]


class Missing(Exception):
    pass


def find_chromium() -> Path:
    for path in (SHELL, WHOLE):
        if path.exists():
            return path
    raise Missing(f"Chromium is missing: install the packages {', '.join(PACKAGES)}.")


def provide_chromium() -> Path:
    """The quicker one, where it may be installed."""
    if not SHELL.exists():
        install(*PACKAGES)
    return find_chromium()
