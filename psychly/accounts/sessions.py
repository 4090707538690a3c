"""How long a session lasts, and when it gets another key.

It ends some hours after it began, and earlier where nothing is asked for; sooner for staff, who can do more. When
somebody shows once more who they are, or changes what they sign in with, the key of before is worth nothing: whoever
had copied it is out.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from allauth.account.internal.flows.login import get_authentication_records
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.utils import timezone


@dataclass(frozen=True)
class Limits:
    """`whole` from its beginning, `idle` from what was last asked for."""

    whole: timedelta
    idle: timedelta


EVERYBODY = Limits(timedelta(seconds=settings.SESSION_COOKIE_AGE), timedelta(hours=4))
# Long enough to write in peace: what is typed at the desk is not kept for whoever was signed out.
STAFF = Limits(timedelta(hours=8), timedelta(hours=2))
# A session is not written with every page.
NOTED_EVERY = timedelta(minutes=5)
BEGAN, SEEN, SHOWN = "began_at", "seen_at", "shown_at"
# After each of these, somebody signs in with something else.
CHANGES_OF_KEYS = {
    "account_change_password", "account_set_password", "account_email", "account_email_verification_sent",
    "mfa_activate_totp", "mfa_deactivate_totp", "mfa_generate_recovery_codes",
    "mfa_add_webauthn", "mfa_remove_webauthn",
}  # fmt: skip
DONE = 302
FAULT = 500


class SessionLimitsMiddleware:
    """Below that of authentication. Pages for readers look at no session, and this looks at none either."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        # After a fault Django sends no cookie, and whoever got another key here would have none that opens anything.
        is_answered = response.status_code < FAULT
        if is_answered and request.session.accessed and request.user.is_authenticated:
            if _has_shown_more(request) or _has_changed_keys(request, response):
                _take_another_key(request)
            _note(request)
        return response


def _has_shown_more(request) -> bool:
    """At sign-in too, which has given it a new key already: one more does no harm."""
    last = max((record["at"] for record in get_authentication_records(request, request.user)), default=0)
    is_news = last > request.session.get(SHOWN, 0)
    if is_news:
        request.session[SHOWN] = last
    return is_news


def _has_changed_keys(request, response) -> bool:
    asked = request.resolver_match
    is_one = request.method == "POST" and asked is not None and asked.view_name in CHANGES_OF_KEYS
    return is_one and response.status_code == DONE


def _take_another_key(request) -> None:
    before = request.session.session_key
    request.session.cycle_key()
    UserSession.objects.filter(session_key=before).update(session_key=request.session.session_key)


def _note(request) -> None:
    """When it was last used, and with that when it ends: Django looks at nothing else."""
    session, now = request.session, timezone.now()
    began = _moment(session.get(BEGAN)) or now
    seen = _moment(session.get(SEEN))
    if seen and now - seen < NOTED_EVERY:
        return
    limits = STAFF if request.user.is_staff else EVERYBODY
    session[BEGAN], session[SEEN] = began.isoformat(), now.isoformat()
    session.set_expiry(min(began + limits.whole, now + limits.idle))


def _moment(written: str | None) -> datetime | None:
    return datetime.fromisoformat(written) if written else None
