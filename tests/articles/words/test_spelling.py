import pytest

from articles.words.spelling import deletions, distance, is_spellable


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("ketamine", "ketamine", 0),
        ("esketmine", "esketamine", 1),
        ("bladdder", "bladder", 1),
        ("blabder", "bladder", 1),
        ("bladedr", "bladder", 1),
        ("deppresion", "depression", 2),
        ("pain", "drip", 3),
    ],
)
def test_each_letter_left_out_added_changed_or_swapped_is_an_edit(one, other, edits):
    assert distance(one, other) == distance(other, one) == edits


@pytest.mark.parametrize(("one", "other"), [("esketmine", "esketamine"), ("bladedr", "bladder"), ("xain", "pain")])
def test_words_one_edit_apart_share_a_spelling(one, other):
    assert deletions(one) & deletions(other)


@pytest.mark.parametrize(("word", "is_one"), [("mg", False), ("day", True), ("988", False), ("a" * 41, False)])
def test_what_is_too_short_too_long_or_a_number_has_no_other_spelling(word, is_one):
    assert is_spellable(word) is is_one
