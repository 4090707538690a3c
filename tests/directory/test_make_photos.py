"""The command that prepares photos: two at once, one that was killed, one that finds a broken file."""

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from directory.models import Photo
from tests.directory.photos import samples
from tests.factories.directory import make_listing, make_manager


def upload(listing, manager, data):
    return Photo.upload(listing, by=manager, file=ContentFile(data), alt="A room with a chair.")


@pytest.mark.django_db
def test_it_prepares_what_waits_and_says_how_many(capsys):
    listing = make_listing()
    manager = make_manager(listing)
    for data in (samples.another_jpeg(), b"nothing", samples.another_jpeg()):
        upload(listing, manager, data)
    call_command("make_photos")
    assert capsys.readouterr().out == "3 photos prepared.\n"
    assert sorted(Photo.objects.values_list("status", flat=True)) == ["refused", "waiting", "waiting"]
    call_command("make_photos")
    assert capsys.readouterr().out == ""


@pytest.mark.django_db
def test_one_that_fails_does_not_keep_the_others(monkeypatch, caplog):
    listing = make_listing()
    manager = make_manager(listing)
    first, _second = [upload(listing, manager, samples.another_jpeg()) for _ in range(2)]
    process = Photo.process

    def sometimes(photo):
        if photo == first:
            raise OSError("the disk is full")
        process(photo)

    monkeypatch.setattr(Photo, "process", sometimes)
    call_command("make_photos")
    assert list(Photo.objects.order_by("pk").values_list("status", flat=True)) == ["uploaded", "waiting"]
    assert "a photo failed" in caplog.text
    monkeypatch.undo()
    Photo.objects.update(next_try_at=timezone.now() - timedelta(seconds=1))
    call_command("make_photos")
    assert Photo.objects.get(pk=first.pk).status == "waiting"


def site(tmp_path, *arguments, wait=True):
    """A process of its own, with a database and files of its own."""
    env = os.environ | {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'site.sqlite3'}",
        "FILES_DIR": str(tmp_path / "files"),
        "DJANGO_SETTINGS_MODULE": "psychly.settings",
    }
    process = subprocess.Popen(
        [sys.executable, *arguments], cwd=settings.BASE_DIR, env=env, stdout=subprocess.PIPE, text=True
    )
    return process.communicate(timeout=100)[0] if wait else process


FILL = """
import django
django.setup()
from django.core.files.base import ContentFile
from django.core.management import call_command
from directory.models import Photo
from tests.directory.photos import samples
from tests.factories.directory import make_listing, make_manager
call_command("migrate", verbosity=0)
listing = make_listing()
manager = make_manager(listing)
for _ in range(5):
    Photo.upload(listing, by=manager, file=ContentFile(samples.another_jpeg()), alt="A room with a chair.")
Photo.objects.first().take()  # and then its process is killed
"""
GO_ON = """
import django
django.setup()
from django.core.management import call_command
from django.utils import timezone
from directory.models import Photo
Photo.objects.filter(status="uploaded").update(next_try_at=timezone.now())
call_command("make_photos")
print(Photo.objects.filter(status="waiting").count(), "wait,", Photo.objects.filter(tries=1).count(), "tried once")
"""


@pytest.mark.skipif(connection.vendor != "sqlite", reason="only on SQLite: its processes have a database of their own")
def test_two_at_once_share_the_work_and_after_a_kill_it_goes_on(tmp_path):
    """Each photo is prepared once; what a killed process held is prepared when its time is up."""
    site(tmp_path, "-c", FILL)
    both = [site(tmp_path, "manage.py", "make_photos", wait=False) for _ in range(2)]
    said = [process.communicate(timeout=100)[0] for process in both]
    assert sum(int(words.split()[0]) for words in said if words) == 4
    assert site(tmp_path, "-c", GO_ON).splitlines() == ["1 photos prepared.", "5 wait, 4 tried once"]
    # A 600-pixel photo has two widths in two forms; no original and no second copy is left.
    assert len(list((tmp_path / "files" / "uploads").iterdir())) == 5 * 4
