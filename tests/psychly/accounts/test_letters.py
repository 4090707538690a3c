"""Letters of accounts: their words, and what becomes of them when the mail server is there, down, slow or refuses."""

import socket
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import allauth
import pytest
from django.conf import settings
from django.core import mail
from django.test import Client, override_settings
from django.utils import timezone

from directory.delivery import deliver, deliver_now
from directory.models import Letter
from directory.models.letter import CODE_LASTS
from psychly.accounts import letters
from psychly.accounts.choices import CODE_LASTS_SECONDS
from psychly.accounts.words import CODE, LETTERS, words_of
from tests.factories.accounts import make_user, sign_in
from tests.psychly.accounts.letters import code_to

SMTP = "django.core.mail.backends.smtp.EmailBackend"
A_SECOND = 1.0


def test_every_letter_that_allauth_knows_has_our_words():
    folder = Path(allauth.__file__).parent / "templates"
    apps = [folder / app / "email" for app in ("account", "mfa")]
    known = {
        str(path.relative_to(folder)).removesuffix("_subject.txt") for app in apps for path in app.glob("*_subject.txt")
    }
    assert known - {"account/email/password_reset_key"} == set(LETTERS)


@pytest.mark.parametrize("kind", LETTERS)
def test_each_says_it_in_text_and_in_html(kind):
    holds_a_code = LETTERS[kind].says == CODE
    words = words_of(kind, {"email": "o'hara@example.com"} | ({"code": "ABCD-EFGH"} if holds_a_code else {}))
    assert "Psychly" in words["text"]
    assert "o'hara@example.com" in words["text"]
    assert ("\n    ABCD-EFGH\n" in words["text"], "ABCD-EFGH" in words["html"]) == (holds_a_code, holds_a_code)
    assert "<script" not in words["html"]
    assert "style=" not in words["html"]
    assert words["subject"]


def test_a_letter_waits_as_long_as_its_code_is_good():
    assert CODE_LASTS.total_seconds() == CODE_LASTS_SECONDS == settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT


@pytest.mark.django_db
class TestCodesInTheDatabase:
    def ask(self):
        make_user()
        Client().post("/accounts/login/", {"login": "sam@example.com"})
        return Letter.objects.get()

    def test_a_letter_with_a_code_is_empty_once_it_is_sent(self, mailoutbox):
        letter = self.ask()
        code = code_to("sam@example.com")
        assert deliver_now(letter) == "sent"
        letter.refresh_from_db()
        assert (letter.text, letter.html) == ("", "")
        assert letter.sent_at
        assert code in mailoutbox[0].body
        assert code in mailoutbox[0].alternatives[0].content

    def test_a_letter_with_a_code_that_is_no_longer_good_is_not_sent(self, mailoutbox):
        letter = self.ask()
        Letter.objects.update(written_at=timezone.now() - CODE_LASTS * 2)
        assert deliver() == {"given up": 1}
        letter.refresh_from_db()
        assert (letter.text, letter.html, letter.next_try_at) == ("", "", None)
        assert not mailoutbox

    def test_other_letters_keep_their_words(self):
        letters.send("mfa/email/webauthn_added", "sam@example.com", {})
        letter = Letter.objects.get()
        deliver_now(letter)
        letter.refresh_from_db()
        assert "passkey" in letter.text

    def test_staff_see_that_there_was_one_and_not_its_code(self, client):
        letter = self.ask()
        sign_in(client, make_user("boss@example.com", is_staff=True, is_superuser=True))
        page = client.get(f"/admin/directory/letter/{letter.pk}/change/").content.decode()
        assert "sam@example.com" in page
        assert code_to("sam@example.com") not in page

    def test_the_log_holds_neither_address_nor_code(self, caplog, capfd):
        caplog.set_level("INFO")
        self.ask()
        code = code_to("sam@example.com")
        from psychly.logs import JsonFormatter

        lines = " ".join(JsonFormatter().format(record) for record in caplog.records)
        assert "accounts/login/" in lines
        assert code not in lines
        assert "sam@" not in lines


@contextmanager
def server(answer):
    """A mail server on this machine that does with each connection what `answer` does."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=serve, args=[listening, answer], daemon=True).start()
        port = listening.getsockname()[1]
        with override_settings(EMAIL_BACKEND=SMTP, EMAIL_HOST="127.0.0.1", EMAIL_PORT=port, EMAIL_TIMEOUT=2):
            yield


def serve(listening, answer):
    kept = []
    while True:
        try:
            connection, _ = listening.accept()
        except OSError:
            return
        kept.append(connection)
        answer(connection)


def says_nothing(connection):
    """It takes the connection, and that is all."""


def refuses(connection):
    connection.sendall(b"554 no\r\n")
    connection.close()


@pytest.mark.django_db(transaction=True)
class TestMailServers:
    @pytest.fixture(autouse=True)
    def really_in_a_thread(self, monkeypatch):
        """Which begins once the page is there: a database in memory has no patience with two at once, as a file has."""
        monkeypatch.setattr(letters, "soon", SOON)
        answered, deliver = threading.Event(), letters.deliver_now
        monkeypatch.setattr(letters, "deliver_now", lambda letter: answered.wait(5) and deliver(letter))
        self.answered = answered
        make_user()

    def ask(self):
        """How long the page took; then the thread has its time."""
        started = time.perf_counter()
        response = Client().post("/accounts/login/", {"login": "sam@example.com"})
        took = time.perf_counter() - started
        self.answered.set()
        assert response.url.startswith("/accounts/login/code/confirm/")
        for thread in threading.enumerate():
            if thread.name == letters.THREAD:
                thread.join(10)
        return took

    def test_one_that_works_gets_the_letter_at_once(self):
        assert self.ask() < A_SECOND
        assert Letter.objects.get().sent_at
        assert len(mail.outbox) == 1

    @pytest.mark.parametrize("answer", [says_nothing, refuses])
    def test_one_that_is_slow_or_refuses_holds_no_page_and_loses_no_letter(self, answer):
        with server(answer):
            assert self.ask() < A_SECOND
        waiting = Letter.objects.get()
        assert not waiting.sent_at
        assert waiting.next_try_at
        assert waiting.text

    def test_one_that_is_down_holds_no_page_and_loses_no_letter(self):
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        with override_settings(EMAIL_BACKEND=SMTP, EMAIL_HOST="127.0.0.1", EMAIL_PORT=port):
            assert self.ask() < A_SECOND
        assert Letter.objects.get().next_try_at
        Letter.objects.update(next_try_at=timezone.now())
        assert deliver() == {"sent": 1}

    def test_few_wait_for_a_slow_one_and_the_others_wait_in_the_queue(self, monkeypatch):
        monkeypatch.setattr(letters, "_free", threading.BoundedSemaphore(1))
        letters._free.acquire()
        assert self.ask() < A_SECOND
        assert Letter.objects.get().tries == 0


SOON = letters.soon
