"""How old the provider's word is, as pages say it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from directory import wording


@dataclass(frozen=True)
class Confirmation:
    """`is_recent` is the published rule: within 90 days."""

    sentence: str
    is_recent: bool


def confirmation_of(listing) -> Confirmation:
    days = listing.days_since_confirmation
    if days is None:
        return Confirmation(_("Not confirmed by the provider yet"), False)
    return Confirmation(_sentence(listing) % {"days_ago": wording.days_ago(days)}, listing.is_recently_confirmed)


def _sentence(listing) -> str:
    if not listing.is_recently_confirmed:
        return _("Last confirmed %(days_ago)s")
    if listing.needs_prescriber:
        return _("Confirmed by the clinic %(days_ago)s")
    return _("Confirmed by the therapist %(days_ago)s")
