"""The queue of letters with real processes: two that empty it at once, and one that is killed over a letter."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from directory.models import Letter
from tests.directory.mail_server import mail_server

pytestmark = pytest.mark.django_db(transaction=True)
ROOT = Path(__file__).resolve().parents[2]
SLOWEST_SECONDS = 60


def write(count):
    for number in range(1, count + 1):
        Letter.write(occasion=f"{number}", to="to@example.com", subject=f"Letter {number:02}", text="Words.")


class Queue:
    """The database of the test, where other processes reach it too: SQLite's, which is in memory, as a file."""

    def __init__(self, folder):
        self.file = folder / "queue.sqlite3"
        if connection.vendor == "sqlite":
            connection.ensure_connection()
            with closing(sqlite3.connect(self.file)) as copy:
                connection.connection.backup(copy)

    @property
    def url(self):
        if connection.vendor == "sqlite":
            return f"sqlite:///{self.file}"
        return f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{connection.settings_dict['NAME']}"

    def run(self, statement):
        if connection.vendor == "sqlite":
            with closing(sqlite3.connect(self.file)) as database:
                rows = database.execute(statement).fetchall()
                database.commit()
            return rows
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def deliverer(self, server):
        places = {"DATABASE_URL": self.url, "EMAIL_URL": server.url, "SITE_URL": "http://127.0.0.1:8000"}
        return subprocess.Popen(
            [sys.executable, "manage.py", "deliver_letters"],
            cwd=ROOT, env=os.environ | places, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip

    def deliver(self, server):
        return told(self.deliverer(server))


def told(process):
    output, errors = process.communicate(timeout=SLOWEST_SECONDS)
    assert process.returncode == 0, errors
    return output.strip()


def test_two_at_once_send_each_letter_once(tmp_path):
    write(20)
    queue = Queue(tmp_path)
    with mail_server(senders=2) as server:
        for process in [queue.deliverer(server), queue.deliverer(server)]:
            assert told(process).endswith(" sent")
    assert server.subjects == [f"Letter {number:02}" for number in range(1, 21)]
    assert len({sender for sender, _message in server.received}) == 2
    assert queue.run("SELECT COUNT(*) FROM directory_letter WHERE sent_at IS NULL OR tries <> 1") == [(0,)]


def test_one_that_is_killed_before_it_notes_what_it_sent_loses_no_letter(tmp_path):
    write(3)
    queue = Queue(tmp_path)
    with mail_server(falls_silent=True) as server:
        process = queue.deliverer(server)
        assert server.has_fallen_silent.wait(SLOWEST_SECONDS)
        process.kill()
        process.communicate()
    first = server.identities
    with mail_server() as server:
        # Nobody can know yet that it died: the others go, and this one waits until its time to be sent is over.
        assert queue.deliver(server) == "2 sent"
        queue.run("UPDATE directory_letter SET next_try_at = '2001-01-01 00:00:00' WHERE sent_at IS NULL")
        assert queue.deliver(server) == "1 sent"
        assert queue.deliver(server) == ""
    assert server.subjects == ["Letter 01", "Letter 02", "Letter 03"]
    assert len(first) == 1
    assert server.identities.count(first[0]) == 1
