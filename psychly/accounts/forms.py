"""The two forms of allauth that we ask otherwise; the words of all are in psychly/templatetags/account_forms.py."""

from allauth.account.forms import LoginForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm


class SignInForm(LoginForm):
    """A password is a choice, and so is typing it: without one, the same button sends a code."""

    def _setup_password_field(self):
        self.fields["password"].required = False
        self.fields["password"].widget.is_required = False


class AddPasskeyForm(AddWebAuthnForm):
    """A passkey that signs in by itself is what people expect of one; a bare second factor is the exception."""

    def __init__(self, *args, **kwargs):
        kwargs["initial"] = {"passwordless": True} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
