from hypothesis import given
from hypothesis import strategies as st

from articles.worddiff import Piece, pieces


def test_what_went_stands_before_what_came_in_its_place():
    assert pieces("It lasts two days.", "It lasts three days.") == [
        Piece("same", "It lasts"),
        Piece("gone", " two"),
        Piece("new", " three"),
        Piece("same", " days."),
    ]


@given(st.text(alphabet="ab \n", max_size=60), st.text(alphabet="ab \n", max_size=60))
def test_the_pieces_put_together_are_the_texts(old, new):
    made = pieces(old, new)
    assert "".join(each.text for each in made if each.kind != "gone") == new
    assert " ".join(each.text for each in made if each.kind != "new").split() == old.split()
