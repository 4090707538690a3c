import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.place_names import key_of, slug_of, spell_out


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
