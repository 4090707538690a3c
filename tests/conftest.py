import gc
import os
from pathlib import Path

import hypothesis
import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client, override_settings

from directory import cartography, evidence
from directory.delivery import deliver_now
from directory.results import facts
from directory.search import live
from directory.search.atlas import live as atlas
from directory.sightings.keeping import counting
from tests import network, once
from tests.factories import accounts

# Beginnings of the reasons a test may be skipped for where nothing may be missing.
SKIPS_ALLOWED_IN_CI = ("only on SQLite", once.ONLY_ELSEWHERE)

hypothesis.settings.register_profile("quick", deadline=None, max_examples=40)
hypothesis.settings.register_profile("thorough", deadline=None, max_examples=2000)

network.refuse_the_outside()


def pytest_configure(config):
    hypothesis.settings.load_profile("thorough" if config.option.markexpr == "corpora" else "quick")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        if not once.uses_the_database(item):
            item.add_marker("without_database")
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish():
    """Thousands of tests and modules stay to the end: the collector need not walk through them again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2].removeprefix("Skipped: ")
        if once.runs_nowhere(item, reason):
            report.outcome, report.longrepr = "failed", "It runs on no database: mark it as one that uses it."
        elif os.environ.get("CI") == "true" and not reason.startswith(SKIPS_ALLOWED_IN_CI):
            report.outcome = "failed"
            report.longrepr = f"Nothing may be skipped here, and this was: {reason}"
    return report


@pytest.hookimpl(tryfirst=True)
def pytest_fixture_setup(fixturedef, request):
    if fixturedef.argname in once.OPENS_THE_DATABASE and request.node.get_closest_marker("without_database"):
        pytest.fail("It asks a database in a way that the selection does not see: mark it with django_db.")


def pytest_terminal_summary(terminalreporter):
    line = once.closing_line(terminalreporter.getreports("passed"))
    if line and connection.vendor == "sqlite" and terminalreporter.config.getvalue("verbose") >= 0:
        terminalreporter.write_sep("=", line)


@pytest.fixture(scope="session", autouse=True)
def plain_site(tmp_path_factory):
    """Files, cache and passwords for tests: nothing is left behind, nothing is slow on purpose."""
    files = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    in_memory = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
    with override_settings(
        MEDIA_ROOT=tmp_path_factory.mktemp("media"),
        # Each client of a test looks through all files that were collected, where some were.
        STATIC_ROOT=tmp_path_factory.mktemp("static"),
        STORAGES={
            "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
            "uploads": files | {"OPTIONS": {"location": tmp_path_factory.mktemp("uploads")}},
            "photos": files
            | {"OPTIONS": {"location": tmp_path_factory.mktemp("photos"), "base_url": "/media/photos/"}},
            "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
        },
        CACHES={
            "default": in_memory | {"LOCATION": "default"},
            "pages": in_memory | {"LOCATION": "pages"},
        },
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
    ):
        yield


@pytest.fixture(autouse=True)
def as_people_do(monkeypatch):
    """Whoever a test signs in has done what they do: staff have a second factor, and have just used it.

    Tests of that rule itself sign in with `accounts.sign_in(client, user, second_factor=False)`.
    """
    monkeypatch.setattr(Client, "force_login", accounts.sign_in)


@pytest.fixture(autouse=True)
def letters_at_once(monkeypatch):
    """In the thread of the test, whose database another would not see; what a thread does has a test of its own."""
    monkeypatch.setattr("psychly.accounts.letters.soon", deliver_now)


@pytest.fixture(autouse=True)
def nothing_remembered():
    """What a process keeps in its memory does not outlive a test: a rollback uses version numbers again."""
    for cache in caches.all(initialized_only=True):
        cache.clear()
    live.forget()
    atlas.forget()
    cartography.forget()
    facts.forget()
    evidence.forget()
    counting.forget()


@pytest.fixture(scope="session")
def corpora() -> Path:
    folder = os.environ.get("PSYCHLY_CORPORA")
    if not folder:
        pytest.skip("PSYCHLY_CORPORA is not set")
    return Path(folder)


@pytest.fixture
def as_on_a_real_site(transactional_db, tmp_path):
    """For tests with many connections. A database in memory has one; where tests run on such a one, this test has a
    file with the same tables, and the settings that a file has on the site."""
    if connection.vendor != "sqlite" or not connection.is_in_memory_db():
        yield
        return
    path = tmp_path / "site.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(path)])
    name, in_memory = connection.settings_dict["NAME"], connection.connection
    connection.connection, connection.settings_dict["NAME"] = None, str(path)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"], connection.connection = name, in_memory
