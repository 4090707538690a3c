"""What reading a file gives: entries that could be read, and those that could not, each with where it stands."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _


class Unreadable(Exception):
    """One entry cannot be taken in; the message is the reason, for the person who brought it."""


@dataclass
class Found:
    """An entry as a CSL-JSON item; what the file says beyond CSL stands in its `custom`, as in our own records."""

    where: str
    csl: dict


@dataclass
class Refusal:
    where: str
    reason: str
    link: str = ""


@dataclass
class Batch:
    format: str
    found: list[Found] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    looked_up: bool = False

    def take(self, where, made):
        """`made()` gives the item, or raises Unreadable."""
        try:
            self.found.append(Found(where, made()))
        except Unreadable as error:
            self.refusals.append(Refusal(where, str(error)))


def line_place(number):
    return _("line %(number)s") % {"number": number}


def entry_place(number):
    return _("entry %(number)s") % {"number": number}
