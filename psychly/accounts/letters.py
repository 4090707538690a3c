"""Letters of accounts go through the queue like all others, but a person waits for a code: it is tried at once.

The first try has a thread of its own, so that no page waits for a mail server, be it slow, down or refusing, and so
that a page takes the same time whether there is an account or not. Few threads may try at a time; what finds none free,
or fails, waits in the queue for `deliver_letters`.
"""

import secrets
import threading

from django.db import connections, transaction

from directory.delivery import deliver_now
from directory.models import Letter
from psychly.accounts.words import words_of

THREAD = "letter that somebody waits for"
MOST_AT_ONCE = 4
_free = threading.BoundedSemaphore(MOST_AT_ONCE)


def send(kind: str, to: str, context: dict) -> None:
    """`kind` is what allauth calls the letter, such as `account/email/login_code`."""
    words = words_of(kind, context | {"email": to})
    letter = Letter.write(occasion=_occasion(kind, context), to=to, is_secret="code" in context, **words)
    transaction.on_commit(lambda: soon(letter))


def _occasion(kind: str, context: dict) -> str:
    """What holds a code says so by its beginning: such a letter is emptied once it is sent, or too old."""
    beginning = Letter.HOLDS_A_CODE if "code" in context else ""
    return f"{beginning}{kind}:{secrets.token_hex(8)}"


def soon(letter: Letter) -> None:
    if _free.acquire(blocking=False):
        threading.Thread(target=_deliver, args=[letter], name=THREAD).start()


def _deliver(letter: Letter) -> None:
    try:
        deliver_now(letter)
    finally:
        connections.close_all()
        _free.release()
