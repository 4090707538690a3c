"""What tells a person from a program without a puzzle: a field that nobody sees, and the time that a form takes."""

import secrets
from datetime import timedelta

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

SALT = "directory.human_forms"
QUICKEST_SECONDS = 3
LASTS = timedelta(days=1)


def new_stamp() -> str:
    return signing.dumps(secrets.token_hex(16), salt=SALT)


class HumanForm(forms.Form):
    """`form_key` in the cleaned data is the same each time one form is sent, so that sending it twice makes one row."""

    stamp = forms.CharField(widget=forms.HiddenInput, required=False, max_length=300)
    # Programs fill in whatever they find. Hidden by its class, not by its type, which they would know.
    company = forms.CharField(label=_("Leave this empty"), required=False, max_length=300)

    @property
    def next_stamp(self) -> str:
        """For the form as it is shown now: the one it came with, while that is good."""
        sent = str(self.data.get("stamp", ""))
        return sent if _key_of(sent) else new_stamp()

    def clean(self):
        super().clean()
        if self.cleaned_data.get("company"):
            raise ValidationError(now("A program seems to have filled this in. Please leave the last field empty."))
        self.cleaned_data["form_key"] = self._key()
        return self.cleaned_data

    def _key(self) -> str:
        stamp = self.cleaned_data.get("stamp", "")
        key = _key_of(stamp)
        if not key:
            raise ValidationError(now("This form was open for too long. Please send it once more."))
        if _is_younger_than(stamp, QUICKEST_SECONDS):
            raise ValidationError(now("That was very quick. Please look it over, then send it once more."))
        return key


def _key_of(stamp: str) -> str:
    """Nothing for what we did not sign, or too long ago."""
    try:
        return signing.loads(stamp, salt=SALT, max_age=LASTS)
    except signing.BadSignature:
        return ""


def _is_younger_than(stamp: str, seconds: int) -> bool:
    try:
        signing.loads(stamp, salt=SALT, max_age=seconds)
    except signing.SignatureExpired:
        return False
    return True
