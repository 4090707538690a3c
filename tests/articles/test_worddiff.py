from hypothesis import given
from hypothesis import strategies as st

from articles.worddiff import Piece, pieces


def test_what_went_stands_before_what_came_in_its_place():
    assert pieces("Calm rooms near the park.", "Quiet rooms near a park.") == [
        Piece("gone", "Calm"),
        Piece("new", "Quiet"),
        Piece("same", " rooms near"),
        Piece("gone", " the"),
        Piece("new", " a"),
        Piece("same", " park."),
    ]


def test_nothing_before_or_nothing_after_is_one_piece():
    assert pieces("", "Quiet rooms.") == [Piece("new", "Quiet rooms.")]
    assert pieces("Calm rooms.", "") == [Piece("gone", "Calm rooms.")]
    assert pieces("", "") == []


def test_spaces_alone_are_no_difference():
    assert {piece.kind for piece in pieces("Calm  rooms\nhere", "Calm rooms here")} == {"same"}


@given(st.text(alphabet="ab \n", max_size=60), st.text(alphabet="ab \n", max_size=60))
def test_the_pieces_put_together_are_the_texts(old, new):
    made = pieces(old, new)
    assert "".join(each.text for each in made if each.kind != "gone") == new
    kept = " ".join(each.text for each in made if each.kind != "new")
    assert kept.split() == old.split()
