import pytest

from directory.look_alikes import plain_letters


@pytest.mark.parametrize(
    ("letter", "plain"),
    [
        ("A", "a"),
        ("é", "e"),
        ("Н", "h"),  # Cyrillic
        ("Η", "h"),  # Greek, a capital
        ("η", "n"),  # Greek, small
        ("Ꭰ", "d"),  # Cherokee
        ("ꜰ", "f"),
        ("ﬁ", "fi"),
        ("Ⓕ", "f"),
        ("🅵", "f"),
        ("🇫", "f"),
        ("—", "-"),
        ("’", "'"),
        ("\u2800", " "),
        ("\u200b", ""),
        ("\u3164", ""),
        ("\u0336", ""),
        ("\x00", ""),
        ("\n", "\n"),
        ("7", "7"),
        ("%", "%"),
    ],
)
def test_a_letter_is_read_as_it_looks(letter, plain):
    assert "".join(plain_letters(letter)) == plain
