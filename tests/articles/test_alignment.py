from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.alignment import changed_pairs

PARAGRAPH = "A paragraph of some length that says one thing about the day itself."


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ([], [], []),
        (["a"], ["a"], []),
        ([], ["a"], [(None, 0)]),
        (["a"], [], [(0, None)]),
        # Other words are another block.
        (["Two dollars"], ["Three weeks"], [(0, None), (None, 0)]),
        (["It costs two dollars"], ["It costs three dollars"], [(0, 0)]),
        # What came before a rewritten block moves it from its place.
        (["It costs two dollars"], ["Plain new", "It costs three dollars"], [(None, 0), (0, 1)]),
        (["Plain old", "It costs two dollars"], ["It costs three dollars"], [(0, None), (1, 0)]),
        # Of two that are alike it is the nearer one.
        (["one two three four"], ["one two x y", "one two three y"], [(None, 0), (0, 1)]),
    ],
)
def test_a_block_is_set_beside_the_one_it_became(old, new, pairs):
    assert changed_pairs(old, new) == pairs


def test_where_two_would_cross_the_more_alike_are_kept_together():
    old, new = ["a b c d", "e f g h i j"], ["e f g h i x", "a b c x"]
    assert changed_pairs(old, new) == [(0, None), (1, 0), (None, 1)]


def test_rows_that_say_the_same_stay():
    rows = ["Yes | No"] * 300
    assert changed_pairs(rows, [*rows, PARAGRAPH]) == [(None, 300)]


@given(st.lists(st.text("ab ", max_size=6), max_size=8), st.lists(st.text("ab ", max_size=6), max_size=8))
def test_every_block_is_told_once_or_stayed(old, new):
    pairs = changed_pairs(old, new)
    gone = [i for i, j in pairs if i is not None]
    came = [j for i, j in pairs if j is not None]
    assert gone == sorted(set(gone))
    assert came == sorted(set(came))
    assert without(old, gone) == without(new, came)


def without(blocks, places):
    return [words for place, words in enumerate(blocks) if place not in places]


def test_of_too_many_at_once_none_is_compared():
    """A reader waits for it, and nothing was kept of such a text anyway."""
    with patch("articles.alignment.MOST_COMPARED", 1):
        assert changed_pairs(["a b c", "d e"], ["a b x"]) == [(0, None), (1, None), (None, 0)]
    assert changed_pairs(["a b c", "d e"], ["a b x"]) == [(0, 0), (1, None)]
