"""The letters about who keeps a listing: claims, invitations, and managers who come and go."""

from django.conf import settings
from django.utils.translation import gettext as _

from directory.emails import Words, letter
from directory.letter_secrets import in_two


def claim_code(claim, code: str) -> Words:
    """To the proving address. It says who asks, and that the code is for that person alone."""
    subject = _("The code for your listing on Psychly")
    page = settings.SITE_URL + claim.get_absolute_url()
    context = {"listing": claim.listing, "person": claim.user, "code": in_two(code), "link": page}
    return letter("claim_code", subject, context)


def claim_told(claim, path: str) -> Words:
    """To the old contact, who may object."""
    subject = _("Somebody else asks for your listing on Psychly")
    context = {
        "listing": claim.listing,
        "claim": claim,
        "until": claim.objection_day,
        "link": settings.SITE_URL + path,
    }
    return letter("claim_told", subject, context)


def provider_invited(invitation, path: str) -> Words:
    """To the practice whose listing staff have drafted."""
    subject = _("We have drafted a listing for %(name)s on Psychly") % {"name": invitation.listing.name}
    return letter("provider_invited", subject, _of(invitation, path))


def manager_invited(invitation, path: str) -> Words:
    subject = _("You are invited to keep the listing of %(name)s") % {"name": invitation.listing.name}
    return letter("manager_invited", subject, _of(invitation, path))


def news(listing, subject: str, *sentences: str, path: str = "", link: str = "") -> Words:
    """What happened, sentence by sentence, and one page to go to; `link` is what that page is called."""
    context = {"listing": listing, "sentences": sentences, "link": settings.SITE_URL + path if path else ""}
    return letter("news", subject, context | {"link_label": link})


def _of(invitation, path: str) -> dict:
    link = settings.SITE_URL + path
    return {"listing": invitation.listing, "invitation": invitation, "link": link, "until": invitation.open_until}
