"""The three forms of allauth that we ask otherwise; the words of all are in psychly/templatetags/account_forms.py."""

import secrets

from allauth.account.forms import LoginForm, SignupForm
from allauth.account.models import EmailAddress
from allauth.account.utils import has_verified_email
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django.db import IntegrityError, transaction
from django.db.models import F


class SignInForm(LoginForm):
    """A password is a choice, and so is typing it: without one, the same button sends a code."""

    def _setup_password_field(self):
        self.fields["password"].required = False
        self.fields["password"].widget.is_required = False


class SignUpForm(SignupForm):
    """Whoever has an account waits as long as whoever gets one: what is written for the one is written for the other
    too, and taken back. Otherwise the time of the answer would tell them apart."""

    account_already_exists: bool

    def try_save(self, request):
        if self.account_already_exists:
            self._save_for_nobody(request)
        try:
            return super().try_save(request)
        except IntegrityError:
            # Of two clicks the other was quicker.
            self.account_already_exists = True
            return super().try_save(request)

    def save(self, request):
        with transaction.atomic():
            return super().save(request)

    def _save_for_nobody(self, request) -> None:
        email = self.cleaned_data["email"]
        self.cleaned_data["email"], self.account_already_exists = f"{secrets.token_hex(8)}@example.com", False
        try:
            with transaction.atomic():
                with transaction.atomic():
                    _look_up(self.save(request))
                    transaction.set_rollback(True)
                # So that there is something to commit here too.
                EmailAddress.objects.filter(email=email).update(verified=F("verified"))
        finally:
            self.cleaned_data["email"], self.account_already_exists = email, True


def _look_up(user) -> None:
    """As allauth does before it sends the code to a new address."""
    has_verified_email(user)
    EmailAddress.objects.get(user_id=user.pk, email=user.email).user.get_username()


class AddPasskeyForm(AddWebAuthnForm):
    """A passkey that signs in by itself is what people expect of one; a bare second factor is the exception."""

    def __init__(self, *args, **kwargs):
        kwargs["initial"] = {"passwordless": True} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
