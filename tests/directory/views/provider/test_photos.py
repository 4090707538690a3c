"""What a provider sees and does with the photos of the own listing, and what everybody else does not."""

import re

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from directory import uploading
from directory.models import Photo
from directory.models.photo import MOST_AT_A_LISTING
from directory.photos.rules import MOST_BYTES
from tests.directory.photos import samples
from tests.directory.photos.samples import REFUSED
from tests.factories.directory import make_listing, make_manager, make_photo

pytestmark = pytest.mark.django_db
WORDS = {"alt": "A treatment room with a chair.", "caption": "Room 2", "no_patient": "on"}
BELOW = ["my_photo", "move_my_photo", "remove_my_photo", "my_photo_picture"]


@pytest.fixture
def listing():
    return make_listing(name="Quiet Harbor", slug="quiet-harbor")


@pytest.fixture
def client(listing):
    client = Client()
    client.force_login(make_manager(listing))
    return client


def address(photo, view="my_photo"):
    return reverse(f"directory:{view}", args=[photo.listing.slug, photo.pk])


def mine(listing):
    return reverse("directory:my_photos", args=[listing.slug])


def file(data=None, name="room.jpg"):
    return SimpleUploadedFile(name, samples.jpeg() if data is None else data, "image/jpeg")


def send(client, listing, data=None, name="room.jpg", **words):
    return client.post(mine(listing), WORDS | {"file": file(data, name)} | words)


def errors(response):
    return re.findall(r'<p class="field-error">(.*?)</p>', response.content.decode())


class TestSending:
    def test_a_photo_is_kept_and_the_next_page_says_what_happens_now(self, client, listing):
        response = send(client, listing)
        assert (response.status_code, response.url) == (302, mine(listing))
        photo = Photo.objects.get()
        assert (photo.alt, photo.caption, photo.status) == ("A treatment room with a chair.", "Room 2", "uploaded")
        html = client.get(mine(listing)).content.decode()
        assert "We have your photo" in html
        assert "The picture is being prepared." in html

    @pytest.mark.parametrize("name", ["nothing", "svg", "html", "gif", "png of 41 million pixels", "animated webp"])
    def test_what_is_no_photo_gets_a_sentence_and_the_words_stay(self, client, listing, name):
        response = send(client, listing, REFUSED[name][0])
        assert response.status_code == 200
        assert len(errors(response)) == 1
        assert "lease send" in errors(response)[0]
        assert "A treatment room with a chair." in response.content.decode()
        assert not Photo.objects.exists()

    @pytest.mark.parametrize("name", ["room.png", "room.jpg.html", "room", "../../room.svg", "\u202egpj.exe"])
    def test_a_name_that_says_something_else_is_refused(self, client, listing, name):
        assert "does not fit" in errors(send(client, listing, name=name))[0]

    @pytest.mark.parametrize("name", ["../../room.jpg", "ro\x00om.jpg", "\u202eroom.jpg", "r" * 300 + ".jpg"])
    def test_a_name_is_never_kept(self, client, listing, name):
        assert send(client, listing, name=name).status_code == 302
        assert re.fullmatch("[0-9a-f]{32}", Photo.objects.get().original)

    def test_ten_megabytes_are_taken_and_one_byte_more_is_not_read(self, client, listing):
        data = samples.jpeg()
        full = data + bytes(MOST_BYTES - len(data))
        assert send(client, listing, full).status_code == 302
        response = send(client, listing, full + b"x")
        assert errors(response) == ["This file is larger than 10 MB. Please send a smaller JPEG, PNG or WebP."]
        assert "A treatment room with a chair." in response.content.decode()
        assert Photo.objects.count() == 1

    def test_of_what_is_far_too_large_nothing_is_read(self, client, listing, monkeypatch):
        monkeypatch.setattr(uploading, "PATIENCE_BYTES", 100)
        response = send(client, listing)
        assert response.status_code == 200
        assert "larger than 10 MB" in response.content.decode()

    def test_words_and_consent_are_needed(self, client, listing):
        response = client.post(mine(listing), {})
        assert len(errors(response)) == 3
        assert not Photo.objects.exists()

    @pytest.mark.parametrize("alt", ["IMG_2041.jpg", "DSC 0012", "photo", "room", "image 3"])
    def test_the_name_of_a_file_does_not_say_what_it_shows(self, client, listing, alt):
        assert "in a sentence" in errors(send(client, listing, alt=alt))[0]

    def test_a_full_listing_has_no_form_and_refuses_what_is_sent_all_the_same(self, client, listing):
        for _ in range(MOST_AT_A_LISTING):
            make_photo(listing)
        assert 'enctype="multipart/form-data"' not in client.get(mine(listing)).content.decode()
        assert "at most 12 photos" in send(client, listing).content.decode()

    def test_a_full_disk_is_said_and_leaves_no_row(self, client, listing, monkeypatch):
        def full(*args, **kwargs):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Photo, "upload", full)
        response = send(client, listing)
        assert response.status_code == 507
        assert "no room for this photo just now" in response.content.decode()

    def test_without_the_token_of_the_form_nothing_is_taken(self, listing):
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(make_manager(listing))
        photo = make_photo(listing)
        assert send(strict, listing).status_code == 403
        assert strict.post(address(photo, "remove_my_photo")).status_code == 403
        assert Photo.objects.kept().count() == 1


class TestTheList:
    @pytest.mark.parametrize(
        ("status", "words"),
        [
            ("uploaded", "Being prepared"),
            ("waiting", "Waiting for our staff"),
            ("published", "On your page"),
            ("refused", "The name of a patient can be read."),
        ],
    )
    def test_each_says_its_state(self, client, listing, status, words):
        make_photo(listing, status)
        assert words in client.get(mine(listing)).content.decode()

    def test_a_removed_one_is_gone(self, client, listing):
        make_photo(listing).remove(by=None)
        assert "What you have sent" not in client.get(mine(listing)).content.decode()

    def test_no_browser_keeps_it(self, client, listing):
        assert "no-store" in client.get(mine(listing)).headers["Cache-Control"]

    def test_the_picture_is_a_picture_and_nothing_else(self, client, listing):
        response = client.get(address(make_photo(listing, "waiting"), "my_photo_picture"))
        assert response.headers["Content-Type"] == "image/jpeg"
        assert response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in response.headers["Cache-Control"]
        assert response.content[:3] == b"\xff\xd8\xff"

    def test_what_is_not_prepared_has_none(self, client, listing):
        assert client.get(address(make_photo(listing, "uploaded"), "my_photo_picture")).status_code == 404


class TestWordsOrderAndRemoval:
    def test_other_words_wait_for_staff(self, client, listing):
        photo = make_photo(listing)
        assert "leaves your page until" in client.get(address(photo)).content.decode()
        response = client.post(address(photo), {"alt": "A door with a ramp.", "caption": ""})
        assert response.url == mine(listing)
        photo.refresh_from_db()
        assert (photo.alt, photo.status) == ("A door with a ramp.", "waiting")

    def test_a_refusal_keeps_what_was_typed(self, client, listing):
        photo = make_photo(listing, "refused")
        response = client.post(address(photo), {"alt": "A door with a ramp.", "caption": ""})
        assert response.status_code == 200
        assert "Please send another photo" in response.content.decode()
        assert "A door with a ramp." in response.content.decode()

    def test_nobody_decides_through_a_form(self, client, listing):
        photo = make_photo(listing, "waiting")
        other = make_photo(make_listing(), "waiting")
        typed = {"alt": "A door with a ramp.", "status": "published", "listing": other.listing.pk, "id": other.pk}
        client.post(address(photo), typed)
        assert list(Photo.objects.order_by("pk").values_list("status", "alt")) == [
            ("waiting", "A door with a ramp."),
            ("waiting", other.alt),
        ]

    def test_one_goes_earlier(self, client, listing):
        first, second = (make_photo(listing, position=n) for n in (1, 2))
        client.post(address(second, "move_my_photo"), {"to": "earlier"})
        assert list(listing.photos.all()) == [second, first]

    def test_one_is_removed(self, client, listing):
        photo = make_photo(listing)
        response = client.post(address(photo, "remove_my_photo"))
        assert response.url == mine(listing)
        assert "removed" in str(next(iter(get_messages(response.wsgi_request))))
        assert not listing.photos.kept().exists()

    @pytest.mark.parametrize("view", ["move_my_photo", "remove_my_photo"])
    def test_looking_changes_nothing(self, client, listing, view):
        assert client.get(address(make_photo(listing), view)).status_code == 405
        assert listing.photos.kept().exists()


class TestStrangers:
    @pytest.mark.parametrize("view", BELOW)
    @pytest.mark.parametrize("method", ["get", "post"])
    def test_whoever_is_not_signed_in_is_asked_to(self, listing, view, method):
        photo = make_photo(listing, "waiting")
        for path in (mine(listing), address(photo, view)):
            response = getattr(Client(), method)(path)
            assert response.status_code == 302
            assert response.url.startswith("/accounts/")
        assert listing.photos.kept().count() == 1

    @pytest.mark.parametrize("view", BELOW)
    @pytest.mark.parametrize("is_staff", [False, True])
    def test_another_providers_photo_is_answered_as_one_that_does_not_exist(self, listing, view, is_staff):
        photo = make_photo(listing, "waiting")
        stranger = Client()
        stranger.force_login(make_manager(make_listing(slug="elsewhere"), is_staff=is_staff))
        missing = reverse(f"directory:{view}", args=["quiet-harbor", 999_999])
        for method in ("get", "post"):
            answers = [getattr(stranger, method)(path) for path in (address(photo, view), missing)]
            assert answers[0].status_code == answers[1].status_code
            assert answers[0].status_code in (404, 405)
        assert stranger.get(mine(listing)).status_code == stranger.post(mine(listing)).status_code == 404
        assert listing.photos.kept().count() == 1

    @pytest.mark.parametrize("view", BELOW)
    def test_another_listings_photo_is_not_reached_through_ones_own(self, client, view):
        theirs = make_photo(make_listing(slug="elsewhere"), "waiting")
        path = reverse(f"directory:{view}", args=["quiet-harbor", theirs.pk])
        assert {client.get(path).status_code, client.post(path).status_code} <= {404, 405}
        assert Photo.objects.kept().count() == 1
