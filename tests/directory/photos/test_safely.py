"""The process that opens strangers' files, and what it may take of the machine."""

import json
import subprocess
import sys
import time

import pytest

from directory.photos import child, safely
from directory.photos.rules import MEGABYTE, MOST_BYTES, Refused
from directory.photos.safely import TookTooLong, variants_of_file
from tests.directory.photos import samples
from tests.directory.photos.samples import REFUSED, TAKEN

MOST_ADDED_KILOBYTES = 250 * 1024
MOST_SECONDS = 2


def run(data):
    """What the child says of it in its first line, and how long it took."""
    started = time.perf_counter()
    answer = subprocess.run(
        [sys.executable, "-m", "directory.photos.child"], input=data, capture_output=True, cwd=safely.ROOT, check=False
    )
    return json.loads(answer.stdout.partition(b"\n")[0]), time.perf_counter() - started


def test_pictures_come_back_as_they_were_made():
    made = variants_of_file(samples.jpeg((1200, 800)))
    assert [(each.kind, each.width) for each in made] == [
        (kind, width) for width in (480, 960, 1200) for kind in ("WEBP", "JPEG")
    ]
    assert all(each.data[:3] == b"\xff\xd8\xff" for each in made if each.kind == "JPEG")
    assert all(each.data[:4] == b"RIFF" for each in made if each.kind == "WEBP")


@pytest.mark.parametrize("name", ["nothing", "svg", "jpeg cut off in its picture", "png of nothing", "animated webp"])
def test_a_refusal_comes_back_as_one(name):
    with pytest.raises(Refused) as refusal:
        variants_of_file(REFUSED[name][0])
    assert refusal.value.problem == REFUSED[name][1]


def test_a_file_above_the_limit_is_not_looked_at():
    with pytest.raises(Refused, match="too_large"):
        variants_of_file(samples.jpeg() + bytes(MOST_BYTES))


def test_the_largest_that_are_taken_stay_within_their_memory_and_time(record_property):
    nothing, _seconds = run(TAKEN["jpeg"])
    files = {
        "png of 40 million pixels": samples.sparse_png(8_000, 5_000),
        "jpeg of 40 million pixels": samples.jpeg((8_000, 5_000), quality=60),
    }
    for name, data in files.items():
        said, seconds = run(data)
        added = said["peak_kilobytes"] - nothing["peak_kilobytes"]
        print(f"{name}: {added // 1024} MB more, {seconds:.2f} s")
        assert said["problem"] == ""
        assert added < MOST_ADDED_KILOBYTES


def test_what_asks_for_more_memory_than_there_is_ends_alone(monkeypatch):
    """A limit so narrow that not even the program fits: the answer is a sentence."""
    code = "import directory.photos.child as child; child.LIMITS = {child.resource.RLIMIT_CPU: 0}; child.main()"
    monkeypatch.setattr(safely, "COMMAND", [sys.executable, "-c", code])
    with pytest.raises(Refused, match="unreadable"):
        variants_of_file(samples.jpeg((3000, 3000)))


def test_a_slow_machine_is_no_fault_of_the_file(monkeypatch):
    monkeypatch.setattr(safely, "MOST_SECONDS", 0.01)
    with pytest.raises(TookTooLong):
        variants_of_file(samples.jpeg())


def test_it_may_write_nothing_and_is_told_nothing():
    assert child.LIMITS[child.resource.RLIMIT_FSIZE] == 0
    assert child.LIMITS[child.resource.RLIMIT_AS] <= 700 * MEGABYTE
    assert not {"SECRET_KEY", "DATABASE_URL"} & set(safely.GIVEN)
