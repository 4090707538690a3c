"""The words of every letter about an account: one table, and one template for all of them."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from directory.emails import letter


@dataclass(frozen=True)
class Words:
    """`says` comes first, then the code if there is one, then a link, then `unless`."""

    subject: str | Promise
    says: str | Promise
    unless: str | Promise
    link: str = ""
    link_says: str | Promise = ""


IGNORE = _("If it was not you, you need do nothing: without this letter nobody gets in.")
ALARM = _(
    "If it was not you, sign in, end all other sessions, and look at your second step. Or answer this letter: we help."
)
# To an address that has no account any more: nobody signs in with it, nor looks at anything.
ROBBED = _(
    "If it was not you, answer this letter today: nobody signs in with this address any more, and our staff help you."
)
CODE = _("This is your code. Type it into the page that asked for it; it is good for 15 minutes, and once.")
OPEN = _("Look at your account")

LETTERS = {
    "account/email/login_code": Words(_("Your code to sign in to Psychly"), CODE, IGNORE),
    "account/email/email_confirmation_signup": Words(_("Your code to open an account on Psychly"), CODE, IGNORE),
    "account/email/email_confirmation": Words(_("Your code to confirm this address on Psychly"), CODE, IGNORE),
    "account/email/password_reset_code": Words(_("Your code to choose a new password on Psychly"), CODE, IGNORE),
    "account/email/account_already_exists": Words(
        _("You have an account on Psychly already"),
        _("Somebody, probably you, wanted to open an account with this address. You have one: please sign in with it."),
        IGNORE,
        "account_login",
        _("Sign in"),
    ),
    "account/email/unknown_account": Words(
        _("There is no account on Psychly with this address"),
        _("Somebody, probably you, wanted to sign in with this address, but no account has it. Do you use another?"),
        IGNORE,
        "account_signup",
        _("Open an account"),
    ),
    "account/email/email_confirm": Words(
        _("This address is confirmed"), _("This e-mail address is now confirmed."), ALARM, "account_email", OPEN
    ),
    "account/email/email_changed": Words(
        _("The address of your account on Psychly has changed"),
        _("Your account now has another e-mail address, and letters no longer come to this one."),
        ROBBED,
    ),
    "account/email/email_deleted": Words(
        _("An address was taken from your account on Psychly"),
        _("An e-mail address was taken from your account."),
        ALARM,
        "account_email",
        OPEN,
    ),
    "account/email/password_set": Words(
        _("Your account on Psychly has a password"),
        _("A password was set for your account."),
        ALARM,
        "usersessions_list",
        OPEN,
    ),
    "account/email/password_changed": Words(
        _("The password of your account on Psychly has changed"),
        _("The password of your account has changed."),
        ALARM,
        "usersessions_list",
        OPEN,
    ),
    "account/email/password_reset": Words(
        _("The password of your account on Psychly is new"),
        _("A new password was chosen for your account, with a code sent to this address."),
        ALARM,
        "usersessions_list",
        OPEN,
    ),
    "mfa/email/totp_activated": Words(
        _("An authenticator app was added to your account on Psychly"),
        _("Sign-in now asks for a code of your authenticator app too."),
        ALARM,
        "mfa_index",
        OPEN,
    ),
    "mfa/email/totp_deactivated": Words(
        _("The authenticator app was taken from your account on Psychly"),
        _("Sign-in no longer asks for a code of an authenticator app."),
        ALARM,
        "mfa_index",
        OPEN,
    ),
    "mfa/email/recovery_codes_generated": Words(
        _("New recovery codes for your account on Psychly"),
        _("New recovery codes were made. The old ones no longer work."),
        ALARM,
        "mfa_index",
        OPEN,
    ),
    "mfa/email/webauthn_added": Words(
        _("A passkey was added to your account on Psychly"),
        _("A passkey was added to your account."),
        ALARM,
        "mfa_index",
        OPEN,
    ),
    "mfa/email/webauthn_removed": Words(
        _("A passkey was taken from your account on Psychly"),
        _("A passkey was taken from your account."),
        ALARM,
        "mfa_index",
        OPEN,
    ),
}


def words_of(kind: str, context: dict) -> dict[str, str]:
    """Subject, text and HTML."""
    words = LETTERS[kind]
    path = reverse(words.link) if words.link else ""
    known = {"words": words, "path": path, "code": context.get("code", ""), "email": context["email"]}
    return letter("account", str(words.subject), known)
