import gc
import json
import logging
import os
import runpy
import secrets
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import override_settings

from directory.sightings import keeping
from psychly.environment import NAMES

ROOT = Path(settings.BASE_DIR)
HTTPS = {"SITE_URL": "https://psychly.example", "SECRET_KEY": secrets.token_urlsafe(50)}


def python(*arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """A process of its own, because settings are read once; with nothing set but what is given."""
    bare = {name: value for name, value in os.environ.items() if name not in NAMES}
    env = bare | {"DATABASE_URL": "sqlite://:memory:", "DJANGO_SETTINGS_MODULE": "psychly.settings"} | env
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, env=env, capture_output=True, text=True, check=False)


def settings_say(*names: str, **env: str) -> dict:
    words = f"import json; from django.conf import settings; print(json.dumps([getattr(settings, n) for n in {names}]))"
    return dict(zip(names, json.loads(python("-c", words, **env).stdout), strict=True))


class TestAnHttpsSite:
    def test_django_finds_nothing_to_warn_of(self):
        outcome = python("manage.py", "check", "--deploy", "--fail-level", "WARNING", **HTTPS)
        assert outcome.returncode == 0, outcome.stderr

    def test_it_is_strict(self):
        assert settings_say("SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "DEBUG", **HTTPS) == {
            "SECURE_SSL_REDIRECT": True,
            "SESSION_COOKIE_SECURE": True,
            "CSRF_COOKIE_SECURE": True,
            "DEBUG": False,
        }

    def test_its_cookies_belong_to_this_host_alone(self):
        names = settings_say("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", **HTTPS)
        assert all(name.startswith("__Host-") for name in names.values())

    def test_it_answers_to_its_own_name_only(self):
        assert settings_say("ALLOWED_HOSTS", **HTTPS) == {"ALLOWED_HOSTS": ["psychly.example"]}


class TestASiteOnThisMachine:
    def test_nothing_is_redirected_and_no_cookie_needs_https(self):
        said = settings_say("SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "SESSION_COOKIE_SECURE", "DEBUG")
        assert not any(said.values())


@pytest.mark.parametrize(
    ("env", "words"),
    [
        ({"SITE_URL": "https://psychly.example", "SECRET_KEY": ""}, "SECRET_KEY is missing"),
        ({"SITE_URL": "https://psychly.example", "SECRET_KEY": "short"}, "at least 50 characters"),
        ({"SITE_URL": "http://psychly.example"}, "SITE_URL must be https"),
        ({"SITE_URL": "https://psychly.example/guide"}, "without a path"),
        ({"DEBUG": "ture"}, "DEBUG must be true or false, not 'ture'"),
        ({"LOG_LEVEL": "LOUD"}, "LOG_LEVEL must be one of"),
    ],
)
def test_a_mistake_stops_the_server_with_a_sentence(env, words):
    outcome = python("-m", "gunicorn", "--check-config", "--config", "deploy/gunicorn.conf.py", "psychly.wsgi", **env)
    assert outcome.returncode != 0
    assert words in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_the_example_names_every_setting():
    lines = (ROOT / ".env.example").read_text().splitlines()
    named = {line.lstrip("#").partition("=")[0] for line in lines if "=" in line and not line.startswith("# ")}
    assert named == NAMES


class TestSqlite:
    @pytest.fixture
    def database(self, tmp_path):
        return tmp_path / "site.sqlite3"

    def ask(self, database, code):
        start = "import django, json, sqlite3; django.setup(); from django.db import connection, transaction; "
        outcome = python("-c", start + code, DATABASE_URL=f"sqlite:///{database}", PROBE=str(database))
        assert outcome.returncode == 0, outcome.stderr
        return json.loads(outcome.stdout)

    def test_writers_wait_and_readers_do_not(self, database):
        asked = ["journal_mode", "busy_timeout", "foreign_keys", "synchronous"]
        code = f"c = connection.cursor(); print(json.dumps([c.execute('PRAGMA ' + n).fetchone()[0] for n in {asked}]))"
        assert self.ask(database, code) == ["wal", 20_000, 1, 1]

    def test_a_transaction_takes_the_lock_from_its_first_word(self, database):
        code = """
import os
def other():
    try:
        sqlite3.connect(os.environ["PROBE"], timeout=0, isolation_level=None).execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        return str(error)
connection.ensure_connection()
with transaction.atomic():
    inside = other()
print(json.dumps([inside, other()]))
"""
        assert self.ask(database, f"exec({code!r})") == ["database is locked", None]

    def test_it_is_new_enough_for_what_we_ask_of_it(self):
        assert sqlite3.sqlite_version_info >= (3, 31)


@pytest.mark.django_db
def test_a_question_to_postgresql_ends(request):
    if connection.vendor != "postgresql":
        pytest.skip("only on PostgreSQL")
    with connection.cursor() as cursor:
        limits = [cursor.execute(f"SHOW {name}").fetchone()[0] for name in ("statement_timeout", "lock_timeout")]
    assert limits == ["10s", "5s"]


def test_every_file_that_a_sheet_names_is_collected_hashed_and_compressed(tmp_path):
    storages = settings.STORAGES | {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    with override_settings(STORAGES=storages, STATIC_ROOT=tmp_path):
        call_command("collectstatic", interactive=False, verbosity=0)
    files = json.loads((tmp_path / "staticfiles.json").read_text())["paths"]
    tokens = tmp_path / files["css/tokens.css"]
    assert tokens.name != "tokens.css"
    assert tokens.with_name(f"{tokens.name}.gz").exists()
    assert tokens.with_name(f"{tokens.name}.br").exists()


class TestGunicorn:
    @pytest.fixture
    def said(self, monkeypatch):
        monkeypatch.delenv("WEB_CONCURRENCY", raising=False)
        monkeypatch.setenv("PORT", "8123")
        return runpy.run_path(str(ROOT / "deploy" / "gunicorn.conf.py"))

    def test_it_listens_to_this_machine_only(self, said):
        assert said["bind"] == "127.0.0.1:8123"

    def test_a_process_for_each_core_and_one_more(self, said):
        assert said["workers"] == (os.cpu_count() or 1) + 1

    def test_it_writes_no_addresses_and_opens_no_door(self, said):
        assert said["accesslog"] is None
        assert said["control_socket_disable"] is True

    def test_a_bad_request_leaves_neither_its_sender_nor_its_line_in_the_log(self, said):
        words = "Invalid request from ip=192.0.2.7: Invalid HTTP request line: 'GET /directory/?place=Reno'"
        record = logging.LogRecord("gunicorn.error", logging.WARNING, "", 0, words, None, None)
        said["WithoutVisitors"]().filter(record)
        assert record.getMessage() == "Invalid request"

    def test_a_process_that_begins_keeps_what_it_has_loaded(self, said):
        before, frozen = gc.get_threshold(), gc.get_freeze_count()
        try:
            said["post_worker_init"](None)
            assert gc.get_freeze_count() > frozen
            assert gc.get_threshold()[0] == said["OBJECTS_BETWEEN_LOOKS"]
        finally:
            # What is frozen stays so: the collector of these tests has put it there too.
            gc.set_threshold(*before)

    def test_a_process_that_ends_writes_down_what_it_has_counted(self, said, monkeypatch):
        written = []
        monkeypatch.setattr(keeping, "write_down", lambda: written.append(True))
        said["worker_exit"](None, None)
        assert written == [True]


class TestTheCacheThatLimitsCountIn:
    def test_it_keeps_a_day_of_counts(self):
        """Django's own would throw some away beyond 300 entries, and whoever comes often would be counted anew."""
        [caches] = settings_say("CACHES", SITE_URL="http://127.0.0.1:8000").values()
        assert caches["default"]["OPTIONS"]["MAX_ENTRIES"] >= 100_000


def test_the_server_in_front_holds_back_a_flood_of_sign_in_forms():
    """From one address, before they reach the site, and with words for a person."""
    conf = (ROOT / "deploy" / "nginx.conf").read_text()
    part = conf.partition("location /accounts/ {")[2].partition("}")[0]
    assert "limit_req zone=accounts" in part
    assert "limit_req_status 429" in part
    assert "limit_req_zone $sends_forms zone=accounts" in conf
