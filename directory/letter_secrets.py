"""Codes and links that only the reader of one letter has: random, and stored so that nobody can read them back."""

import secrets

from django.utils.crypto import constant_time_compare, salted_hmac

# Without letters and digits that are mistaken for each other.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 10
SALT = "directory.letter_secrets"


def new_code() -> str:
    """To be typed: 49 bits."""
    return "".join(secrets.choice(ALPHABET) for _place in range(CODE_LENGTH))


def new_token() -> str:
    """To be clicked: 256 bits."""
    return secrets.token_urlsafe(32)


def hashed(secret: str, *, of: str) -> str:
    """`of` names what it opens, so that it opens nothing else."""
    return salted_hmac(f"{SALT}.{of}", secret, algorithm="sha256").hexdigest()


def is_same(secret: str, stored: str, *, of: str) -> bool:
    return bool(stored) and constant_time_compare(hashed(secret, of=of), stored)


def as_typed(code: str) -> str:
    """However somebody types it: spaces, hyphens and small letters do not matter."""
    return "".join(each for each in code.upper() if each.isalnum())


def in_two(code: str) -> str:
    """As it stands in a letter: easier to read and to type."""
    half = len(code) // 2
    return f"{code[:half]} {code[half:]}"
