import re

import pytest

from directory.emails import confirmation_due
from directory.reminders import Reminder
from tests.factories.directory import days_ago, make_listing

pytestmark = pytest.mark.django_db
NBSP = "\N{NO-BREAK SPACE}"


def letter(reminder, **fields):
    listing = make_listing(email="office@quiet.example", **{"name": "Quiet Harbor"} | fields)
    words = confirmation_due(listing, reminder, "/directory/confirm/abc/")
    return {name: text.replace(NBSP, " ") for name, text in words.items()}


@pytest.mark.parametrize("reminder", list(Reminder))
def test_each_names_the_listing_the_link_and_why_it_comes(reminder):
    words = letter(reminder)
    for text in (words["text"], words["html"]):
        assert "Quiet Harbor" in text
        assert "http://127.0.0.1:8000/directory/confirm/abc/" in text
        assert "office@quiet.example" in text
        assert "Hello" in text


def test_each_says_how_things_stand():
    assert "From " in letter(Reminder.FIRST)["text"]
    assert "Since " in letter(Reminder.MARKED)["text"]
    assert "it is hidden" in letter(Reminder.HIDDEN)["text"]
    assert len({letter(reminder)["subject"] for reminder in Reminder}) == len(Reminder)


def test_a_name_is_text_in_both_forms():
    words = letter(Reminder.FIRST, name="Tom & <b>Ann</b>")
    assert "Tom & <b>Ann</b>" in words["text"]
    assert "Tom &amp; &lt;b&gt;Ann" in words["html"]


def test_nothing_is_fetched_when_it_is_opened():
    html = letter(Reminder.FIRST)["html"]
    assert not re.search(r"<img|<link|<script|src=|url\(", html)


def test_lines_of_the_text_have_no_remains_of_the_template():
    text = letter(Reminder.MARKED, confirmed_on=days_ago(95))["text"]
    assert "{" not in text
    assert "\n\n\n\n" not in text
