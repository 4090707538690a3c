"""The sheet as plain text for the clipboard, and as a letter that the visitor's own mail program opens."""

from urllib.parse import quote

from django.utils import timezone
from django.utils.translation import gettext as _

from directory import wording
from directory.sheet.page import Question, Sheet

# Some mail programs cut off what is longer, percent signs counted.
LONGEST = 1800


def plain_text(sheet: Sheet, address: str) -> str:
    listing = sheet.listing
    phone = str(listing.phone.as_national) if listing.phone else ""
    head = [title(sheet), phone, f"{address}, {wording.a_date(timezone.localdate())}"]
    parts = ["\n".join([part.title, *map(_numbered, part.questions)]) for part in sheet.parts]
    return "\n\n".join(["\n".join(filter(None, head)), *parts]).replace(wording.NBSP, " ") + "\n"


def mailto(sheet: Sheet, address: str) -> str:
    """As many questions as fit, the most important first; with no e-mail of theirs, a letter to oneself."""
    questions = sheet.questions
    return next(
        letter
        for number in range(len(questions), -1, -1)
        if len(letter := _letter(sheet, questions[:number], address)) <= LONGEST or number == 0
    )


def _letter(sheet: Sheet, questions: list[Question], address: str) -> str:
    rest = len(sheet.questions) - len(questions)
    more = _("%(n)s more: %(address)s") % {"n": rest, "address": address} if rest else address
    body = "\r\n".join([_greeting(sheet), "", *map(_numbered, questions), "", more]).replace(wording.NBSP, " ")
    return f"mailto:{quote(sheet.listing.email, safe='@')}?subject={quote(_subject(sheet))}&body={quote(body)}"


def title(sheet: Sheet) -> str:
    return _("Questions to ask %(name)s") % {"name": sheet.listing.name}


def _subject(sheet: Sheet) -> str:
    return _("Questions about your page on Psychly") if sheet.listing.email else title(sheet)


def _greeting(sheet: Sheet) -> str:
    if not sheet.listing.email:
        return _("To ask %(name)s:") % {"name": sheet.listing.name}
    return _("Hello, your page on Psychly does not say the following. Could you tell me?")


def _numbered(question: Question) -> str:
    return f"{question.number}. {question.words}"
