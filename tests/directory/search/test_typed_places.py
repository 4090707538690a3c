import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from directory.search.typed_places import ANYWHERE, SURE_OF_THE_STATE, county_of, readings


def read(text):
    """Each reading as its keys, its states (none where every one will do), and whether the name is whole."""
    return [
        (set(each.keys), set() if each.states == ANYWHERE else set(each.states), each.is_whole)
        for each in readings(text)
    ]


def test_a_word_is_the_beginning_of_a_name():
    assert read("den") == [({"den"}, set(), False)]


def test_a_second_word_may_be_of_the_name_or_begin_a_state():
    assert read("springfield i") == [
        ({"springfieldi"}, set(), False),
        ({"springfield"}, {"IA", "ID", "IL", "IN"}, True),
    ]


def test_a_state_of_several_words_is_known():
    assert ({"charleston"}, {"WV"}, True) in read("charleston west v")


def test_after_a_comma_only_a_state_is_meant_and_the_name_may_still_go_on():
    assert read("springf, oh") == [({"springf"}, {"OH"}, False)]


def test_a_whole_code_is_surer_than_a_name_that_begins_so():
    michigan, others = readings("springfield, mi")
    assert (set(michigan.states), michigan.merit) == ({"MI"}, SURE_OF_THE_STATE)
    assert (set(others.states), others.merit) == ({"MN", "MO", "MS"}, 1)


@pytest.mark.parametrize("text", ["Denver, Colrado", "Denver, Colordao"])
def test_a_mistyped_state_is_forgiven(text):
    assert read(text) == [({"denver"}, {"CO"}, False)]


def test_what_is_no_state_leaves_all():
    assert read("Denver, xyz") == [({"denver"}, set(), False)]


@pytest.mark.parametrize("text", ["den,", "den, USA", "den usa", "den U.S.", "den united states", "den (Denver Co"])
def test_a_comma_the_country_and_a_county_say_nothing_of_the_name(text):
    assert read(text) == [({"den"}, set(), False)]


def test_a_state_alone_after_a_comma_is_a_name():
    assert read(", co") == [({"co"}, set(), False)]


@pytest.mark.parametrize(
    ("text", "county"),
    [("Reno, TX (Parker County)", "parkercounty"), ("Reno (par", "par"), ("Reno ()", ""), ("Reno", "")],
)
def test_a_county_stands_in_parentheses(text, county):
    assert county_of(text) == county


@given(st.text())
@example("(" * 100)
@example(", , ,")
def test_every_text_has_a_reading(text):
    assert read(text)
    county_of(text)
