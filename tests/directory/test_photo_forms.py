import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from directory.models import Photo
from directory.photo_forms import PhotoForm, PhotoWordsForm
from tests.directory.photos import samples
from tests.factories.directory import make_listing, make_manager, make_photo

pytestmark = pytest.mark.django_db


def form(data=None, is_too_large=False, **words):
    file = SimpleUploadedFile("room.jpg", samples.jpeg() if data is None else data)
    words = {"alt": "  A room\nwith a chair. ", "no_patient": "on"} | words
    return PhotoForm(words, {} if is_too_large else {"file": file}, is_too_large=is_too_large)


def test_words_have_single_spaces():
    listing = make_listing()
    assert form().is_valid()
    sent = form(caption=" Room  2 ")
    assert sent.is_valid()
    assert sent.save(listing, by=make_manager(listing))
    assert list(Photo.objects.values_list("alt", "caption")) == [("A room with a chair.", "Room 2")]


def test_a_file_whose_reading_was_broken_off_is_not_called_missing():
    assert "larger than 10 MB" in form(is_too_large=True).errors["file"][0]
    assert PhotoForm({}, {}).errors["file"] == ["Please choose a file."]


def test_an_empty_file_is_said_to_be_no_photo():
    assert "could not read" in form(data=b"").errors["file"][0]


def test_a_refusal_of_the_model_is_one_of_the_form():
    photo = make_photo(make_listing(), "refused")
    words = PhotoWordsForm({"alt": "A door with a ramp."})
    assert words.is_valid()
    assert not words.describe(photo, by=None)
    assert "send another photo" in words.non_field_errors()[0]
