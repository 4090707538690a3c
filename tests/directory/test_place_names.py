from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.place_names import key_of, keys_of_beginning, one_edit_from, slug_of, spell_out, without_doubles

keys = st.text(ascii_lowercase, min_size=1, max_size=20)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Louis", "Saint Louis"),
        ("Ft Worth", "Fort Worth"),
        ("MT VERNON", "Mount Vernon"),
        ("De Kalb", "DeKalb"),
        ("O'Fallon", "O Fallon"),
        ("N. Las Vegas", "North Las Vegas"),
        ("Colorado Spgs", "Colorado Springs"),
        ("King Cnty", "King County"),
        ("Winston-Salem", "winston salem"),
        ("ʻEwa Beach", "Ewa Beach"),
    ],
)
def test_two_spellings_of_one_name_have_one_key(one, other):
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize("name", ["Billings MT", "Main St"])
def test_the_last_word_is_never_taken_for_a_saint_or_a_mountain(name):
    assert spell_out(name) == name.lower()


def test_a_slug_spells_the_name_out():
    assert slug_of("St. Mary's") == "saint-marys"


@given(st.text(max_size=60))
def test_a_key_is_its_own_key(text):
    assert key_of(key_of(text)) == key_of(text)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("den", {"den"}),
        ("st", {"st", "saint"}),
        ("port st.", {"portst", "portsaint"}),
        ("mt ver", {"mountver"}),
        ("jackson hts", {"jacksonheights"}),
        ("", {""}),
    ],
)
def test_the_beginning_of_a_name_may_end_in_an_abbreviation(typed, expected):
    assert keys_of_beginning(typed) == expected


@given(keys, st.data())
def test_every_single_mistake_leads_back(key, data):
    position, letter = data.draw(st.integers(0, len(key) - 1)), data.draw(st.sampled_from(ascii_lowercase))
    before, after = key[:position], key[position:]
    mistaken = data.draw(
        st.sampled_from(
            [before + after[1:], before + letter + after, before + letter + after[1:], swapped(before, after)]
        )
    )
    assert key in one_edit_from(mistaken) | {mistaken}


def swapped(before, after):
    return before + after[1::-1] + after[2:] if len(after) > 1 else before + after


def test_a_long_name_is_not_corrected():
    assert one_edit_from("x" * 31) == set()


@pytest.mark.parametrize(("one", "other"), [("tennesee", "tennessee"), ("cinncinati", "cincinnati"), ("xxx", "x")])
def test_doubled_letters_make_no_difference(one, other):
    assert without_doubles([one]) == without_doubles([other])


@given(st.lists(st.text(ascii_lowercase), min_size=1))
def test_doubles_go_from_each_key_by_itself(several):
    assert without_doubles(several) == [without_doubles([key])[0] for key in several]
