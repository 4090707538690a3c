"""The life of a photo: uploaded, prepared, looked at, seen, removed; and who may not skip a step."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from directory.models import Change, Letter, Photo, SearchVersion
from directory.models import photo as model
from directory.photos import files
from directory.photos.safely import TookTooLong
from tests.directory.photos import samples
from tests.factories.directory import make_draft, make_listing, make_manager, make_photo

pytestmark = pytest.mark.django_db
Status = Photo.Status


@pytest.fixture
def listing():
    return make_listing(name="Quiet Harbor")


@pytest.fixture
def manager(listing):
    return make_manager(listing, email="manager@example.com")


@pytest.fixture
def staff():
    return make_manager(email="staff@example.com", is_staff=True)


@pytest.fixture(autouse=True)
def commits_are_made():
    """What is done after a commit is done, although a test never commits."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(model.transaction, "on_commit", lambda then: then())
        yield


def upload(listing, manager, data=None, **words):
    words = {"alt": "A room with a chair."} | words
    return Photo.upload(listing, by=manager, file=ContentFile(data or samples.another_jpeg(), name="x.jpg"), **words)


def stored():
    """The names of all files, private and public."""
    return [set(storage.listdir("")[1]) for storage in (files.private(), files.public())]


def names(photo):
    return {row["name"] for row in photo.variants}


def read(name):
    with files.private().open(name) as file:
        return file.read()


def published(listing):
    return list(Photo.objects.published().filter(listing=listing))


class TestUpload:
    def test_it_is_kept_under_a_random_name_and_shown_to_nobody(self, listing, manager):
        photo = upload(listing, manager)
        assert (photo.status, photo.uploaded_by, photo.variants) == (Status.UPLOADED, manager, [])
        assert len(photo.original) == 32
        assert photo.original in stored()[0]
        assert published(listing) == []

    def test_two_clicks_send_one(self, listing, manager):
        first = upload(listing, manager, samples.jpeg())
        assert upload(listing, manager, samples.jpeg()) == first
        assert listing.photos.get() == first
        assert first.original in stored()[0]

    def test_two_people_may_send_the_same(self, listing, manager):
        assert upload(listing, manager, samples.jpeg()) != upload(listing, make_manager(listing), samples.jpeg())

    def test_each_goes_to_the_end(self, listing, manager):
        assert [upload(listing, manager).position for _ in range(3)] == [1, 2, 3]

    def test_a_listing_has_room_for_twelve_and_removing_one_makes_room(self, listing, manager):
        photos = [make_photo(listing) for _ in range(model.MOST_AT_A_LISTING)]
        before = stored()
        with pytest.raises(ValidationError, match="at most 12 photos"):
            upload(listing, manager)
        assert stored() == before
        photos[0].remove(by=manager)
        assert upload(listing, manager)

    def test_one_person_sends_forty_a_day_wherever_they_go_and_removed_ones_count(self, listing, manager):
        other = make_listing()
        for _ in range(model.MOST_A_DAY):
            make_photo(other, "removed", by=manager, removed_at=timezone.now())
        with pytest.raises(ValidationError, match="tomorrow"):
            upload(listing, manager)
        Photo.objects.update(uploaded_at=timezone.now() - timedelta(days=1, minutes=1))
        assert upload(listing, manager)


class TestProcess:
    def test_its_pictures_wait_for_staff_and_the_original_is_gone(self, listing, manager):
        photo = upload(listing, manager, samples.jpeg_full_of_metadata(size=(1200, 800)))
        original = photo.original
        assert photo.take()
        photo.process()
        photo = Photo.objects.get()
        assert (photo.status, photo.original, photo.width, photo.height) == (Status.WAITING, "", 1200, 800)
        assert [row["width"] for row in photo.variants] == [480, 480, 960, 960, 1200, 1200]
        assert names(photo) <= stored()[0]
        assert original not in stored()[0]
        assert not names(photo) & stored()[1]
        assert not any(samples.PLANTED in read(name) for name in names(photo))

    def test_a_file_that_is_none_is_refused_in_a_letter(self, listing, manager):
        photo = upload(listing, manager, samples.REFUSED["jpeg cut off in its picture"][0])
        original = photo.original
        photo.process()
        assert Photo.objects.get().status == Status.REFUSED
        letter = Letter.objects.get()
        assert letter.to == "manager@example.com"
        assert "We could not read this file as a photo." in letter.text
        for words in (letter.text, letter.html):
            assert "send another" in words
            assert "change the words" not in words
        assert original not in stored()[0]

    def test_a_file_that_got_lost_is_asked_for_again(self, listing, manager):
        photo = upload(listing, manager)
        files.private().delete(photo.original)
        photo.process()
        assert "Please send it again" in Photo.objects.get().reason

    def test_one_process_takes_it_and_a_killed_one_loses_it_after_a_while(self, listing, manager):
        first = upload(listing, manager)
        second = Photo.objects.get()
        assert first.take()
        assert not second.take()
        assert not Photo.objects.due().exists()
        Photo.objects.update(next_try_at=timezone.now() - timedelta(seconds=1))
        assert Photo.objects.due().get().take()

    def test_what_took_too_long_is_tried_three_times(self, listing, manager, monkeypatch):
        def slow(data):
            raise TookTooLong

        monkeypatch.setattr(model, "variants_of_file", slow)
        photo = upload(listing, manager)
        for status in (Status.UPLOADED, Status.UPLOADED, Status.REFUSED):
            Photo.objects.update(next_try_at=timezone.now())
            photo.refresh_from_db()
            assert photo.take()
            photo.process()
            assert Photo.objects.get().status == status

    def test_one_that_is_removed_meanwhile_leaves_no_file(self, listing, manager):
        before = stored()
        photo = upload(listing, manager)
        late = Photo.objects.get()
        made = model.variants_of_file(samples.jpeg())
        photo.remove(by=manager)
        late._keep(made)
        assert Photo.objects.get().status == Status.REMOVED
        assert stored() == before

    def test_nothing_but_processing_makes_it_wait_for_staff(self, listing, manager, staff):
        photo = upload(listing, manager)
        with pytest.raises(ValidationError, match="Being prepared"):
            photo.approve(by=staff)
        with pytest.raises(ValidationError, match="Being prepared"):
            photo.refuse(by=staff, reason="Because.")


class TestDecisions:
    def test_approved_it_moves_to_the_public_folder_under_new_names(self, listing, manager, staff):
        photo = make_photo(listing, "waiting", by=manager)
        private = names(photo)
        photo.approve(by=staff)
        photo = Photo.objects.get()
        assert (photo.status, photo.decided_by) == (Status.PUBLISHED, staff)
        assert names(photo) <= stored()[1]
        assert not private & set.union(*stored())
        assert "Visitors see it on your page now" in Letter.objects.get().text

    def test_on_a_page_that_nobody_sees_the_letter_says_so_and_leads_to_its_own_side(self, staff):
        draft = make_draft()
        make_photo(draft, "waiting", by=make_manager(draft)).approve(by=staff)
        letter = Letter.objects.get()
        assert letter.subject == "Our staff accepted your photo on Psychly"
        for words in (letter.text, letter.html):
            assert "Visitors do not see your page at this time" in words
            assert "on your page now" not in words
            assert f"/directory/mine/listings/{draft.slug}/" in words
            assert f"8000{draft.get_absolute_url()}" not in words

    def test_the_log_and_the_search_hear_of_it(self, listing, manager, staff):
        photo = make_photo(listing, "waiting", by=manager)
        number = SearchVersion.objects.get().number
        photo.approve(by=staff)
        change = Change.objects.get(listing=listing)
        assert (change.actor, change.fields[f"photos.{photo.pk}"]) == ("staff", [None, True])
        assert SearchVersion.objects.get().number > number

    def test_refused_it_keeps_its_files_until_it_is_removed_and_says_why(self, listing, manager, staff):
        photo = make_photo(listing, "waiting", by=manager)
        photo.refuse(by=staff, reason=" A patient can be recognized. ")
        photo = Photo.objects.get()
        assert (photo.status, photo.reason) == (Status.REFUSED, "A patient can be recognized.")
        assert names(photo) <= stored()[0]
        letter = Letter.objects.get()
        assert "A patient can be recognized." in letter.text
        for words in (letter.text, letter.html):
            assert "change the words of this one, or send another" in words
        assert not Change.objects.exists()

    def test_staff_take_back_what_readers_see(self, listing, manager, staff):
        photo = make_photo(listing, by=manager)
        public = names(photo)
        photo.refuse(by=staff, reason="It is another place.")
        assert not public & stored()[1]
        assert names(Photo.objects.get()) <= stored()[0]
        assert Change.objects.get().fields[f"photos.{photo.pk}"] == [True, None]

    def test_it_is_not_refused_without_a_reason(self, listing, staff):
        with pytest.raises(ValidationError, match="Write first"):
            make_photo(listing, "waiting").refuse(by=staff, reason="  ")

    @pytest.mark.parametrize("status", ["published", "refused"])
    def test_a_decided_one_is_not_approved_again(self, listing, staff, status):
        with pytest.raises(ValidationError, match="decided already"):
            make_photo(listing, status).approve(by=staff)

    def test_where_the_person_has_left_nobody_gets_a_letter(self, listing, staff):
        make_photo(listing, "waiting", by=None).approve(by=staff)
        assert not Letter.objects.exists()


class TestWords:
    def test_new_words_take_it_off_the_page_until_staff_have_read_them(self, listing, manager, staff):
        photo = make_photo(listing, by=manager)
        public = names(photo)
        photo.describe(by=manager, alt="A quiet room with two chairs.")
        photo = Photo.objects.get()
        assert (photo.status, photo.alt) == (Status.WAITING, "A quiet room with two chairs.")
        assert not public & stored()[1]
        assert Change.objects.get().actor == "provider"
        photo.approve(by=staff)
        assert published(listing) == [photo]

    def test_the_same_words_change_nothing(self, listing, manager):
        photo = make_photo(listing)
        photo.describe(by=manager, alt=photo.alt)
        assert Photo.objects.get().status == Status.PUBLISHED

    def test_a_refused_one_is_sent_again_with_other_words_only(self, listing, manager, staff):
        photo = make_photo(listing, "waiting")
        photo.refuse(by=staff, reason="Say what it shows.")
        with pytest.raises(ValidationError, match="Please change them"):
            photo.describe(by=manager, alt=photo.alt)
        photo.describe(by=manager, alt="A door with a ramp.")
        assert (photo.status, photo.reason) == (Status.WAITING, "")

    def test_words_do_not_mend_a_file(self, listing, manager):
        with pytest.raises(ValidationError, match="send another"):
            make_photo(listing, "refused").describe(by=manager, alt="A door with a ramp.")


class TestOrder:
    def test_one_step_earlier_or_later_and_the_ends_stay(self, listing, manager):
        photos = [make_photo(listing, position=n) for n in (1, 2, 3)]
        photos[2].move(by=manager, earlier=True)
        photos[0].move(by=manager, earlier=True)
        assert list(listing.photos.all()) == [photos[0], photos[2], photos[1]]
        photos[0].move(by=manager, earlier=False)
        assert list(listing.photos.all()) == [photos[2], photos[0], photos[1]]
        assert Change.objects.filter(listing=listing, actor="provider").count() == 2


class TestRemove:
    @pytest.mark.parametrize("status", ["uploaded", "waiting", "published", "refused"])
    def test_its_files_go_at_once(self, listing, manager, status):
        before = stored()
        photo = make_photo(listing, status)
        photo.remove(by=manager)
        photo = Photo.objects.get()
        assert (photo.status, photo.removed_by, photo.variants, photo.original) == (Status.REMOVED, manager, [], "")
        assert stored() == before

    def test_a_removed_one_stays_removed(self, listing, manager):
        photo = make_photo(listing)
        photo.remove(by=manager)
        with pytest.raises(ValidationError, match="Removed"):
            photo.remove(by=manager)
        with pytest.raises(ValidationError, match="Removed"):
            photo.describe(by=manager, alt="A door with a ramp.")


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("photo_says_what_it_shows", {"alt": ""}),
        ("photo_status_is_known", {"status": "lost"}),
        ("refused_photo_has_a_reason", {"status": "refused", "reason": ""}),
        ("prepared_photo_has_a_size_and_no_original", {"status": "published", "width": None}),
        ("uploaded_photo_has_its_original", {"status": "uploaded", "original": ""}),
        ("published_photo_was_decided", {"status": "published", "decided_at": None}),
        ("removed_photo_has_its_day_and_no_files", {"status": "removed"}),
    ],
)
def test_the_database_holds_each_rule(listing, name, fields):
    photo = make_photo(listing, "published")
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Photo.objects.filter(pk=photo.pk).update(**fields)


def test_names_are_random_and_no_row_names_one_twice(listing):
    found = [name for _ in range(3) for name in names(make_photo(listing))]
    assert len(set(found)) == len(found)
    assert all(files.NAME.fullmatch(name) for name in found)
