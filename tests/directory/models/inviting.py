"""Invitations as tests send and accept them."""

import re

from directory.models import Letter, ManagerInvitation

ANNA = "anna@example.com"


def invite(listing, by, email=ANNA, **words):
    return ManagerInvitation.invite(listing, email, by=by, **words)


def token_in_letter(email=ANNA) -> str:
    letter = Letter.objects.filter(to=email, text__contains="/mine/invitations/").order_by("-pk")[0]
    return re.search(r"/mine/invitations/([^/]+)/", letter.text)[1]


def accept(user, email=ANNA):
    return ManagerInvitation.behind(token_in_letter(email)).accept(by=user)
