"""What must not lie readable in the database: the secrets behind second factors.

They are hidden with a key made from SECRET_KEY for this purpose alone, so that a stolen copy of the database opens no
account. After a change of SECRET_KEY the former one, in SECRET_KEY_FALLBACKS, still reads them; `manage.py
renew_secrets` hides them with the new one, and then the former may go.
"""

import base64

from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

PURPOSE = b"psychly.accounts.vault"


def hide(text: str) -> str:
    return _vault().encrypt(text.encode()).decode()


def show(hidden: str) -> str:
    return _vault().decrypt(hidden).decode()


def renew(hidden: str) -> str:
    """The same secret, under the key of now."""
    return _vault().rotate(hidden).decode()


def _vault() -> MultiFernet:
    return MultiFernet([Fernet(_key_of(secret)) for secret in [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]])


def _key_of(secret: str) -> bytes:
    made = HKDF(algorithm=SHA256(), length=32, salt=None, info=PURPOSE).derive(secret.encode())
    return base64.urlsafe_b64encode(made)
