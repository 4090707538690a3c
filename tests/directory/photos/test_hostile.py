"""Each file that is made to hurt, from the form to the picture: a sentence or a photo, and nothing that it brought."""

import time
import tracemalloc
from collections import Counter
from io import BytesIO
from zipfile import is_zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from directory.models import Photo
from directory.photos.rules import LONGEST_PIXELS, MEGABYTE
from directory.photos.sentences import SENTENCES
from tests.directory.photos import samples
from tests.directory.photos.hostile import hostile
from tests.directory.photos.leaks import leaks_of
from tests.directory.photos.looking import look
from tests.factories.directory import make_listing, make_manager

MOST_ADDED = 250 * MEGABYTE
MOST_SECONDS = 2
# Its head says nothing: only who opens it sees that it is none.
SEEN_LATER = "10,000 frames, WebP that hides it"
STARTS = {"JPEG": b"\xff\xd8\xff", "WEBP": b"RIFF"}


@pytest.mark.django_db
def test_the_form_answers_each_with_a_sentence_and_keeps_no_name(settings):
    listing = make_listing()
    client = Client()
    client.force_login(make_manager(listing))
    page = reverse("directory:my_photos", args=[listing.slug])
    statuses, slowest, hungriest = Counter(), 0.0, 0
    for what, sent in hostile().items():
        file = SimpleUploadedFile("x", sent.data, "image/jpeg")
        file._name = sent.name  # as a browser of an attacker sends it
        tracemalloc.start()
        started = time.process_time()
        answer = client.post(page, {"alt": "A room with a chair.", "no_patient": "on", "file": file})
        seconds, added = time.process_time() - started, tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        statuses[answer.status_code] += 1
        slowest, hungriest = max(slowest, seconds), max(hungriest, added)
        if sent.problem and what != SEEN_LATER:
            assert answer.status_code == 200, what
            assert str(SENTENCES[sent.problem]) in answer.content.decode(), what
        else:
            assert answer.status_code == 302, what
            assert "We have your photo" in client.get(page).content.decode(), what
            photo = Photo.objects.latest("pk")
            assert len(photo.original) == 32
            photo.delete()
    print(f"\n{len(hostile())} files sent: {dict(statuses)}, slowest {slowest:.2f} s", end=", ")
    print(f"most memory {hungriest // MEGABYTE} MB")
    assert set(statuses) == {200, 302}
    assert slowest < MOST_SECONDS
    assert hungriest < MOST_ADDED


def test_the_process_that_opens_them_gives_a_bare_picture_or_a_reason():
    least = look(samples.jpeg())[0]["peak_kilobytes"]
    outcomes, added, seconds, leaks, made = Counter(), {}, {}, [], 0
    for what, sent in hostile().items():
        answer, pictures, seconds[what] = look(sent.data)
        added[what] = (answer["peak_kilobytes"] - least) * 1024
        outcomes[answer["problem"] or "taken"] += 1
        # What a name says is looked at before.
        expected = "" if sent.problem == "other_name" else sent.problem
        assert answer["problem"] == expected, what
        for each in pictures:
            made += 1
            leaks += [f"{what}: {leak}" for leak in leaks_of(each.kind, each.data)]
            assert each.data.startswith(STARTS[each.kind])
            assert not is_zipfile(BytesIO(each.data))
            assert max(Image.open(BytesIO(each.data)).size) <= LONGEST_PIXELS
    hungry, slow = max(added, key=added.get), max(seconds, key=seconds.get)
    print(f"\n{len(hostile())} files: {dict(outcomes)}, {made} pictures made, {len(leaks)} with a byte of theirs")
    print(f"most memory added: {added[hungry] / MEGABYTE:.0f} MB ({hungry}); slowest: {seconds[slow]:.2f} s ({slow})")
    assert leaks == []
    assert added[hungry] < MOST_ADDED
    assert seconds[slow] < MOST_SECONDS
