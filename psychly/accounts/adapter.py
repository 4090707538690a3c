"""What allauth asks the site: where a letter goes, where a request comes from, and what a refusal says."""

from allauth.account.adapter import DefaultAccountAdapter
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from psychly.accounts import letters
from psychly.accounts.source import stand_in_for

TOO_MANY = _("That was too many tries. Please wait 15 minutes, or sign in another way.")


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": _("This account is closed."),
        "duplicate_email": _("This is your address already."),
        "email_password_mismatch": _("The address and the password do not belong together."),
        "email_taken": _("This address cannot be used."),
        "enter_current_password": _("This is not your password of now."),
        "incorrect_code": _("This code is not right. Please look at the newest letter again."),
        "incorrect_password": _("This is not your password."),
        "rate_limited": TOO_MANY,
        "same_as_current": _("This is your address already."),
        "too_many_login_attempts": TOO_MANY,
    }

    def send_mail(self, template_prefix, email, context):
        letters.send(template_prefix, email, context)

    def is_safe_url(self, url):
        """Only to pages of this site, by their path: allauth would also go to every other name this machine has."""
        return bool(url) and url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def get_client_ip(self, request):
        return stand_in_for(request)
