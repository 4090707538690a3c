"""Sends the letters that are due, one by one, outside of any transaction: no writer waits for a slow mail server."""

from collections import Counter
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException, SMTPServerDisconnected

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection

from directory.models import Letter

MOST_AT_ONCE = 200
# A refusal with such a number is an answer; anything below may be otherwise tomorrow.
PERMANENT = 500


def deliver() -> Counter:
    """How many were sent, will be tried again, and were given up. A server that is down ends the round at once."""
    outcomes: Counter = Counter()
    connection = get_connection()
    try:
        for letter in Letter.objects.due()[:MOST_AT_ONCE]:
            if letter.take():
                outcomes[_send(letter, connection)] += 1
            if outcomes["waiting"]:
                break
    finally:
        connection.close()
    return outcomes


def deliver_now(letter: Letter) -> str:
    """For a letter that somebody waits for. What fails waits in the queue, like any other."""
    if not letter.take():
        return "with another"
    connection = get_connection()
    try:
        return _send(letter, connection)
    finally:
        connection.close()


def _send(letter: Letter, connection) -> str:
    if letter.is_too_late:
        letter.was_refused("too late", for_good=True)
        return "given up"
    try:
        connection.open()
    except (OSError, SMTPException):
        letter.was_not_tried()
        return "waiting"
    try:
        _message(letter, connection).send()
    except (OSError, SMTPException, ValueError) as refusal:
        connection.close()
        letter.was_refused(_why(refusal), for_good=_is_permanent(refusal))
        return "tried again later" if letter.next_try_at else "given up"
    letter.was_sent()
    return "sent"


def _message(letter: Letter, connection) -> EmailMultiAlternatives:
    # The same identity at each try: should a machine die between the sending and the note of it, the second copy is
    # known by it as the same letter.
    identity = f"<letter-{letter.pk}.{int(letter.written_at.timestamp())}@{settings.SITE_HOST}>"
    message = EmailMultiAlternatives(
        letter.subject, letter.text, to=[letter.to], connection=connection, headers={"Message-ID": identity}
    )
    if letter.html:
        message.attach_alternative(letter.html, "text/html")
    return message


def _why(refusal: Exception) -> str:
    """The kind of the error and the server's number, never its words: they repeat addresses."""
    code = _code(refusal)
    return f"{type(refusal).__name__} {code}" if code else type(refusal).__name__


def _code(refusal: Exception) -> int | None:
    if isinstance(refusal, SMTPRecipientsRefused):
        return max(code for code, _words in refusal.recipients.values())
    return refusal.smtp_code if isinstance(refusal, SMTPResponseException) else None


def _is_permanent(refusal: Exception) -> bool:
    if isinstance(refusal, SMTPServerDisconnected):
        return False
    code = _code(refusal)
    return isinstance(refusal, ValueError) or (code is not None and code >= PERMANENT)
