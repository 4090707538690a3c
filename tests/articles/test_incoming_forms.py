from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.incoming_forms import IncomingForm, choose, digest


def form(text="", file=None):
    files = {"file": SimpleUploadedFile("a.bib", file)} if file is not None else {}
    return IncomingForm({"text": text}, files)


def test_a_file_goes_before_the_text():
    brought = form("typed", "\ufeff@book{ä}".encode())
    assert brought.is_valid()
    assert brought.brought == "@book{ä}"


@pytest.mark.parametrize(("encoding", "is_told"), [("utf-8", False), ("utf-16", False), ("cp1252", True)])
def test_a_file_is_read_in_the_encodings_that_programs_write(encoding, is_told):
    brought = form(file="@book{a, author={Müller–Lüdenscheidt}}".encode(encoding))
    assert brought.is_valid()
    assert brought.brought == "@book{a, author={Müller–Lüdenscheidt}}"
    assert ("Windows-1252" in brought.encoding_remark) is is_told


def test_blanks_of_a_text_stay():
    brought = form("  a\n")
    assert brought.is_valid()
    assert brought.brought == "  a\n"


@pytest.mark.parametrize(
    ("brought", "sentence"),
    [
        (form(), "Paste some references, or choose a file."),
        (form(file=b""), "The submitted file is empty."),
        (form("x", b"\x81"), "The file is no text that we can read. Export it again in UTF-8, or paste its text."),
        (
            form("x", b"\xff\xfe\xff"),
            "The file is no text that we can read. Export it again in UTF-8, or paste its text.",
        ),
        (
            form("x", b"%PDF\0\xff"),
            "The file is no text that we can read. Export it again in UTF-8, or paste its text.",
        ),
        (form("x", b"x" * 1_000_001), "The file is too long. Bring it in parts."),
    ],
)
def test_each_refusal_is_a_sentence(brought, sentence):
    assert sentence in [message for messages in brought.errors.values() for message in messages]


def test_line_ends_make_no_other_text():
    assert digest("a\r\nb\n") == digest("a\nb")
    assert digest("a\nb") != digest("a\nc")


def test_a_choice_that_nobody_offered_is_none():
    candidate = SimpleNamespace(number=3, choices=["add", "leave"], choice="add", key="a", state="s", problems=[])
    choose([candidate], {"choice-3": "replace", "key-3": " b ", "state-3": "s"})
    assert (candidate.choice, candidate.key, candidate.problems) == ("leave", "b", ["Choose what is to become of it."])
