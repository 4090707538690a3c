"""What was written to whom, as it waits in the queue."""

import re

from directory.models import Letter

CODE = re.compile(r"^    (\S+)$", re.MULTILINE)


def letter_to(email):
    """The newest."""
    return Letter.objects.filter(to=email).latest("pk")


def code_to(email):
    return CODE.search(letter_to(email).text)[1]
