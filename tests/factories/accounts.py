"""People who sign in, with what they sign in with."""

import time

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value
from django.test import Client
from django.utils import timezone

from psychly.accounts.sessions import BEGAN, SEEN, SHOWN
from psychly.models import User

# Taken before any test replaces it.
django_force_login = Client.force_login


def make_user(email="sam@example.com", password=None, **fields):
    """With a confirmed address."""
    user = User.objects.create_user(email, password, **fields)
    EmailAddress.objects.create(user=user, email=email.lower(), verified=True, primary=True)
    return user


def give_app(user):
    """Sets up an authenticator app, and gives its secret."""
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret


def code_of_app(secret, later=0):
    return f"{hotp_value(secret, int(time.time()) // 30 + later):06}"


def sign_in(client, user, backend=None, *, second_factor=True):
    """Without the pages for it. Staff get a second factor where they have none, and the session has used it."""
    django_force_login(client, user, backend)
    session = client.session
    session[BEGAN] = session[SEEN] = timezone.now().isoformat()
    session.save()
    if second_factor and user.is_staff:
        factor = user.authenticator_set.filter(type=Authenticator.Type.TOTP).first()
        if factor is None:
            give_app(user)
            factor = user.authenticator_set.get(type=Authenticator.Type.TOTP)
        note(client, user, {"method": "mfa", "at": time.time(), "id": factor.pk, "type": factor.type})


def note(client, user, record):
    """In the session, as allauth does when somebody has shown who they are."""
    session = client.session
    session["account_authentication_methods"] = [record]
    session["account_authentication_methods_user"] = str(user.pk)
    session[SHOWN] = record["at"]
    session.save()
