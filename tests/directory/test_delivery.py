"""A mail server that works, is down, is slow, or refuses."""

import smtplib
import socket
import threading
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends import locmem
from django.test import override_settings
from django.utils import timezone

from directory import delivery
from directory.delivery import deliver
from directory.models import Letter
from directory.models.letter import BACK_OFF, LEASE

pytestmark = pytest.mark.django_db


def write(number=1):
    return Letter.write(
        occasion=f"{number}", to=f"to{number}@example.com", subject=f"Letter {number}", text="Words.", html="<p>Words."
    )


def later(**time):
    return time_machine.travel(timezone.now() + timedelta(**time))


class Refusing(locmem.EmailBackend):
    """Raises what a test wants."""

    error: Exception | None = None

    def send_messages(self, messages):
        if self.error:
            raise self.error
        return super().send_messages(messages)


class Down(locmem.EmailBackend):
    def open(self):
        raise ConnectionRefusedError


@pytest.fixture
def refusing(settings, monkeypatch):
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    return lambda error: monkeypatch.setattr(Refusing, "error", error)


def test_a_letter_is_sent_once_with_both_forms():
    write()
    assert deliver() == {"sent": 1}
    assert deliver() == {}
    (message,) = mail.outbox
    assert (message.to, message.subject, message.body) == (["to1@example.com"], "Letter 1", "Words.")
    assert message.alternatives[0].mimetype == "text/html"
    assert Letter.objects.get().sent_at is not None


def test_the_oldest_goes_first():
    write(1)
    write(2)
    deliver()
    assert [message.subject for message in mail.outbox] == ["Letter 1", "Letter 2"]


def test_a_server_that_is_down_costs_a_letter_nothing(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Down"
    write(1)
    write(2)
    assert deliver() == {"waiting": 1}
    assert list(Letter.objects.values_list("tries", flat=True)) == [0, 0]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    with later(minutes=3):
        assert deliver() == {"sent": 2}


def test_a_server_that_says_not_now_is_asked_again_later_and_later(refusing):
    write()
    refusing(smtplib.SMTPResponseException(451, b"to1@example.com: busy"))
    at = timezone.now()
    for wait in BACK_OFF:
        with time_machine.travel(at, tick=False):
            assert deliver() == {"tried again later": 1}
            letter = Letter.objects.get()
            assert letter.next_try_at == at + wait
        at = letter.next_try_at
        with time_machine.travel(at - timedelta(seconds=1), tick=False):
            assert deliver() == {}
    with time_machine.travel(at, tick=False):
        assert deliver() == {"given up": 1}
    assert Letter.objects.given_up().get().refusal == "SMTPResponseException 451"


def test_what_is_written_down_of_a_refusal_names_nobody(refusing):
    write()
    refusing(smtplib.SMTPRecipientsRefused({"to1@example.com": (450, b"to1@example.com is full")}))
    deliver()
    assert Letter.objects.get().refusal == "SMTPRecipientsRefused 450"


@pytest.mark.parametrize(
    "error",
    [
        smtplib.SMTPRecipientsRefused({"to1@example.com": (550, b"nobody here")}),
        smtplib.SMTPResponseException(554, b"no"),
        ValueError("a header"),
    ],
)
def test_an_address_that_does_not_exist_is_not_tried_for_days(refusing, error):
    write()
    refusing(error)
    assert deliver() == {"given up": 1}


def test_one_that_is_refused_keeps_no_other_waiting(refusing, monkeypatch):
    write(1)
    write(2)
    sent = locmem.EmailBackend.send_messages

    def some(self, messages):
        if messages[0].to == ["to1@example.com"]:
            raise smtplib.SMTPRecipientsRefused({"to1@example.com": (550, b"nobody here")})
        return sent(self, messages)

    monkeypatch.setattr(Refusing, "send_messages", some)
    assert deliver() == {"given up": 1, "sent": 1}


def test_what_was_taken_and_never_sent_is_tried_again_as_the_same_letter():
    letter = write()
    assert letter.take()  # and then the machine died
    assert deliver() == {}
    with later(seconds=LEASE.total_seconds() + 1):
        assert deliver() == {"sent": 1}
    (message,) = mail.outbox
    assert message.extra_headers["Message-ID"] == delivery._message(letter, None).extra_headers["Message-ID"]


def test_of_two_that_take_one_letter_one_has_it():
    write()
    first, second = Letter.objects.get(), Letter.objects.get()
    assert [first.take(), second.take()] == [True, False]


def test_one_that_comes_back_late_does_not_undo_what_another_did():
    write()
    slow = Letter.objects.get()
    slow.take()
    with later(seconds=LEASE.total_seconds() + 1):
        deliver()
    slow.was_refused("Timeout")
    assert Letter.objects.get().sent_at is not None


@pytest.fixture
def silent_server():
    """Takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        held = []
        threading.Thread(target=lambda: held.append(server.accept()), daemon=True).start()
        yield server.getsockname()[1]
        for connection, _address in held:
            connection.close()


def test_a_server_that_never_answers_is_left_after_its_time(silent_server):
    write()
    with override_settings(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
        EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=silent_server,
        EMAIL_TIMEOUT=0.2,
    ):
        assert deliver() == {"waiting": 1}
    assert Letter.objects.waiting().get().tries == 0
