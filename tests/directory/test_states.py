import pytest

from directory.states import (
    NEIGHBORS,
    STATE_NAMES,
    codes_beginning,
    full_name,
    mid_sentence,
    names_of,
    neighbors,
    state_code,
)

ACROSS_THE_SEA = {"AK", "AS", "HI"}


def test_there_are_fifty_states_the_district_and_five_territories():
    assert len(STATE_NAMES) == 56


@pytest.mark.parametrize("code", STATE_NAMES)
def test_each_is_found_by_its_code_its_name_and_its_full_name(code):
    assert {state_code(text) for text in (code, code.lower(), STATE_NAMES[code], full_name(code))} == {code}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("D.C.", "DC"),
        ("n. carolina", "NC"),
        ("W Virginia", "WV"),
        ("Ohio State", "OH"),
        ("U.S. Virgin Islands", "VI"),
        ("rhode-island", "RI"),
    ],
)
def test_spelling_does_not_matter(text, code):
    assert state_code(text) == code


@pytest.mark.parametrize("text", ["", "state", "Wash", "XX", "Ontario", "\x00"])
def test_what_is_no_state_has_no_code(text):
    assert state_code(text) == ""


def test_only_states_that_share_their_name_with_a_large_city_are_called_one():
    assert [full_name(code) for code in STATE_NAMES if full_name(code) != STATE_NAMES[code]] == [
        "New York State",
        "Washington State",
    ]


def test_in_a_sentence_some_have_an_article():
    assert [mid_sentence(code) for code in ("CO", "NY", "DC", "VI")] == [
        "Colorado",
        "New York State",
        "the District of Columbia",
        "the Virgin Islands",
    ]


def test_neighbors_are_named_in_order():
    assert neighbors("CO") == ["AZ", "KS", "NE", "NM", "OK", "UT", "WY"]


@pytest.mark.parametrize("code", sorted(set(STATE_NAMES) - ACROSS_THE_SEA))
def test_a_neighbor_has_this_one_as_its_neighbor_too(code):
    assert [other for other in neighbors(code) if code not in NEIGHBORS[other].split()] == []


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("i", {"IA", "ID", "IL", "IN"}),
        ("MI", {"MI", "MN", "MO", "MS"}),
        ("west v", {"WV"}),
        ("n. dak", {"ND"}),
        ("U.S. Vir", {"VI"}),
        ("x", set()),
    ],
)
def test_states_are_told_by_the_beginning_of_their_code_or_name(typed, codes):
    assert codes_beginning(typed) == codes


@pytest.mark.parametrize("code", STATE_NAMES)
def test_every_name_of_a_state_is_read_as_that_state(code):
    assert {state_code(name) for name in names_of(code)} == {code}
