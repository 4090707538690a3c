import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from directory.models import Letter

pytestmark = pytest.mark.django_db
WORDS = {"to": "manager@example.com", "subject": "Is it\nstill true?", "text": "Please look."}


def test_it_waits_to_be_sent():
    letter = Letter.write(occasion="confirm-1", **WORDS)
    assert letter.next_try_at <= timezone.now()
    assert letter.sent_at is None


def test_a_subject_is_one_line():
    assert Letter.write(occasion="confirm-1", **WORDS).subject == "Is it still true?"


def test_one_occasion_writes_one_letter():
    first = Letter.write(occasion="confirm-1", **WORDS)
    assert Letter.write(occasion="confirm-1", **WORDS | {"to": "other@example.com"}) == first
    assert Letter.objects.get().to == "manager@example.com"


def test_a_letter_that_was_sent_is_not_tried_again():
    with pytest.raises(IntegrityError, match="sent_letter_is_not_tried_again"), transaction.atomic():
        Letter.objects.create(occasion="x", **WORDS, sent_at=timezone.now())


def test_a_secret_is_forgotten_once_it_is_sent_and_not_before():
    words = {"to": "a@example.com", "subject": "Code", "text": "The code", "html": "<p>The code</p>"}
    secret = Letter.write(occasion="secret", is_secret=True, **words)
    plain = Letter.write(occasion="plain", **words)
    for letter in (secret, plain):
        letter.take()
        letter.was_refused("Down")
        assert letter.text
        letter.was_sent()
    assert list(Letter.objects.order_by("pk").values_list("text", "html")) == [
        ("", ""),
        ("The code", "<p>The code</p>"),
    ]
