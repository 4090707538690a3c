import pytest

from directory.photos.header import check_upload, read_header
from directory.photos.rules import Refused
from directory.photos.sentences import SENTENCES
from tests.directory.photos import samples
from tests.directory.photos.samples import REFUSED, TAKEN

SEEN_LATER = {"jpeg cut off in its picture", "png cut off", "webp cut off", "png of nothing"}


@pytest.mark.parametrize("name", TAKEN)
def test_the_size_of_every_photo_is_read(name):
    header = read_header(TAKEN[name])
    assert (header.width, header.height) == (600, 400)


@pytest.mark.parametrize("name", sorted(set(REFUSED) - SEEN_LATER))
def test_most_of_what_is_none_is_refused_without_decoding_it(name):
    data, problem = REFUSED[name]
    with pytest.raises(Refused) as refusal:
        read_header(data)
    assert refusal.value.problem == problem


@pytest.mark.parametrize("length", range(60))
def test_no_length_of_a_beginning_is_too_much_for_it(length):
    for data in (samples.jpeg(), TAKEN["png"], TAKEN["webp"], TAKEN["lossless webp"], TAKEN["webp full of metadata"]):
        try:
            read_header(data[:length])
        except Refused:
            continue


@pytest.mark.parametrize(
    "name", ["door.jpg", "DOOR.JPEG", "../../door.jpg", "d\x00oor.jpg", "\u202edoor.jpg", "d" * 300 + ".jpg"]
)
def test_a_name_that_fits_is_taken_however_odd(name):
    check_upload(name, samples.jpeg())


@pytest.mark.parametrize("name", ["door.png", "door.webp", "door", "door.jpg.html", ".jpg", ""])
def test_a_name_that_says_something_else_is_not(name):
    with pytest.raises(Refused, match="other_name"):
        check_upload(name, samples.jpeg())


def test_what_is_too_small_to_show_anything_is_not_taken():
    with pytest.raises(Refused, match="too_small"):
        check_upload("door.jpg", samples.jpeg((399, 300)))
    check_upload("door.jpg", samples.jpeg((400, 300)))


def test_every_refusal_says_what_to_do():
    assert all("lease send" in str(words) or "lease save" in str(words) for words in SENTENCES.values())
