"""Django with one view and without a layer around it: what the pages of the site are measured against."""

from psychly.settings import *  # noqa: F403

ROOT_URLCONF = "tests.bench.bare_urls"
# Some apps insist on a layer of their own.
INSTALLED_APPS: list[str] = []
MIDDLEWARE: list[str] = []
