"""Every image of the corpus, as its strangers sent it: no crash, no leak, and bounds in time and memory."""

import time
from collections import Counter

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from directory.models import Photo
from directory.models import photo as model
from directory.photos import child, files
from tests.directory.photos import samples
from tests.directory.photos.leaks import leaks_of
from tests.directory.photos.looking import look
from tests.factories.directory import make_listing, make_manager

pytestmark = pytest.mark.corpora
MOST_ADDED_KILOBYTES = 250 * 1024
MOST_CPU_SECONDS = 2
FEWEST = 300


@pytest.fixture(scope="module")
def images(corpora):
    found = sorted(path for path in (corpora / "images").rglob("*") if path.is_file())
    assert len(found) >= FEWEST
    return found


def test_none_crashes_leaks_or_takes_too_much(images, capsys):
    least = look(samples.jpeg())[0]["peak_kilobytes"]
    outcomes, leaks, added, slowest = Counter(), [], {}, {}
    for path in images:
        answer, pictures, seconds = look(path.read_bytes())
        outcomes[answer["problem"] or "taken"] += 1
        leaks += [f"{path.name}: {leak}" for each in pictures for leak in leaks_of(each.kind, each.data)]
        added[path.name], slowest[path.name] = answer["peak_kilobytes"] - least, seconds
    hungry, slow = max(added, key=added.get), max(slowest, key=slowest.get)
    with capsys.disabled():
        print(f"\n{len(images)} images: {dict(outcomes)}")
        print(f"most memory added: {added[hungry] / 1024:.0f} MB ({hungry}); slowest: {slowest[slow]:.2f} s ({slow})")
    assert leaks == []
    assert added[hungry] < MOST_ADDED_KILOBYTES
    assert slowest[slow] < MOST_CPU_SECONDS
    assert outcomes["taken"] > 100


# The most that decoders keep beside the picture: a progressive JPEG all of its coefficients, a WebP its canvas twice.
LARGEST = {
    "progressive jpeg": lambda: samples.jpeg((8_000, 5_000), quality=60, progressive=True, subsampling=0),
    "progressive cmyk jpeg": lambda: samples.saved(
        samples.picture((8_000, 5_000), "CMYK"), "JPEG", progressive=True, subsampling=0
    ),
    "png one can look through": lambda: samples.saved(samples.picture((8_000, 5_000), "RGBA"), "PNG", compress_level=1),
    "png of 16 bits": lambda: samples.png(8_000, 5_000, depth=16, rows=bytes((8_000 * 6 + 1) * 5_000)),
    "webp": lambda: samples.saved(samples.picture((8_000, 5_000)), "WEBP", method=0),
}


@pytest.mark.parametrize("make", LARGEST.values(), ids=LARGEST)
def test_forty_million_pixels_of_any_kind_stay_within_what_the_child_may_have(make, capsys):
    answer, pictures, seconds = look(make())
    with capsys.disabled():
        print(f"\n{answer['peak_kilobytes'] // 1024} MB in all, {seconds:.2f} s")
    assert len(pictures) == 6
    assert answer["peak_kilobytes"] * 1024 < child.MOST_MEMORY
    assert seconds < MOST_CPU_SECONDS


@pytest.mark.django_db
def test_each_upload_is_answered_with_a_page_and_prepared_without_a_crash(images, monkeypatch):
    monkeypatch.setattr(model, "MOST_AT_A_LISTING", len(images))
    monkeypatch.setattr(model, "MOST_A_DAY", len(images))
    listing = make_listing()
    client = Client()
    client.force_login(make_manager(listing))
    statuses = Counter()
    started = time.perf_counter()
    for path in images:
        file = SimpleUploadedFile(path.name, path.read_bytes())
        words = {"alt": "A room with a chair.", "no_patient": "on", "file": file}
        statuses[client.post(reverse("directory:my_photos", args=[listing.slug]), words).status_code] += 1
    print(dict(statuses), f"{time.perf_counter() - started:.1f} s")
    assert set(statuses) == {200, 302}
    for photo in Photo.objects.due():
        photo.take()
        photo.process()
    assert set(Photo.objects.values_list("status", flat=True)) <= {"waiting", "refused"}
    names = {row["name"] for photo in Photo.objects.all() for row in photo.variants}
    assert names
    assert all(files.NAME.fullmatch(name) for name in names)
