from hypothesis import given
from hypothesis import strategies as st

from articles.words.folding import fold
from directory.models.search import NAME_KEY_LENGTH
from directory.search.names import name_numbers
from tests.directory.search.rows import alphabetical


@given(st.lists(st.text(max_size=50), max_size=8))
def test_numbers_stand_in_the_order_of_the_names(names):
    keys = [fold(name)[:NAME_KEY_LENGTH] for name in names]
    by_number = sorted(zip(name_numbers(keys).tolist(), keys, strict=True))
    assert [alphabetical(key) for _, key in by_number] == sorted(map(alphabetical, keys))


def test_names_that_share_their_first_letters_are_told_apart():
    first, second = name_numbers(["ketamine wellness centers austin", "ketamine wellness centers boston"]).tolist()
    assert first < second


def test_a_space_comes_before_every_letter():
    first, second = name_numbers(["a z", "ab"]).tolist()
    assert first < second
