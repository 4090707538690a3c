"""Forgets what is not needed any more."""

from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.utils import timezone

from directory.models import Change, Claim, Letter, ManagerInvitation, Report, Sighting
from directory.sightings.counting import week_of

# Long after the last reminder of a confirmation, so that no occasion is forgotten while it could come up again.
LETTERS_KEPT_FOR = timedelta(days=180)

REPORTS_KEPT_FOR = timedelta(days=365)

# Long enough for its provider to mend it and for staff to see what was asked before.
CHANGES_KEPT_FOR = timedelta(days=365)

# Somebody who opened an account and never typed the code: perhaps the address was not theirs.
UNFINISHED_KEPT_FOR = timedelta(days=7)

SIGHTINGS_KEPT_FOR = timedelta(days=2 * 365)

# Those of claims and invitations.
CLAIMS_KEPT_FOR = timedelta(days=365)


def purge_letters() -> int:
    """Letters that were sent, or given up, long ago; the number of them."""
    return Letter.objects.settled(before=timezone.now() - LETTERS_KEPT_FOR).delete()[0]


def purge_reports() -> int:
    """The words of reports that were closed long ago: what became of them stays. The number of them."""
    return Report.objects.to_be_forgotten(before=timezone.now() - REPORTS_KEPT_FOR).update(text="")


def purge_changes() -> int:
    """Proposals that never came true, decided long ago: they may name people. The number of them."""
    return Change.objects.turned_down(before=timezone.now() - CHANGES_KEPT_FOR).delete()[0]


def purge_claims() -> int:
    """The words of claims that were decided long ago: who decided what stays. The number of them."""
    old = Claim.objects.to_be_forgotten(before=timezone.now() - CLAIMS_KEPT_FOR)
    return old.update(note="", address="", objection="", grounds="")


def purge_invitations() -> int:
    """Invitations of long ago; the number of them."""
    return ManagerInvitation.objects.to_be_forgotten(before=timezone.now() - CLAIMS_KEPT_FOR).delete()[0]


def purge_sessions() -> int:
    """Sessions that have run out, and what is noted of them; the number of them."""
    number = Session.objects.filter(expire_date__lt=timezone.now()).delete()[0]
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
    return number


def purge_unfinished_accounts() -> int:
    """Opened from outside, never confirmed, never used; the number of them. An account that staff made is not one."""
    unfinished = get_user_model().objects.filter(
        joined_at__lt=timezone.now() - UNFINISHED_KEPT_FOR,
        last_login=None,
        is_staff=False,
        emailaddress__verified=False,
    )
    waiting = unfinished.exclude(emailaddress__verified=True)
    number = waiting.count()
    waiting.delete()
    return number


def purge_sightings() -> int:
    """How often listings were looked at two years ago and longer; the number of rows."""
    return Sighting.objects.before(week_of(timezone.localdate() - SIGHTINGS_KEPT_FOR)).delete()[0]
