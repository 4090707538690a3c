import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from directory.npi import is_npi, validate_npi

VALID = "1234567893"


def checked(body: str) -> str:
    """The check digit worked out the long way: Luhn over 80840 and nine digits."""
    digits = [int(digit) for digit in "80840" + body]
    total = 0
    for place, digit in enumerate(reversed(digits)):
        doubled = digit * 2 if place % 2 == 0 else digit
        total += doubled - 9 if doubled > 9 else doubled
    return body + str(-total % 10)


def test_the_example_of_the_standard_is_valid():
    assert is_npi(VALID)


@pytest.mark.parametrize(
    "text", ["", "1234567890", "0987654321", "123456789", "12345678933", "1234567893 ", "123456789٣", "3234567893"]
)
def test_anything_else_is_not(text):
    assert not is_npi(text)
    with pytest.raises(ValidationError, match="is not an NPI"):
        validate_npi(text)


@given(st.sampled_from("12"), st.text("0123456789", min_size=8, max_size=8))
def test_it_agrees_with_the_long_way(first, rest):
    assert is_npi(checked(first + rest))


@given(st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(place, shift):
    wrong = str((int(VALID[place]) + shift) % 10)
    assert not is_npi(VALID[:place] + wrong + VALID[place + 1 :])


@given(st.text())
def test_it_never_raises(text):
    assert is_npi(text) in (True, False)
