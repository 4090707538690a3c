from urllib.parse import parse_qs, urlsplit

import pytest

from directory.models import Listing
from directory.sheet.letter import LONGEST, mailto, plain_text
from directory.sheet.page import Sheet
from tests.factories.directory import make_draft, make_offering

pytestmark = pytest.mark.django_db

ADDRESS = "https://psychly.example/directory/quiet-harbor/questions/"
CITY = {"parking": "", "slug": "quiet-harbor", "name": "Quiet Harbor"}


def sheet(**fields):
    listing = make_draft(**CITY | fields)
    make_offering(listing)
    return Sheet(Listing.objects.with_page_facts().get(pk=listing.pk))


def read(letter):
    """(to whom, subject, lines) as a mail program reads them."""
    parts = urlsplit(letter)
    query = parse_qs(parts.query, strict_parsing=True)
    return parts.path, query["subject"][0], query["body"][0].split("\r\n")


class TestPlainText:
    def test_it_begins_with_whom_and_where_from(self):
        lines = plain_text(sheet(), ADDRESS).split("\n")
        assert lines[:2] == ["Questions to ask Quiet Harbor", "(303) 555-0123"]
        assert lines[2].startswith(f"{ADDRESS}, ")

    def test_it_has_every_question_under_its_heading(self):
        shown = sheet()
        text = plain_text(shown, ADDRESS)
        assert "\n\nSafety\n1. Who will be watching me" in text
        assert all(f"\n{question.number}. {question.words}\n" in text for question in shown.questions)

    def test_it_is_plain(self):
        assert "\N{NO-BREAK SPACE}" not in plain_text(sheet(), ADDRESS)


class TestTheLetter:
    def test_it_goes_to_the_practice_and_says_nothing_of_the_writer(self):
        to, subject, lines = read(mailto(sheet(email="hello@quiet.example"), ADDRESS))
        assert (to, subject) == ("hello@quiet.example", "Questions about your page on Psychly")
        assert lines[0] == "Hello, your page on Psychly does not say the following. Could you tell me?"
        assert lines[2].startswith("1. Who will be watching me")

    def test_without_an_address_of_theirs_it_is_a_note_to_oneself(self):
        to, subject, lines = read(mailto(sheet(), ADDRESS))
        assert (to, subject, lines[0]) == ("", "Questions to ask Quiet Harbor", "To ask Quiet Harbor:")

    def test_it_is_as_long_as_mail_programs_take_and_leads_to_the_rest(self):
        shown = sheet(email="hello@quiet.example")
        letter = mailto(shown, ADDRESS)
        assert len(letter) <= LONGEST
        lines = read(letter)[2]
        asked = [line for line in lines if line[:1].isdigit() and ". " in line[:4]]
        assert 10 < len(asked) < len(shown.questions)
        assert lines[-1] == f"{len(shown.questions) - len(asked)} more: {ADDRESS}"

    def test_a_short_one_is_whole(self, monkeypatch):
        monkeypatch.setattr("directory.sheet.page.unstated", lambda listing: {"emergency": [], "escort": []})
        assert read(mailto(sheet(), ADDRESS))[2] == [
            "To ask Quiet Harbor:",
            "",
            "1. What emergency equipment do you have at hand?",
            "2. Who has to take me home, and may it be a ride service?",
            "",
            ADDRESS,
        ]

    def test_a_name_cannot_add_a_recipient(self):
        to, subject, _ = read(mailto(sheet(name="Harbor?cc=a@b.example&bcc=c@d.example\r\nBcc: x"), ADDRESS))
        assert to == ""
        assert "cc=a@b.example&bcc=c@d.example" in subject

    def test_nothing_in_it_has_to_be_decoded_twice(self):
        letter = mailto(sheet(name="Café & Sons 100%", email="a+b@quiet.example"), ADDRESS)
        assert letter.isascii()
        assert not set(letter) & set(' "<>+')
