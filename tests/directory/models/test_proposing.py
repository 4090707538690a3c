"""Joining, overlaying, conflicts: pure."""

import pytest

from directory.models.proposing import conflicts, joined, laid_over, what_moves, with_whole_rows

IV = "offerings.iv_infusion"
PRICE = f"{IV}.price_session_min_usd"


def test_the_last_word_on_each_path_counts():
    assert joined({"headline": ["a", "b"], "parking": ["", "c"]}, {"headline": "d"}) == {
        "headline": "d",
        "parking": "c",
    }


def test_a_row_that_is_taken_back_takes_its_fields_along():
    assert joined({IV: [None, True], PRICE: [None, 450]}, {IV: None}) == {IV: None}


def test_the_old_value_is_the_one_it_was_first_proposed_against():
    waiting = {"headline": ["first", "mine"]}
    moves = what_moves({"headline": "mine too"}, {"headline": "staff's"}, {"headline": "mine too"}, waiting)
    assert moves == {"headline": ["first", "mine too"]}


def test_what_is_public_already_does_not_move():
    assert what_moves({"headline": "a"}, {"headline": "a"}, {"headline": "a"}, {"headline": ["x", "b"]}) == {}


@pytest.mark.parametrize(
    ("public", "found"), [("old", {}), ("new", {}), ("third", {"headline": "third"}), (None, {"headline": None})]
)
def test_a_conflict_is_a_third_value(public, found):
    assert conflicts({"headline": ["old", "new"]}, {"headline": public}) == found


def test_words_laid_over_a_snapshot():
    said = {"headline": "a", IV: True, PRICE: 450, "min_age": 18, "statements.room.tv": "yes"}
    new = {"headline": "b", IV: None, "min_age": None, "statements.room.tv": None, "people.new.1": True}
    assert laid_over(said, new) == {"headline": "b", "min_age": None, "people.new.1": True}


def test_a_row_that_comes_is_decided_whole_and_a_field_of_one_that_stays_alone():
    fields = {IV: [None, True], PRICE: [None, 450], "headline": ["a", "b"], "positions.7.title": ["", "x"]}
    assert with_whole_rows({PRICE}, fields) == {IV, PRICE}
    assert with_whole_rows({"positions.7.title", "headline"}, fields) == {"positions.7.title", "headline"}
