import os
import time
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from directory.models import Photo
from directory.photos import files
from directory.upkeep.photos import remove_orphan_files, remove_refused_photos
from tests.factories.directory import make_listing, make_photo

pytestmark = pytest.mark.django_db
TWO_DAYS = 2 * 24 * 60 * 60


def all_files():
    return {(storage, name) for storage in (files.private(), files.public()) for name in storage.listdir("")[1]}


@pytest.fixture(autouse=True)
def empty():
    for storage, name in all_files():
        storage.delete(name)


def make_old():
    for storage, name in all_files():
        then = time.time() - TWO_DAYS
        os.utime(storage.path(name), (then, then))


def test_what_nothing_points_to_goes_and_what_a_photo_has_stays():
    listing = make_listing()
    for status in ("uploaded", "waiting", "published"):
        make_photo(listing, status)
    wanted = all_files()
    make_photo(make_listing()).delete()
    make_photo(make_listing(), "waiting").delete()
    files.keep_upload(ContentFile(b"a process was killed"))
    make_old()
    assert remove_orphan_files() == 4 + 1
    assert all_files() == wanted
    assert remove_orphan_files() == 0


def test_a_file_that_is_being_written_stays():
    files.keep_upload(ContentFile(b"its row comes in a moment"))
    assert remove_orphan_files() == 0
    assert len(all_files()) == 1


def test_a_refused_photo_is_kept_for_a_month(django_capture_on_commit_callbacks):
    listing = make_listing()
    old, young = (make_photo(listing, "waiting") for _ in range(2))
    for photo in (old, young):
        photo.refuse(by=None, reason="It is another place.")
    Photo.objects.filter(pk=old.pk).update(decided_at=timezone.now() - timedelta(days=31))
    with django_capture_on_commit_callbacks(execute=True):
        assert remove_refused_photos() == 1
    assert Photo.objects.kept().get() == young
