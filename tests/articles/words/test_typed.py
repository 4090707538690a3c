import pytest
from django.core.exceptions import ValidationError

from articles.words.typed import LONGEST, WordsField

WORDS = WordsField(required=False, max_length=LONGEST)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", ""),
        (" \t ", ""),
        ("x" * 100, "x" * 100),
        ("IV   infusion\n", "IV infusion"),
        ("\u202eketamine\u0007", "ketamine"),
    ],
)
def test_words_are_one_readable_line(typed, words):
    assert WORDS.clean(typed) == words


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("x" * 101, "please type at most 100 characters; these are 101."),
        ("?!", "please type a word."),
        ("\u202e", "please type a word."),
        ("a\x00b", "we cannot read this; please type it again."),
    ],
)
def test_what_is_no_words_is_refused_with_a_sentence(typed, sentence):
    with pytest.raises(ValidationError) as refusal:
        WORDS.clean(typed)
    assert refusal.value.messages == [sentence]
