"""What a click on the button of a step does, told before and after: what is true at once, and what staff read first."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from directory.provider_forms.step import Step


@dataclass(frozen=True)
class Sending:
    button: str
    sentences: list[str]


def sending(step: Step, listing) -> Sending:
    """Of a listing that readers have seen."""
    is_seen = listing.has_a_page
    if not step.at_once:
        until = _("Visitors see what is public now until our staff have read this.")
        return Sending(_("Send to our staff"), [until if is_seen else _("Our staff read this first.")])
    live = _("Visitors see at once: %(what)s.") if is_seen else _("Saved at once: %(what)s.")
    live %= {"what": step.at_once}
    if not step.waits:
        return Sending(_("Save, and show at once") if is_seen else _("Save"), [live])
    waits = _("Our staff read first: %(what)s.") % {"what": step.waits}
    if is_seen:
        waits = f"{waits} {_('Until then, visitors see what is public now.')}"
    return Sending(_("Save, and send the rest to our staff"), [live, waits])


@dataclass(frozen=True)
class Stored:
    """How far a listing has come: how often something came true, and what waits."""

    applied: int
    waiting: dict[str, Any]

    @classmethod
    def of(cls, listing) -> "Stored":
        waiting = listing.changes.waiting().first()
        return cls(listing.changes.applied().count(), waiting.fields if waiting else {})


def said_of(listing, before: Stored) -> str:
    """What became of the words that were sent since `before`."""
    if not listing.has_been_public:
        return _("Saved. You can stop here and go on whenever you like.")
    now = Stored.of(listing)
    is_live, is_sent = now.applied != before.applied, bool(now.waiting) and now.waiting != before.waiting
    if is_live and is_sent:
        return _("Saved at once, apart from what our staff read first: that is sent to them.")
    is_seen = listing.has_a_page
    if is_sent:
        until = _("Sent to our staff. Until they have read it, visitors see what was there before.")
        return until if is_seen else _("Sent to our staff.")
    return _("Saved. Visitors see it now.") if is_seen else _("Saved.")
