import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from directory.models import Letter
from psychly.models import User

pytestmark = pytest.mark.django_db
LIST = reverse("admin:directory_letter_changelist")


@pytest.fixture
def desk(client):
    user = User.objects.create_user("help@example.com", "x", is_staff=True)
    user.groups.add(Group.objects.get(name="support"))
    client.force_login(user)
    return client


def letter(occasion, **fields):
    return Letter.objects.create(occasion=occasion, to="a@example.com", subject=occasion, text="Words.", **fields)


@pytest.fixture
def letters():
    return {
        "waiting": letter("waiting"),
        "sent": letter("sent", sent_at=timezone.now(), next_try_at=None),
        "given_up": letter("given up", next_try_at=None, refusal="SMTPRecipientsRefused 550"),
    }


@pytest.mark.parametrize("state", ["waiting", "sent", "given_up"])
def test_each_state_is_a_list(desk, letters, state):
    assert list(desk.get(LIST, {"state": state}).context["cl"].queryset) == [letters[state]]


def test_a_letter_is_read_and_never_rewritten(desk, letters):
    address = reverse("admin:directory_letter_change", args=[letters["sent"].pk])
    assert "Words." in desk.get(address).content.decode()
    assert desk.post(address, {"text": "Other words."}).status_code == 403
    assert desk.get(reverse("admin:directory_letter_add")).status_code == 403


def test_what_was_given_up_is_tried_again_and_the_others_say_why_not(desk, letters):
    chosen = [each.pk for each in letters.values()]
    response = desk.post(LIST, {"action": "try_again", "_selected_action": chosen}, follow=True)
    said = [str(message) for message in response.context["messages"]]
    assert "1 letter waits." in said
    assert len([words for words in said if "was not given up" in words]) == 2
    assert Letter.objects.waiting().count() == 2


def test_nobody_reads_the_code_or_link_of_another(client):
    client.force_login(User.objects.create_superuser("desk2@example.com", "x"))
    words = {"to": "a@example.com", "subject": "Code", "text": "ABCDE FGHJK"}
    for occasion, is_secret in (("secret", True), ("plain", False)):
        letter = Letter.write(occasion=occasion, is_secret=is_secret, **words)
        page = client.get(f"/admin/directory/letter/{letter.pk}/change/").content.decode()
        assert ("ABCDE" in page) != is_secret
