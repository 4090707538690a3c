"""Everything that is stored about a person, as plain values for one file. One line of PARTS is one kind of thing.

A model that names a person, by a key to the account or by an e-mail address, stands in PARTS or in NOT_OF_THE_PERSON
with the reason; a test looks for those that stand in neither.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import ForeignKey, Model, Q
from django.utils import timezone

from directory.models import Listing
from directory.models.snapshot import plain, snapshot


@dataclass(frozen=True)
class Part:
    """`by` is the field that names the person, by account or, where it is an address, by e-mail. `without` are fields
    that are secrets, or of use to nobody; `but_not` are rows that would be."""

    key: str
    model: str
    by: str
    without: frozenset[str] = frozenset()
    but_not: Q | None = None

    @property
    def field(self) -> str:
        return f"{self.model}.{self.by}".lower()


# Of a claim: what is secret, and what others have written or own.
CLAIM_OF_OTHERS = frozenset({"code_hash", "objection", "grounds", "address"})
CLAIM_OF_CLAIMANT = frozenset({"code_hash", "objection", "note", "address"})
# Whoever sits at somebody's open browser must not read here what is sent to their mailbox to tell the two apart.
SECRET_ON_ITS_WAY = Q(is_secret=True, sent_at=None)

# Names of files on our machines, and how often one was tried.
NOT_OF_A_PHOTO = frozenset({"original", "variants", "next_try_at", "tries"})
PARTS = [
    Part("account", "psychly.User", "email", frozenset({"password"})),
    Part("listings_you_manage", "directory.Membership", "user"),
    Part("changes_you_made", "directory.Change", "by"),
    Part("changes_you_decided", "directory.Change", "decided_by"),
    Part("addresses", "account.EmailAddress", "user"),
    Part("second_steps", "mfa.Authenticator", "user", frozenset({"data"})),
    Part("where_you_are_signed_in", "usersessions.UserSession", "user", frozenset({"session_key", "ip", "data"})),
    Part("letters_to_you", "directory.Letter", "to", frozenset({"html"}), SECRET_ON_ITS_WAY),
    Part("steps_in_the_log_of_the_staff_desk", "admin.LogEntry", "user", frozenset({"content_type", "object_id"})),
    Part("photos_you_sent", "directory.Photo", "uploaded_by", NOT_OF_A_PHOTO),
    Part("photos_you_removed", "directory.Photo", "removed_by", NOT_OF_A_PHOTO),
    Part("claims_you_made", "directory.Claim", "user", CLAIM_OF_OTHERS),
    Part("invitations_to_you", "directory.ManagerInvitation", "email", frozenset({"token_hash"})),
    Part("invitations_you_sent", "directory.ManagerInvitation", "invited_by", frozenset({"token_hash"})),
    # Of people who work for the site.
    Part("photos_you_decided", "directory.Photo", "decided_by", NOT_OF_A_PHOTO),
    Part("claims_you_approved", "directory.Claim", "approved_by", CLAIM_OF_CLAIMANT),
    Part("claims_you_confirmed", "directory.Claim", "seconded_by", CLAIM_OF_CLAIMANT),
    Part("claims_you_decided", "directory.Claim", "decided_by", CLAIM_OF_CLAIMANT),
    Part("checks_you_made", "directory.Check", "checked_by", frozenset({"private_evidence"})),
    Part("reports_you_closed", "directory.Report", "closed_by", frozenset({"form_key", "code", "text"})),
    Part("words_you_allowed", "directory.AllowedPhrase", "by"),
    Part("comments_you_wrote_on_guides", "articles.Comment", "written_by"),
    Part("comments_you_resolved", "articles.Comment", "resolved_by", frozenset({"quote", "words"})),
    Part("reviews_you_asked_for", "articles.Review", "asked_by"),
    Part("reviews_you_decided", "articles.Review", "decided_by"),
    Part("references_you_checked", "articles.Reference", "checked_by", frozenset({"csl", "loaded_hash"})),
    Part("editions_you_published", "articles.Edition", "published_by", frozenset({"html", "text", "references"})),
]
NOT_OF_THE_PERSON = {
    "account.emailaddress.email": "the same rows, which the account names",
    "directory.listing.email": "the address of the practice; what managers wrote stands under their listings",
    "directory.claim.address": "the address of a practice, which a claim must not tell to whoever claims",
    "directory.managerinvitation.accepted_by": "what came of it stands under the listings they manage",
    "directory.membership.invited_by": "somebody else's account; that it was another person is told",
}


def export_of(user) -> dict[str, Any]:
    parts = {part.key: [_row(row, part, user) for row in _rows(part, user)] for part in PARTS}
    return {"exported_at": timezone.now().isoformat(), **parts, "what_your_listings_say": list(_listings(user))}


def _rows(part: Part, user) -> Iterable[Model]:
    model = apps.get_model(part.model)
    is_key = isinstance(model._meta.get_field(part.by), ForeignKey)
    mine = {part.by: user} if is_key else {f"{part.by}__iexact": user.email}
    found = model._default_manager.filter(**mine).order_by("pk")
    return found.exclude(part.but_not) if part.but_not else found


def _row(row: Model, part: Part, user) -> dict[str, Any]:
    fields = (field for field in row._meta.concrete_fields if field.name not in part.without)
    return {field.name: _value(row, field, user) for field in fields}


def _value(row: Model, field, user) -> Any:
    if isinstance(field, ForeignKey):
        return _named(getattr(row, field.name), user)
    value = getattr(row, field.attname)
    return value.isoformat() if isinstance(value, datetime) else plain(value)


def _named(other: Model | None, user) -> str | None:
    """Other people stay unnamed in what is told about one."""
    if other is None:
        return None
    if isinstance(other, get_user_model()):
        return "you" if other == user else "another person"
    return str(other)


def _listings(user) -> Iterable[dict[str, Any]]:
    """As they stand now. Who consented is named only to themselves."""
    for listing in Listing.objects.editable_by(user):
        said = snapshot(listing.pk)
        if said["consent_by"] not in {user.name, user.email, ""}:
            said["consent_by"] = "another person"
        yield {"listing": listing.slug, **said}
