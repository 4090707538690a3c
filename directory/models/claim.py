"""Somebody says that a listing is theirs: the proof, the word of the old contact, and what was decided."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from directory import choices
from directory.choices import answers_are_known
from directory.claiming import CODE_LASTS, LETTERS, OBJECTION_LASTS, STANDS_AFTER, TRIES
from directory.letter_secrets import as_typed, hashed, is_same, new_code
from directory.models import claim_news
from directory.models.change import Actor, Change
from directory.models.claim_rules import must_be_claimable, must_prove, refusal_of
from directory.models.membership import Membership, hold
from directory.querysets import ClaimQuerySet

LONGEST = 500
# Of all places that we list.
WHERE_DAYS_END_LAST = ZoneInfo("Pacific/Pago_Pago")
STAFF = settings.AUTH_USER_MODEL


def by_staff(label):
    return models.ForeignKey(
        STAFF, models.SET_NULL, related_name="+", null=True, blank=True, editable=False, verbose_name=label
    )


def moment(label):
    return models.DateTimeField(label, null=True, blank=True, editable=False)


class Claim(models.Model):
    """One person's claim of one listing. Proof, silence of the old contact and decisions of staff add up to a grant."""

    Way, Status = choices.ClaimWay, choices.ClaimStatus
    BY_LETTER = (Way.LISTED_EMAIL, Way.OWN_SITE)

    # Who says so, and of what?
    listing = models.ForeignKey("directory.Listing", models.CASCADE, related_name="claims", verbose_name=_("listing"))
    user = models.ForeignKey(STAFF, models.CASCADE, related_name="claims", verbose_name=_("claimed by"))
    note = models.CharField(_("who they are, in their words"), max_length=LONGEST)
    opened_at = models.DateTimeField(_("opened"), default=timezone.now, editable=False)

    # How is it proved?
    way = models.CharField(_("way to prove it"), max_length=20, choices=choices.ClaimWay)
    address = models.EmailField(_("where the code went"), blank=True, editable=False)
    code_hash = models.CharField(max_length=64, blank=True, editable=False)
    code_sent_at = moment(_("code sent"))
    letters = models.PositiveSmallIntegerField(_("codes sent"), default=0, editable=False)
    tries = models.PositiveSmallIntegerField(_("wrong codes"), default=0, editable=False)
    proved_at = moment(_("proved"))

    # What do the others say?
    is_transfer = models.BooleanField(_("a transfer from another manager"), default=False, editable=False)
    told_at = moment(_("old contact told"))
    objected_at = moment(_("objected"))
    objection = models.CharField(_("what the old contact says"), max_length=LONGEST, blank=True, editable=False)
    approved_at = moment(_("approved"))
    approved_by = by_staff(_("approved by"))
    grounds = models.CharField(_("grounds of the approval"), max_length=LONGEST, blank=True, editable=False)
    seconded_at = moment(_("confirmed by a second person"))
    seconded_by = by_staff(_("second person"))

    # What was decided?
    status = models.CharField(
        _("state"), max_length=12, choices=choices.ClaimStatus, default=choices.ClaimStatus.OPEN, editable=False
    )
    decided_at = moment(_("decided"))
    decided_by = by_staff(_("decided by"))
    reason = models.CharField(_("reason that the claimant reads"), max_length=LONGEST, blank=True, editable=False)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["-opened_at", "-pk"]
        constraints = [
            *answers_are_known("claim", way=choices.ClaimWay, status=choices.ClaimStatus),
            models.UniqueConstraint(
                fields=["listing", "user"],
                condition=Q(status="open"),
                name="one_open_claim_per_listing_and_person",
                violation_error_message=_("This person has an open claim of this listing already."),
            ),
            models.CheckConstraint(
                condition=Q(status="open", decided_at__isnull=True) | ~Q(status="open") & Q(decided_at__isnull=False),
                name="decided_claim_has_its_day",
            ),
            models.CheckConstraint(
                condition=~Q(status="granted") | Q(proved_at__isnull=False) | Q(approved_at__isnull=False),
                name="granted_claim_was_proved_or_approved",
            ),
            models.CheckConstraint(
                condition=~Q(status="granted", is_transfer=True)
                | Q(approved_at__isnull=False, seconded_at__isnull=False),
                name="granted_transfer_was_approved_twice",
            ),
            models.CheckConstraint(
                condition=Q(seconded_at__isnull=True) | Q(approved_at__isnull=False),
                name="seconded_claim_was_approved_first",
            ),
            models.CheckConstraint(
                condition=Q(seconded_by__isnull=True) | Q(approved_by__isnull=True) | ~Q(seconded_by=F("approved_by")),
                name="second_person_is_not_the_first",
                violation_error_message=_("Somebody else has to confirm it."),
            ),
            models.CheckConstraint(
                condition=(Q(approved_by__isnull=True) | ~Q(approved_by=F("user")))
                & (Q(seconded_by__isnull=True) | ~Q(seconded_by=F("user"))),
                name="nobody_decides_their_own_claim",
                violation_error_message=_("Nobody decides about a claim of their own."),
            ),
        ]

    def __str__(self):
        return f"{self.listing}: {self.user}"

    def get_absolute_url(self):
        return reverse("directory:claim", args=[self.listing.slug])

    # What the claimant does

    @classmethod
    @transaction.atomic
    def open(cls, listing, user, *, way, note, address="") -> "Claim":
        """The same form sent twice gives the same claim. Raises ValidationError with the reason why not."""
        hold(listing)
        must_be_claimable(listing, user)
        if already := cls.objects.open().of(user).filter(listing=listing).first():
            return already
        address = {cls.Way.LISTED_EMAIL: listing.email, cls.Way.OWN_SITE: address}.get(way, "")
        must_prove(listing, way, address)
        claim = cls.objects.create(listing=listing, user=user, way=way, note=note, address=address)
        if way in cls.BY_LETTER:
            claim._write_code()
        return claim

    @transaction.atomic
    def send_again(self) -> None:
        """Another code to the same address; the one before it opens nothing any more."""
        self._hold()
        if not self.waits_for_code:
            raise ValidationError(now("No code is needed any more."))
        if self.letters >= LETTERS:
            raise ValidationError(now("We have sent as many codes as we may. Please choose another way."))
        must_prove(self.listing, self.way, self.address)
        self._write_code()

    def prove(self, code: str) -> None:
        """Raises ValidationError for a wrong code, after counting it."""
        if problem := self._try(code):
            raise ValidationError(problem)

    @transaction.atomic
    def withdraw(self) -> None:
        self._hold()
        self._decide(self.Status.WITHDRAWN, by=self.user)

    # What the old contact does

    @transaction.atomic
    def object(self, words: str = "") -> None:
        """Ends the claim. Behind the link of a letter, so that no account tells who it was."""
        self._hold()
        if self.told_at is None or timezone.now() > self.objection_until:
            raise ValidationError(now("The seven days to object are over. Please write to us."))
        self.objected_at, self.objection = timezone.now(), words[:LONGEST]
        self._decide(self.Status.OBJECTED, by=None, objected_at=self.objected_at, objection=self.objection)
        claim_news.objected(self)

    # What staff do

    @transaction.atomic
    def approve(self, *, by, grounds: str) -> None:
        """The first of staff. Without an old contact that is enough, unless somebody else manages the listing."""
        self._hold()
        self._must_be_approvable(by, grounds)
        self._set(approved_at=timezone.now(), approved_by=by, grounds=grounds.strip()[:LONGEST])
        self._log(by, now("Approved: %s") % self.grounds)
        self._settle(by=by)

    @transaction.atomic
    def second(self, *, by) -> None:
        """The second of staff, who looks at a transfer anew."""
        self._hold()
        if self.approved_at is None:
            raise ValidationError(now("Nobody has approved it yet."))
        if not self.is_transfer or self.seconded_at:
            raise ValidationError(now("It needs no second person."))
        if by.pk == self.approved_by_id or by.pk == self.user_id:
            raise ValidationError(now("A second person has to confirm it: neither who approved it nor who claims it."))
        self._set(seconded_at=timezone.now(), seconded_by=by)
        self._log(by, now("Confirmed as the second person."))
        self._settle(by=by)

    @transaction.atomic
    def refuse(self, *, by, reason: str) -> None:
        """`by` is None where the site itself does: somebody else was first."""
        self._hold()
        if not reason.strip():
            raise ValidationError(now("Write down why: the claimant reads it."))
        self._decide(self.Status.REFUSED, by=by, reason=reason.strip()[:LONGEST])
        self._log(by, now("Refused: %s") % self.reason)
        claim_news.refused(self)

    # What time does

    @transaction.atomic
    def settle(self) -> bool:
        """Grants it if nothing is missing any more; whether it did."""
        self._hold()
        self._settle(by=None)
        return self.status == self.Status.GRANTED

    @transaction.atomic
    def expire(self) -> None:
        self._hold()
        if self.proved_at or self.approved_at:
            raise ValidationError(now("It is proved or approved, and waits for others."))
        self._decide(self.Status.EXPIRED, by=None)
        claim_news.expired(self)

    # How it gets there

    def _hold(self) -> None:
        """As it stands now, until the transaction ends. The listing comes first, so that nobody waits in a circle."""
        hold(self.listing)
        self.refresh_from_db(from_queryset=Claim.objects.select_for_update())
        if not self.is_open:
            raise ValidationError(now("It is decided already: %(state)s.") % {"state": self.get_status_display()})

    def _write_code(self) -> None:
        code = new_code()
        self._set(code_hash=self._hashed(code), code_sent_at=timezone.now(), letters=self.letters + 1)
        claim_news.code(self, code)

    @transaction.atomic
    def _try(self, code: str) -> str:
        """Why it proves nothing. Given, not raised, because a wrong code must stay counted."""
        self._hold()
        if problem := self._code_problem():
            return problem
        if not is_same(as_typed(code), self.code_hash, of=self._lock_name):
            self._set(tries=self.tries + 1)
            return self._code_problem() or now("This is not the code. Please look at the newest letter from us.")
        self._set(proved_at=timezone.now(), code_hash="")
        self._settle(by=self.user)
        return ""

    def _code_problem(self) -> str:
        if not self.waits_for_code:
            return now("No code is needed any more.")
        # Counted over all codes, so that staff see every wrong one.
        if self.tries >= TRIES * self.letters:
            return now("Too many wrong codes. Please ask for a new one.")
        if self.code_sent_at is None or timezone.now() > self.code_sent_at + CODE_LASTS:
            return now("The code is too old. Please ask for a new one.")
        try:
            must_prove(self.listing, self.way, self.address)
        except ValidationError as changed:
            return " ".join(changed.messages)
        return refusal_of(self.listing)

    def _must_be_approvable(self, by, grounds: str) -> None:
        if by.pk == self.user_id:
            raise ValidationError(now("Nobody decides about a claim of their own."))
        if self.approved_at:
            raise ValidationError(now("It is approved already."))
        if self.waits_for_code:
            raise ValidationError(now("They have not typed the code yet."))
        if not grounds.strip():
            raise ValidationError(now("Write down what you saw or heard."))
        if refusal := refusal_of(self.listing):
            raise ValidationError(refusal)

    def _settle(self, *, by) -> None:
        """Tells the old contact, and grants it once nothing is missing."""
        if not self.is_transfer and self._takes_from_somebody():
            # Whoever was told before was told less.
            self._set(is_transfer=True, told_at=None)
        if self.is_proved and self.told_at is None and (addresses := self.old_contacts()):
            self._set(told_at=timezone.now())
            claim_news.told(self, addresses)
        if not self.what_is_missing():
            self._grant(by=by)

    def _takes_from_somebody(self) -> bool:
        """From a manager, or from one whom staff have just removed: that way around the second person is closed."""
        removed = self.listing.changes.applied().filter(
            actor=Actor.STAFF, fields__has_key="managers", at__gte=timezone.now() - STANDS_AFTER
        )
        return self.listing.memberships.exists() or removed.exists()

    def _grant(self, *, by) -> None:
        addresses = self.old_contacts()
        if not self.is_transfer:
            self._came_by_claim(by=by)
        for membership in self.listing.memberships.but(self.user):
            membership.end_for_transfer(by=by)
        Membership.begin(self.listing, self.user, by=by)
        self._decide(self.Status.GRANTED, by=by)
        claim_news.granted(self, addresses)
        for other in Claim.objects.open().filter(listing=self.listing):
            other.refuse(by=None, reason=now("Somebody else has proved that they keep this listing."))

    def _came_by_claim(self, *, by) -> None:
        """What staff drafted stays theirs: until its provider has consented it may not be published."""
        listing, claimed = self.listing, choices.Provenance.CLAIMED
        if listing.provenance == choices.Provenance.PROVIDER_APPLIED:
            Change.record(listing, {"provenance": [listing.provenance, str(claimed)]}, by=by)
            listing.provenance = claimed
            listing.save(update_fields=["provenance", "updated_at"])

    def _decide(self, status, *, by, **fields) -> None:
        self._set(status=status, decided_at=timezone.now(), decided_by=by, code_hash="", **fields)

    def _set(self, **fields) -> None:
        for name, value in fields.items():
            setattr(self, name, value)
        self.save(update_fields=list(fields))

    def _log(self, by, sentence: str) -> None:
        if by is not None:
            LogEntry.objects.log_actions(by.pk, [self], CHANGE, change_message=sentence, single_object=True)

    def _hashed(self, code: str) -> str:
        return hashed(code, of=self._lock_name)

    @property
    def _lock_name(self) -> str:
        return f"claim-{self.pk}"

    # What follows from it

    def what_is_missing(self) -> list[str]:
        """Every reason why it is not granted yet, as sentences."""
        reasons = list(filter(None, [refusal_of(self.listing)]))
        if not self.is_proved:
            reasons.append(now("It is not proved yet."))
        if self.is_transfer and self.approved_at is None:
            reasons.append(now("Somebody else manages the listing, so our staff have to approve it."))
        if self.is_transfer and self.seconded_at is None:
            reasons.append(now("A second member of our staff has to confirm it."))
        if self.told_at and timezone.now() <= self.objection_until:
            reasons.append(now("The old contact of the listing has been told and may object for seven days."))
        return reasons

    def old_contacts(self) -> list[str]:
        """Whom a grant would surprise: the managers, and the address of the listing unless that has proved it."""
        addresses = list(self.listing.memberships.but(self.user).values_list("user__email", flat=True))
        if self.listing.email and not (self.proved_at and self.way == self.Way.LISTED_EMAIL):
            addresses.append(self.listing.email)
        different = {address.casefold(): address for address in addresses}
        different.pop(self.user.email.casefold(), None)
        return list(different.values())

    @property
    def objection_day(self) -> date:
        """The last day to object, as letters name it."""
        return timezone.localdate((self.told_at or timezone.now()) + OBJECTION_LASTS)

    @property
    def objection_until(self) -> datetime:
        """The end of that day wherever somebody reads the letter."""
        return datetime.combine(self.objection_day + timedelta(days=1), time(), WHERE_DAYS_END_LAST)

    @property
    def is_open(self) -> bool:
        return self.status == self.Status.OPEN

    @property
    def is_proved(self) -> bool:
        return bool(self.proved_at or self.approved_at)

    @property
    def waits_for_code(self) -> bool:
        return self.is_open and self.way in self.BY_LETTER and not self.proved_at

    @property
    def age(self) -> timedelta:
        return timezone.now() - self.opened_at
