"""Writes the letters of a claim, each in the transaction of its cause."""

from django.utils.translation import gettext as _

from directory.keeping_letters import claim_code, claim_told, news
from directory.models.letter import Letter
from directory.objection_links import objection_path


def code(claim, typed: str) -> None:
    Letter.write(
        occasion=f"claim/{claim.pk}/code/{claim.letters}",
        to=claim.address,
        listing=claim.listing,
        is_secret=True,
        **claim_code(claim, typed),
    )


def told(claim, addresses: list[str]) -> None:
    """The old contacts, and the claimant."""
    words = claim_told(claim, objection_path(claim))
    # Told twice at most: once more where it has become a transfer meanwhile.
    stage = "transfer" if claim.is_transfer else "first"
    for number, address in enumerate(addresses, start=1):
        occasion = f"claim/{claim.pk}/told/{stage}/{number}"
        Letter.write(occasion=occasion, to=address, listing=claim.listing, is_secret=True, **words)
    _to_claimant(
        claim,
        f"waits/{stage}",
        _("Your claim waits for seven days"),
        _("Thank you: we have what we need from you. We have told the old contact of the listing, who has seven days "
          "to object. We write to you as soon as it is decided."),
    )  # fmt: skip


def granted(claim, addresses: list[str]) -> None:
    """The claimant, and those who kept it before."""
    subject = _("The listing is yours to keep")
    _to_claimant(
        claim,
        "granted",
        subject,
        _("From now on you keep this listing true: you may change it, confirm it and invite others."),
    )
    ended = _("Somebody else keeps this listing from now on. If that is wrong, please answer this letter at once.")
    for number, address in enumerate(addresses, start=1):
        words = news(claim.listing, _("Somebody else keeps the listing now"), ended)
        Letter.write(occasion=f"claim/{claim.pk}/passed/{number}", to=address, listing=claim.listing, **words)


def refused(claim) -> None:
    advice = _("If we got that wrong, please answer this letter. Whoever keeps the listing can also invite you.")
    _to_claimant(claim, "refused", _("We could not give you this listing"), claim.reason, advice)


def objected(claim) -> None:
    _to_claimant(
        claim,
        "objected",
        _("The old contact has objected to your claim"),
        _("The old contact of this listing says that it is not yours to keep, so your claim has ended. Please talk to "
          "each other: whoever keeps the listing can invite you. If you think that is wrong, answer this letter."),
    )  # fmt: skip


def expired(claim) -> None:
    sentence = _("You asked to keep this listing, and for 30 days nobody has typed the code. Your claim has ended. You "
                 "may begin again at any time.")  # fmt: skip
    _to_claimant(claim, "expired", _("Your claim has ended"), sentence)


def _to_claimant(claim, what: str, subject: str, *sentences: str) -> None:
    words = news(claim.listing, subject, *sentences, path=claim.get_absolute_url(), link=_("Your claim"))
    Letter.write(occasion=f"claim/{claim.pk}/{what}", to=claim.user.email, listing=claim.listing, **words)
