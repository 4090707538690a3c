"""An invitation to keep a listing, by letter: to a colleague, or to the provider of a listing that staff drafted."""

from datetime import datetime

from django.conf import settings
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from directory import choices
from directory.choices import answers_are_known
from directory.claiming import INVITATION_LASTS, OPEN_INVITATIONS
from directory.letter_secrets import hashed, new_token
from directory.models import manager_news
from directory.models.membership import Membership, hold
from directory.querysets import InvitationQuerySet

OPENS = "invitation"


class ManagerInvitation(models.Model):
    """Its token stands in the letter alone. It opens once, for the one who was meant, and for two weeks."""

    Kind, Status = choices.InvitationKind, choices.InvitationStatus

    # Who is invited, and where to?
    listing = models.ForeignKey(
        "directory.Listing", models.CASCADE, related_name="invitations", verbose_name=_("listing")
    )
    email = models.EmailField(_("e-mail address"))
    kind = models.CharField(
        _("who it is"), max_length=12, choices=choices.InvitationKind, default=choices.InvitationKind.COLLEAGUE
    )
    hands_over = models.BooleanField(_("takes the place of who invites"), default=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        null=True,
        editable=False,
        verbose_name=_("invited by"),
    )

    # What became of it?
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    sent_at = models.DateTimeField(_("sent"), default=timezone.now, editable=False)
    letters = models.PositiveSmallIntegerField(_("letters"), default=0, editable=False)
    status = models.CharField(
        _("state"),
        max_length=12,
        choices=choices.InvitationStatus,
        default=choices.InvitationStatus.OPEN,
        editable=False,
    )
    decided_at = models.DateTimeField(_("decided"), null=True, editable=False)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        null=True,
        editable=False,
        verbose_name=_("accepted by"),
    )

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-sent_at", "-pk"]
        constraints = [
            *answers_are_known("invitation", kind=choices.InvitationKind, status=choices.InvitationStatus),
            models.UniqueConstraint(
                "listing",
                Lower("email"),
                condition=Q(status="open"),
                name="one_open_invitation_per_address_and_listing",
                violation_error_message=_("This address has an open invitation already."),
            ),
            models.CheckConstraint(
                condition=Q(status="open", decided_at__isnull=True) | ~Q(status="open") & Q(decided_at__isnull=False),
                name="decided_invitation_has_its_day",
            ),
        ]

    def __str__(self):
        return f"{self.listing}: {self.email}"

    @classmethod
    @transaction.atomic
    def invite(cls, listing, email: str, *, by, hands_over=False) -> "ManagerInvitation":
        """By a manager. The same address again gets a new letter, and the link of the old one opens nothing."""
        hold(listing)
        _must_manage(listing, by)
        if listing.memberships.filter(user__email__iexact=email).exists():
            raise ValidationError(now("This person is a manager of the listing already."))
        invitation, is_new = cls._open(listing, email, by=by, hands_over=hands_over)
        manager_news.invited(invitation, is_new=is_new)
        return invitation

    @classmethod
    @transaction.atomic
    def invite_provider(cls, listing, *, by) -> "ManagerInvitation":
        """By staff, to the address of a draft of theirs."""
        hold(listing)
        if problem := _why_not_invited(listing):
            raise ValidationError(problem)
        invitation, _is_new = cls._open(listing, listing.email, by=by, kind=cls.Kind.PROVIDER)
        LogEntry.objects.log_actions(
            by.pk, [listing], CHANGE, change_message=now("The provider was invited."), single_object=True
        )
        return invitation

    @transaction.atomic
    def accept(self, *, by) -> Membership:
        """Two clicks at once make one membership."""
        self._hold()
        if problem := self.problem_for(by):
            raise ValidationError(problem)
        membership = Membership.begin(self.listing, by, by=by, invited_by=self.invited_by)
        self._decide(self.Status.ACCEPTED, accepted_by=by)
        if self.hands_over:
            self.listing.memberships.get(user=self.invited_by).hand_over(by=self.invited_by)
        manager_news.joined(self, membership)
        return membership

    @transaction.atomic
    def withdraw(self) -> None:
        self._hold()
        if self.status != self.Status.OPEN:
            raise ValidationError(now("This invitation is decided already."))
        self._decide(self.Status.WITHDRAWN)

    def problem_for(self, user) -> str:
        """Why this person cannot accept it now; empty where they can."""
        if self.status != self.Status.OPEN or timezone.now() > self.open_until:
            return now("This invitation was used, taken back, or is too old. Ask for a new one.")
        if self.kind == self.Kind.PROVIDER:
            return self._problem_of_a_draft()
        if user.email.casefold() != self.email.casefold():
            return now(
                "This invitation is for another e-mail address. Sign in with the address that the letter went to."
            )
        if not self.listing.memberships.filter(user=self.invited_by_id).exists():
            return now("Whoever invited you does not keep this listing any more. Ask for a new invitation.")
        return ""

    def _problem_of_a_draft(self) -> str:
        if self.listing.memberships.exists():
            return now("Somebody in your practice keeps this listing already. They can invite you.")
        return ""

    @classmethod
    def _open(cls, listing, email, *, by, **fields):
        """It and its letter; and whether it is new, or only its letter is."""
        token, open_ = new_token(), cls.objects.filter(listing=listing, status=cls.Status.OPEN)
        already = open_.filter(email__iexact=email).first()
        if already is None and cls.objects.open().filter(listing=listing).count() >= OPEN_INVITATIONS:
            raise ValidationError(now("Too many invitations are open. Take one back first."))
        invitation = already or cls(listing=listing, email=email)
        for name, value in fields.items():
            setattr(invitation, name, value)
        invitation.invited_by, invitation.sent_at = by, timezone.now()
        invitation.token_hash, invitation.letters = hashed(token, of=OPENS), invitation.letters + 1
        invitation.save()
        manager_news.invitation(invitation, token)
        return invitation, already is None

    def _hold(self) -> None:
        hold(self.listing)
        self.refresh_from_db(from_queryset=ManagerInvitation.objects.select_for_update())

    def _decide(self, status, **fields) -> None:
        for name, value in {"status": status, "decided_at": timezone.now(), **fields}.items():
            setattr(self, name, value)
        self.save(update_fields=["status", "decided_at", *fields])

    @classmethod
    def behind(cls, token: str) -> "ManagerInvitation | None":
        return cls.objects.made_by(hashed(token, of=OPENS)).select_related("listing", "invited_by").first()

    @property
    def open_until(self) -> datetime:
        return self.sent_at + INVITATION_LASTS


def _must_manage(listing, user) -> None:
    if not listing.memberships.of(user).exists():
        raise ValidationError(now("You are not a manager of this listing any more."))


def _why_not_invited(listing) -> str:
    """Only the provider of a draft of ours, that nobody keeps yet, is invited by us."""
    if listing.is_demonstration:
        return now("It is a demonstration.")
    if listing.provenance != choices.Provenance.STAFF_INVITED:
        return now("The provider applied for it: it needs no invitation.")
    if listing.status not in {choices.ListingStatus.DRAFT, choices.ListingStatus.PENDING_REVIEW}:
        return now("Only the provider of a draft is invited.")
    if listing.memberships.exists():
        return now("Somebody keeps it already.")
    return "" if listing.email else now("It has no e-mail address: please call them.")
