import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from directory.desk import queues
from directory.models import Letter, Photo
from psychly.models import User
from tests.factories.directory import make_listing, make_manager, make_photo

pytestmark = pytest.mark.django_db
QUEUE = reverse("admin:directory_photo_changelist")


@pytest.fixture
def support():
    user = User.objects.create_user("help@example.com", "x", is_staff=True)
    user.groups.add(Group.objects.get(name="support"))
    return user


@pytest.fixture
def desk(client, support):
    client.force_login(support)
    return client


@pytest.fixture
def photo():
    listing = make_listing()
    return make_photo(listing, "waiting", by=make_manager(listing))


def said(response):
    return " ".join(str(message) for message in response.context["messages"])


def act(desk, action, *photos):
    data = {"action": action, "_selected_action": [each.pk for each in photos]}
    return said(desk.post(QUEUE, data, follow=True))


def change(photo):
    return reverse("admin:directory_photo_change", args=[photo.pk])


def picture(photo):
    return reverse("admin:directory_photo_picture", args=[photo.pk, 480])


def test_the_desk_counts_what_waits_and_leads_there(desk, support, photo):
    make_photo(photo.listing)
    queue = next(each for each in queues(support) if each.label == "Photos to look at")
    assert queue.count == 1
    assert list(desk.get(queue.url).context["cl"].queryset) == [photo]


def test_the_picture_stands_beside_its_words(desk, photo):
    html = desk.get(change(photo)).content.decode()
    assert f'src="{reverse("admin:directory_photo_picture", args=[photo.pk, 960])}"' in html
    assert photo.alt in html
    response = desk.get(picture(photo))
    assert response.headers["Content-Type"] == "image/jpeg"
    assert "no-store" in response.headers["Cache-Control"]


def test_one_button_approves_it(desk, support, photo):
    response = desk.post(change(photo), {"reason": "", "_approve": "x"}, follow=True)
    assert "1 photo decided." in said(response)
    photo.refresh_from_db()
    assert (photo.status, photo.decided_by) == ("published", support)
    assert Letter.objects.get().to == photo.uploaded_by.email


def test_the_other_refuses_it_with_what_was_written(desk, photo):
    assert "Write first" in said(desk.post(change(photo), {"reason": "", "_refuse": "x"}, follow=True))
    desk.post(change(photo), {"reason": "A patient can be recognized.", "_refuse": "x"})
    photo.refresh_from_db()
    assert (photo.status, photo.reason) == ("refused", "A patient can be recognized.")


def test_what_the_provider_said_is_not_changed_by_staff(desk, photo):
    desk.post(change(photo), {"reason": "x", "alt": "Other words.", "status": "published"})
    photo.refresh_from_db()
    assert (photo.alt, photo.status, photo.reason) == ("A room with a chair beside a window.", "waiting", "")


def test_many_are_approved_at_once_and_each_refusal_is_said(desk, photo):
    done = make_photo(photo.listing)
    words = act(desk, "approve", photo, done)
    assert "1 photo decided." in words
    assert "decided already" in words
    assert Photo.objects.published().count() == 2


def test_nobody_adds_or_deletes_one(desk, photo):
    assert desk.get(reverse("admin:directory_photo_add")).status_code == 403
    assert desk.post(reverse("admin:directory_photo_delete", args=[photo.pk])).status_code == 403


def test_who_has_no_right_sees_neither_the_queue_nor_a_picture(client, photo):
    editor = User.objects.create_user("editor@example.com", "x", is_staff=True)
    editor.groups.add(Group.objects.get(name="editors"))
    client.force_login(editor)
    assert {client.get(address).status_code for address in (QUEUE, change(photo), picture(photo))} <= {403, 404}
    client.force_login(make_manager(photo.listing))
    assert client.get(picture(photo)).status_code == 302
