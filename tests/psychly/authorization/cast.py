"""Who asks: everybody that the site tells apart, each with a browser of their own."""

import time
from dataclasses import dataclass
from http.cookies import SimpleCookie

from django.conf import settings
from django.contrib.auth.models import Group
from django.test import Client

from psychly.accounts.sessions import SHOWN
from tests.factories.accounts import make_user, sign_in

ANONYMOUS, UNVERIFIED = "anonymous", "unverified"
OWNER, OTHER = "owner", "other"
EDITOR, SUPPORT, SUPERUSER, BARE_STAFF = "editor", "support", "superuser", "staff without a second factor"
EVERYBODY = [ANONYMOUS, UNVERIFIED, OWNER, OTHER, EDITOR, SUPPORT, SUPERUSER, BARE_STAFF]
AN_HOUR = 3600
STRANGERS = {ANONYMOUS, UNVERIFIED}
AT_THE_DESK = {EDITOR, SUPPORT, SUPERUSER}


@dataclass(frozen=True)
class Person:
    name: str
    session: str = ""

    @property
    def is_signed_in(self):
        return self.name not in STRANGERS

    def ask(self, client, path, method="GET"):
        """In the session as it was, whatever an answer before did to its cookie."""
        client.cookies = SimpleCookie({settings.SESSION_COOKIE_NAME: self.session} if self.session else {})
        return client.generic(method, path)


def cast(owner, other) -> dict[str, Person]:
    """By name; the two providers are made with what is theirs."""
    staff = {
        EDITOR: make_staff("editor@example.com", "editors"),
        SUPPORT: make_staff("support@example.com", "support"),
        SUPERUSER: make_user("superuser@example.com", is_staff=True, is_superuser=True),
    }
    bare = make_user("bare@example.com", is_staff=True, is_superuser=True)
    people = [Person(ANONYMOUS), begun(), entered(OWNER, owner), entered(OTHER, other)]
    people += [entered(name, user, second_factor=True) for name, user in staff.items()]
    people.append(entered(BARE_STAFF, bare))
    return {person.name: person for person in people}


def make_staff(email, group):
    user = make_user(email, is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    return user


def begun() -> Person:
    """Has typed an address, and not yet the code that was sent there."""
    client = Client()
    client.post("/accounts/signup/", {"email": "unverified@example.com"})
    return Person(UNVERIFIED, client.session.session_key)


def entered(name, user, *, second_factor=False) -> Person:
    """Signed in just now: no page has to ask again whether it is they."""
    client = Client()
    sign_in(client, user, second_factor=second_factor)
    session = client.session
    # On a busy machine all that is asked for here takes longer than that counts.
    just_now = {"method": "code", "at": time.time() + AN_HOUR, "reauthenticated": True}
    session["account_authentication_methods"] = [*session.get("account_authentication_methods", []), just_now]
    session["account_authentication_methods_user"] = str(user.pk)
    session[SHOWN] = just_now["at"]
    session.save()
    return Person(name, client.session.session_key)
