"""From memory into the database, by many processes at once."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from directory.models import Listing, Sighting
from directory.sightings import keeping
from directory.sightings.counting import week_of
from directory.sightings.keeping import counting, flush
from tests.factories.directory import days_ago, make_draft, make_listing

THIS_WEEK = week_of(days_ago(0))


@pytest.mark.django_db
class TestFlush:
    def test_each_flush_adds_to_what_was_counted_before(self):
        listing = make_listing()
        for _ in range(3):
            counting.seen(listing.slug)
            counting.listed([listing.pk])
            counting.listed([listing.pk])
            flush()
        row = Sighting.objects.get()
        assert (row.listing, row.week, row.seen, row.listed) == (listing, THIS_WEEK, 3, 6)

    def test_nothing_is_written_where_nothing_was_counted(self, django_assert_num_queries):
        with django_assert_num_queries(0):
            flush()

    def test_demonstrations_and_what_is_no_listing_are_left_out(self):
        demonstration = make_listing(is_demonstration=True)
        for name in (demonstration.slug, "nobody-at-all"):
            counting.seen(name)
        counting.listed([demonstration.pk, 10**9])
        flush()
        assert not Sighting.objects.exists()

    def test_what_fails_is_kept_and_written_the_next_time(self, monkeypatch):
        listing = make_listing()
        counting.seen(listing.slug)
        with monkeypatch.context() as patched:
            patched.setattr(keeping, "_write", lambda part: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                flush()
        assert not Sighting.objects.exists()
        flush()
        assert Sighting.objects.get().seen == 1

    def test_a_part_that_was_written_is_not_written_twice(self, monkeypatch):
        first, second = make_draft(), make_draft()
        monkeypatch.setattr(keeping, "BATCH", 1)
        counting.seen(first.slug)
        counting.seen(second.slug)
        real, calls = keeping._write, []

        def fail_once(part):
            calls.append(part)
            if len(calls) == 2:
                raise ZeroDivisionError
            real(part)

        monkeypatch.setattr(keeping, "_write", fail_once)
        with pytest.raises(ZeroDivisionError):
            flush()
        flush()
        assert list(Sighting.objects.values_list("seen", flat=True)) == [1, 1]

    def test_a_failure_in_the_background_is_logged_and_harms_nobody(self, monkeypatch, caplog):
        monkeypatch.setattr(keeping, "flush", lambda: 1 / 0)
        monkeypatch.setattr(keeping.connections, "close_all", lambda: None)
        keeping.write_down()
        assert "not written" in caplog.text

    def test_counts_go_with_their_listing(self):
        listing = make_draft()
        Sighting.objects.add(THIS_WEEK, {listing.pk: (1, 1)})
        listing.delete()
        assert not Sighting.objects.exists()


ONE_PROCESS = """
import django
django.setup()
from directory.sightings.keeping import counting, flush
for _ in range({rounds}):
    for slug in {slugs!r}:
        counting.seen(slug)
    counting.listed({pks!r})
    flush()
"""


@pytest.mark.django_db(transaction=True)
def test_processes_that_write_at_once_lose_nothing(tmp_path):
    slugs = [f"practice-{number}" for number in range(3)]
    rounds, processes = 20, 3
    url, pks = database(tmp_path, slugs)
    env = os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "psychly.settings"}
    running = [
        subprocess.Popen(
            [sys.executable, "-c", ONE_PROCESS.format(rounds=rounds, slugs=order, pks=pks)],
            cwd=settings.BASE_DIR,
            env=env,
        )
        for order in (slugs, slugs[::-1], slugs[1:] + slugs[:1])
    ]
    assert [process.wait(timeout=60) for process in running] == [0] * processes
    assert numbers(url, tmp_path) == [(rounds * processes, rounds * processes)] * len(slugs)


def database(folder, slugs) -> tuple[str, list[int]]:
    """One that other processes can open: the test's own on PostgreSQL, a copy of it in a file on SQLite."""
    pks = [make_draft(slug=slug).pk for slug in slugs]
    if connection.vendor == "sqlite":
        path = folder / "copy.sqlite3"
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(path)])
        return f"sqlite:///{path}", pks
    name = connection.settings_dict["NAME"]
    base, _, query = os.environ["DATABASE_URL"].partition("?")
    return f"{base.rpartition('/')[0]}/{name}{'?' + query if query else ''}", pks


def numbers(url: str, folder) -> list[tuple[int, int]]:
    if connection.vendor != "sqlite":
        return list(Sighting.objects.order_by("pk").values_list("seen", "listed"))
    with connection.cursor() as cursor:
        cursor.execute("ATTACH DATABASE %s AS written", [str(folder / "copy.sqlite3")])
        try:
            cursor.execute("SELECT seen, listed FROM written.directory_sighting ORDER BY id")
            return cursor.fetchall()
        finally:
            cursor.execute("DETACH DATABASE written")


@pytest.mark.django_db
def test_a_listing_that_nobody_looked_at_has_no_row():
    make_draft()
    assert Listing.objects.get().sightings.count() == 0
