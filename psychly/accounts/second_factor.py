"""Second factors: how their secrets are kept, how they are drawn and named, and whether a session has used one."""

import io
import time
from datetime import timedelta

import qrcode
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.utils.html import format_html
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from psychly.accounts import vault

QUIET_ZONE = 4
# A working day, as long as a session of staff.
COUNTS_FOR = timedelta(hours=8)
FACTORS = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This code is not right. Please look at it again, or take the next one."),
        "unverified_email": _("Please confirm your e-mail address first."),
    }

    def encrypt(self, text):
        return vault.hide(text)

    def decrypt(self, encrypted_text):
        return vault.show(encrypted_text)

    def get_totp_issuer(self):
        return now("Psychly")

    def build_totp_svg(self, url):
        return drawn(url)

    def generate_authenticator_name(self, user, type):
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return now("Passkey %(number)d") % {"number": count + 1}

    def _get_site_name(self):
        return now("Psychly")


def drawn(words: str) -> str:
    """A QR code as SVG that stands in the page itself: one path, no style, nothing to fetch."""
    code = qrcode.QRCode(border=0)
    code.add_data(words)
    rows = code.get_matrix()
    path = io.StringIO()
    for y, row in enumerate(rows, start=QUIET_ZONE):
        for x, dark in enumerate(row, start=QUIET_ZONE):
            if dark:
                path.write(f"M{x} {y}h1v1h-1z")
    size = len(rows) + 2 * QUIET_ZONE
    label = now("The same key as a picture for your app")
    return format_html(
        '<svg class="qr-code" viewBox="0 0 {0} {0}" role="img" aria-label="{1}" shape-rendering="crispEdges">'
        '<path class="qr-code-paper" d="M0 0h{0}v{0}h-{0}z"/><path class="qr-code-ink" d="{2}"/></svg>',
        size,
        label,
        path.getvalue(),
    )


def has_second_factor(user) -> bool:
    return Authenticator.objects.filter(user=user, type__in=FACTORS).exists()


def used_second_factor(request) -> bool:
    """In this session and today, and it still belongs to the account: who takes a factor away loses what it opened.

    A recovery code counts: it stands in for the factor it was made for, and goes with the last of them.
    """
    # A request that came without a session has shown nothing.
    records = get_authentication_records(request, request.user) if hasattr(request, "session") else []
    since = time.time() - COUNTS_FOR.total_seconds()
    used = {record["id"] for record in records if record["method"] == "mfa" and record["at"] > since}
    kinds = dict(Authenticator.objects.filter(user=request.user).values_list("pk", "type"))
    return not used.isdisjoint(kinds) and not set(FACTORS).isdisjoint(kinds.values())
