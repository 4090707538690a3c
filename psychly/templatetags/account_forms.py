"""allauth's forms in our words, and sessions as people would say them."""

from django import template
from django.utils.translation import gettext_lazy as _

from psychly.accounts.browsers import browser_of

register = template.Library()

# What a field asks, and what helps to answer it, by its name; names mean the same in every form.
WORDS = {
    "login": (_("E-mail address"), ""),
    "email": (_("E-mail address"), ""),
    "password": (_("Password"), ""),
    "oldpassword": (_("Your password of now"), ""),
    "password1": (_("New password"), _("At least 12 characters. Several words make a good one.")),
    "password2": (_("The new password once more"), ""),
    "code": (_("Code"), ""),
    "name": (_("A name for this passkey"), _("It helps you to tell several apart, such as “Phone” or “Office key”.")),
    "passwordless": (
        _("Let me sign in with this passkey alone"),
        _("Your device then asks for your finger, your face or its PIN. Without this, it is a second step only."),
    ),
    "recipient": (_("Send the code to"), ""),
}
# Where a form asks the same thing for another reason.
WORDS_OF_FORM = {
    ("SignInForm", "password"): (
        _("Password, if you have one"),
        _("Leave it empty, and we send a code to your address."),
    ),
    ("AuthenticateForm", "code"): (
        _("Code of your authenticator app, or a recovery code"),
        _("6 digits from the app, or 8 from your list."),
    ),
    ("ReauthenticateForm", "code"): (
        _("Code of your authenticator app, or a recovery code"),
        _("6 digits from the app, or 8 from your list."),
    ),
    ("ActivateTOTPForm", "code"): (_("Code that the app shows"), _("6 digits. They change twice a minute.")),
    ("AddEmailForm", "email"): (
        _("New e-mail address"),
        _("We send a code to it. Nothing changes before you typed it."),
    ),
}


@register.filter
def in_our_words(form):
    """The form, with its labels and help; what it says inside its fields goes, because it leaves with the first key."""
    for field in form:
        words = WORDS_OF_FORM.get((type(form).__name__, field.name)) or WORDS.get(field.name)
        field.label, field.help_text = words or (field.label, field.help_text)
        # Django asks the field itself whether there is help to point to.
        field.field.help_text = field.help_text
        field.field.widget.attrs.pop("placeholder", None)
    return form


register.filter("browser", browser_of)
