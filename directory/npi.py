"""The National Provider Identifier: ten digits, the last a Luhn check over 80840 and the rest."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# What the five digits of the health-industry prefix 80840 add to every Luhn sum.
PREFIX_SUM = 24


def is_npi(text: str) -> bool:
    return len(text) == 10 and text.isascii() and text.isdigit() and text[0] in "12" and _luhn(text) % 10 == 0


def _luhn(digits: str) -> int:
    doubled = [int(digit) * 2 for digit in digits[-2::-2]]
    return PREFIX_SUM + sum(map(int, digits[-1::-2])) + sum(n - 9 if n > 9 else n for n in doubled)


def validate_npi(text: str) -> None:
    if not is_npi(text):
        raise ValidationError(
            _("%(npi)s is not an NPI: it has 10 digits, and the last one checks the others."), params={"npi": text}
        )
