from operator import itemgetter

from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from articles.models.fields import WebAddressField
from directory import choices
from directory.choices import Answer
from directory.emails import listing_published, listing_restored, listing_sent_back, listing_suspended
from directory.freshness import CONFIRMED_FOR
from directory.models import manager_news
from directory.models.change import Actor, Change, overclaims_in
from directory.models.checks import an_age, at_least_one, check
from directory.models.conditions import one_may_be_broken
from directory.models.former_address import FormerAddress
from directory.models.letter import Letter
from directory.models.listing_constraints import LISTING_CONSTRAINTS
from directory.models.new_people import put_on_record
from directory.models.people import License
from directory.models.proposal import drop_waiting, latest_words, propose
from directory.models.returned import returned_words
from directory.models.rules import (
    LISTING_RULES,
    closed_day_has_been,
    confirmed_day_has_been,
    fill_in_from_zip,
    problems_for_readers,
    publication_problems,
    reason_given,
)
from directory.models.search import SearchRow
from directory.models.snapshot import moved, plain_values, snapshot
from directory.models.writing import write
from directory.npi import validate_npi
from directory.querysets import ListingQuerySet
from directory.states import STATE_NAMES
from directory.time_zones import CHOICES as TIME_ZONE_CHOICES


def choice(enumeration, label, default="not_stated", **options):
    return models.CharField(label, max_length=40, choices=enumeration, default=default, **options)


def dollars(label, **options):
    return models.PositiveIntegerField(label, null=True, blank=True, help_text=_("In US dollars."), **options)


class Listing(models.Model):
    """A practice at one address, or one that serves by video only."""

    Status = choices.ListingStatus

    # In what state is it?
    status = choice(choices.ListingStatus, _("status"), default=choices.ListingStatus.DRAFT, editable=False)
    provenance = choice(choices.Provenance, _("where it came from"), default=choices.Provenance.PROVIDER_APPLIED)
    # Which of the demonstrations it is; empty for a real listing.
    demonstration_number = models.PositiveIntegerField(null=True, blank=True, unique=True, editable=False)
    is_demonstration = models.BooleanField(_("demonstration"), default=False, editable=False)
    loaded_hash = models.CharField(max_length=64, blank=True, editable=False)
    consent_at = models.DateTimeField(_("provider consented"), null=True, blank=True)
    consent_by = models.CharField(_("consent given by"), max_length=200, blank=True)
    terms_version = models.CharField(_("version of the terms"), max_length=20, blank=True)
    confirmed_on = models.DateField(_("last confirmed by the provider"), null=True, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    reopens_on = models.DateField(_("opens again on"), null=True, blank=True)
    closure_note = models.CharField(
        _("why it is closed"), max_length=300, blank=True, help_text=_("One plain sentence that visitors read.")
    )
    successor = models.ForeignKey(
        "self",
        models.SET_NULL,
        related_name="predecessors",
        null=True,
        blank=True,
        verbose_name=_("moved to"),
        help_text=_("The listing of its new address, or of who took over."),
    )
    records_contact = models.CharField(_("where records are kept"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)

    # Who are they?
    name = models.CharField(_("name of the practice"), max_length=160)
    legal_name = models.CharField(_("legal name"), max_length=200, blank=True)
    slug = models.SlugField(_("address on this site"), max_length=120, unique=True)
    practice_kind = choice(choices.PracticeKind, _("kind of practice"), default=choices.PracticeKind.INFUSION_CLINIC)
    partner_clinics = models.CharField(
        _("clinics they work with"),
        max_length=300,
        blank=True,
        help_text=_("For a therapist who does not prescribe: where the medicine is given."),
    )
    headline = models.CharField(_("one sentence about the practice"), max_length=160, blank=True)
    description = models.TextField(_("in their own words"), max_length=4000, blank=True)
    opened_year = models.PositiveSmallIntegerField(_("open since"), null=True, blank=True)
    npi = models.CharField(_("NPI of the practice"), max_length=10, blank=True, validators=[validate_npi])
    accreditation = choice(choices.Accreditation, _("accreditation"))

    # Where are they?
    by_video_only = models.BooleanField(_("sees people by video only"), default=False)
    street = models.CharField(_("street"), max_length=160, blank=True)
    unit = models.CharField(_("suite or floor"), max_length=60, blank=True)
    city = models.CharField(_("city"), max_length=100)
    state = models.CharField(_("state"), max_length=2, choices=sorted(STATE_NAMES.items(), key=itemgetter(1)))
    zip5 = models.CharField(_("ZIP code"), max_length=5)
    # Where people are seen by video only, always the middle of the ZIP code.
    latitude = models.FloatField(_("latitude"), null=True, blank=True)
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
    location_precision = choice(
        choices.LocationPrecision, _("precision of the point"), default=choices.LocationPrecision.ZIP_CENTROID
    )
    address_is_treatment_site = choice(Answer, _("people are treated at this address"))
    time_zone = models.CharField(
        _("time zone"),
        max_length=40,
        blank=True,
        choices=TIME_ZONE_CHOICES,
        help_text=_("Left empty, it is taken from the ZIP code, and so is the point on the map."),
    )
    parking = models.CharField(_("parking"), max_length=300, blank=True)
    transit_note = models.CharField(_("getting there by bus or train"), max_length=300, blank=True)

    # How can I reach them?
    phone = PhoneNumberField(_("phone"), blank=True)
    phone_answered_by = choice(choices.PhoneAnsweredBy, _("who answers the phone"))
    email = models.EmailField(_("e-mail"), blank=True)
    website = WebAddressField(_("web site"), max_length=300, blank=True)
    booking_url = WebAddressField(_("page to book on"), max_length=300, blank=True)

    # Can they see me?
    accepting = choice(choices.Accepting, _("accepting new patients"))
    next_new_patient = choice(choices.NextNewPatient, _("first visit for a new patient"))
    next_new_patient_on = models.DateField(_("first visit: stated on"), null=True, blank=True)
    telehealth = choice(choices.Telehealth, _("by video"))
    min_age = models.PositiveSmallIntegerField(_("youngest age"), null=True, blank=True, validators=[an_age])
    max_age = models.PositiveSmallIntegerField(_("oldest age"), null=True, blank=True, validators=[an_age])
    sign_language = choice(choices.SignLanguage, _("sign language"))
    evaluation_mode = choice(choices.EvaluationMode, _("first evaluation"))
    referral_required = choice(choices.ReferralRequired, _("referral needed"))

    # Who is in the room?
    prescriber_role = choice(choices.Role, _("who prescribes"))
    session_monitor_role = choice(choices.Role, _("who monitors the session"))
    lead_clinician_role = choice(choices.Role, _("who leads the practice"))
    monitor_presence = choice(choices.MonitorPresence, _("where that person is"))
    physician_on_site = choice(choices.PhysicianOnSite, _("a physician on site"))
    anesthesia_trained_on_site = choice(Answer, _("someone trained in anesthesia on site"))
    psychiatric_clinician_involved = choice(choices.PsychiatricClinician, _("a mental health clinician"))
    patients_per_monitor_max = models.PositiveSmallIntegerField(
        _("most patients per person who monitors"), null=True, blank=True, help_text=_("5 means 5 or more.")
    )
    bp_timing = choice(choices.BloodPressureTiming, _("blood pressure is taken"))
    life_support_cert = choice(choices.LifeSupport, _("life support training"))
    life_support_checked_on = models.DateField(_("life support training: checked on"), null=True, blank=True)
    discharge_rule = choice(choices.DischargeRule, _("when you may leave"))
    adverse_event_contact_24h = choice(Answer, _("a number to call day and night afterwards"))

    # How do they follow me?
    coordinates_with_my_clinician = choice(Answer, _("works with your own clinician"))
    follow_up_interval = choice(choices.FollowUpInterval, _("symptoms are measured"))
    psychotherapy = choice(choices.Psychotherapy, _("talk therapy"))
    group_option = choice(Answer, _("group sessions"))

    # What happens on the day?
    private_rooms_count = models.PositiveSmallIntegerField(_("private rooms"), null=True, blank=True)
    shared_bays_count = models.PositiveSmallIntegerField(_("shared bays"), null=True, blank=True)
    max_patients_at_once = models.PositiveSmallIntegerField(
        _("most patients at once"), null=True, blank=True, validators=[at_least_one]
    )
    seat = choice(choices.Seat, _("seat"))
    companion_policy = choice(choices.CompanionPolicy, _("a companion"))
    driving_rule = choice(choices.DrivingRule, _("driving afterwards"))
    fasting = choice(choices.Fasting, _("eating and drinking before"))
    chaperone_available = choice(Answer, _("a chaperone on request"))

    # What will it cost?
    consult_fee_usd = dollars(_("first consultation"))
    integration_fee_usd = dollars(_("therapy session to work through it"))
    fees_as_of = models.DateField(_("these fees: stated on"), null=True, blank=True)
    price_not_disclosed = choice(Answer, _("keeps its prices to itself"))
    prepayment = choice(choices.Prepayment, _("paying in advance"))
    refund_policy = choice(choices.RefundPolicy, _("refunds"))

    objects = ListingQuerySet.as_manager()

    class Meta:
        verbose_name = _("listing")
        verbose_name_plural = _("listings")
        ordering = ["name", "pk"]
        indexes = [models.Index(fields=["status", "confirmed_on"], name="listing_status_confirmed")]
        constraints = LISTING_CONSTRAINTS

    def __str__(self):
        return f"{self.name}, {self.city}, {self.state}"

    def get_absolute_url(self):
        return reverse("directory:listing_detail", args=[self.slug])

    @property
    def history_url(self):
        return reverse("directory:listing_history", args=[self.slug])

    def clean(self):
        fill_in_from_zip(self)
        check(self, LISTING_RULES)

    def validate_constraints(self, exclude=None):
        if one_may_be_broken(self, exclude):
            super().validate_constraints(exclude)

    # What its provider and staff write: {path: plain value}, as a snapshot reads it.

    @transaction.atomic
    def propose(self, fields, *, by, seen=None) -> Change | None:
        """By its provider. What is harmless is public at once; the rest joins the one change that waits for staff,
        which is given. Before readers have ever seen the listing all is written at once, except who people are.

        `seen` is what the form showed, {path: value}: raises WrittenMeanwhile where somebody wrote otherwise since.
        Raises ValidationError naming each path that is refused.
        """
        self._hold()
        return propose(self, fields, by=by, seen=seen)

    @transaction.atomic
    def apply(self, fields, *, by, reason="", actor="") -> Change | None:
        """Written at once, with one Change of what moved; None where nothing did."""
        moves = self.write(fields, by=by)
        return Change.record(self, moves, by=by, actor=actor, reason=reason) if moves else None

    @transaction.atomic
    def write(self, fields, *, by, looked_up=None) -> dict[str, list]:
        """What moved, for whoever records it. A listing that readers see stays one that they may see."""
        held, fields = self._hold(), plain_values(fields)
        before, problems = snapshot(self.pk), held.problems_for_readers()
        write(held, fields)
        put_on_record(held, fields, looked_up or {}, by=by)
        moves = moved(before, snapshot(self.pk))
        if new := [problem for problem in held.problems_for_readers() if problem not in problems]:
            raise ValidationError(new)
        if moves:
            self.index()
        self.refresh_from_db()
        return moves

    def latest_words(self) -> dict:
        """A snapshot with what waits for staff laid over it."""
        return latest_words(self)

    def returned_words(self) -> dict[str, list]:
        """{path: [old, new]} of what staff sent back, until it is sent again or given up."""
        return returned_words(self)

    def overclaims_in(self, fields) -> dict:
        """{path: [Finding]} of words that may not be published, to be told while they are written."""
        return overclaims_in(self, fields)

    @transaction.atomic
    def consent(self, *, by, version):
        """To be shown to everybody, under these terms."""
        self._hold()
        before = snapshot(self.pk)
        self.consent_at, self.consent_by, self.terms_version = timezone.now(), by.get_full_name(), version
        self.save(update_fields=["consent_at", "consent_by", "terms_version", "updated_at"])
        said = moved(before, snapshot(self.pk))
        self._record(said, _("The provider consented."), by=by, actor=Actor.PROVIDER)
        self.index()

    @transaction.atomic
    def submit(self, *, by):
        """To staff, by its provider, who says with it that all of it is true today."""
        self._hold()
        self.refresh_from_db()
        if not (self.consent_at and self.consent_by and self.terms_version):
            raise ValidationError(_("Please agree first that it may be published, and under which terms."))
        self._become(self.Status.PENDING_REVIEW, after={self.Status.DRAFT}, by=by)
        self.confirm(by=by)

    @transaction.atomic
    def send_back(self, *, by, reason: str):
        """To its provider, who reads the reason in a letter and can send it again."""
        reason = reason_given(reason)
        cause = self._become(self.Status.DRAFT, after={self.Status.PENDING_REVIEW}, by=by, reason=reason)
        self._tell_managers(cause, "sent_back", listing_sent_back(self, reason))

    # What may be done with it: each verb does all of it, the log and the search included.

    @transaction.atomic
    def publish(self, *, by, as_of=None):
        """Raises ValidationError with every reason why readers may not see it yet. `as_of` is when staff began to read:
        what its provider wrote since is not published unread."""
        self._hold()
        if as_of and self.changes.applied().since(as_of).by_provider().exists():
            raise ValidationError(_("Its provider has written more since you opened this. Please look again."))
        if problems := self.publication_problems():
            raise ValidationError(problems)
        # From these there is a way back of its own.
        others = {self.Status.CLOSED, self.Status.TEMPORARILY_CLOSED, self.Status.SUSPENDED}
        cause = self._become(self.Status.PUBLISHED, after=set(self.Status) - others, by=by)
        self._tell_managers(cause, "published", listing_published(self))

    @transaction.atomic
    def suspend(self, *, by, reason: str):
        """Off the site, by our staff. Its managers read the reason in a letter, and what they can do."""
        reason = reason_given(reason)
        readable = {self.Status.PUBLISHED, self.Status.TEMPORARILY_CLOSED}
        cause = self._become(self.Status.SUSPENDED, after=readable, by=by, reason=reason)
        self._tell_managers(cause, "suspended", listing_suspended(self, reason))

    @transaction.atomic
    def restore(self, *, by, reason: str):
        """As it was before our staff took it off the site. Raises ValidationError with every reason why not yet."""
        reason = reason_given(reason)
        self._hold()
        if problems := self.publication_problems():
            raise ValidationError(problems)
        before = self.changes.suspending().first()
        status = self.Status(before.fields["status"][0]) if before else self.Status.PUBLISHED
        cause = self._become(status, after={self.Status.SUSPENDED}, by=by, reason=reason)
        self._tell_managers(cause, "restored", listing_restored(self, reason))

    @transaction.atomic
    def return_to_draft(self, *, by):
        others = {self.Status.CLOSED, self.Status.SUSPENDED}
        self._become(self.Status.DRAFT, after=set(self.Status) - others, by=by)

    @transaction.atomic
    def pause(self, *, by):
        """Closed for now. It leaves the search, and its page says so."""
        self._become(self.Status.TEMPORARILY_CLOSED, after={self.Status.PUBLISHED}, by=by)

    @transaction.atomic
    def resume(self, *, by):
        """Open again after it was closed for now."""
        self._hold()
        if Listing.objects.get(pk=self.pk).status != self.Status.TEMPORARILY_CLOSED:
            raise ValidationError(_("It is not closed for now."))
        self.reopen(by=by)

    @transaction.atomic
    def close(self, *, by, on=None):
        """For good. Its page stays, and says what somebody who paid in advance needs to know."""
        self.closed_on = on or self.closed_on or timezone.localdate()
        closed_day_has_been(self)
        self.save(update_fields=["closed_on", "updated_at"])
        self._become(self.Status.CLOSED, after={self.Status.PUBLISHED, self.Status.TEMPORARILY_CLOSED}, by=by)

    @transaction.atomic
    def reopen(self, *, by):
        """Open again, or closed by mistake: why it was closed is over, and does not wait for staff any more. Raises
        ValidationError with every reason why readers may not see it yet."""
        if problems := self.publication_problems():
            raise ValidationError(problems)
        self.closed_on = self.reopens_on = None
        self.closure_note = ""
        self._become(self.Status.PUBLISHED, after={self.Status.CLOSED, self.Status.TEMPORARILY_CLOSED}, by=by)
        self.save(update_fields=["closed_on", "reopens_on", "closure_note", "updated_at"])
        drop_waiting(self, "closure_note")

    @transaction.atomic
    def confirm(self, *, by, on=None):
        """The provider says that all of it is still true; `by` is None behind a link in a letter to them."""
        before, self.confirmed_on = self.confirmed_on, on or timezone.localdate()
        confirmed_day_has_been(self)
        self.save(update_fields=["confirmed_on", "updated_at"])
        moved = {"confirmed_on": [before and before.isoformat(), self.confirmed_on.isoformat()]}
        self._record(moved, _("Confirmed by the provider on %s.") % self.confirmed_on, by=by, actor=Actor.PROVIDER)
        self.index()

    @transaction.atomic
    def confirm_by_letter(self, *, since):
        """Behind a link that asked about what was confirmed on one day: once, however often and by however many it is
        clicked."""
        self._confirm_once(since=since, by=None)

    @transaction.atomic
    def confirm_signed_in(self, *, since, by):
        """By one of those who manage it, who were shown what was last confirmed on one day; once, likewise."""
        self._confirm_once(since=since, by=by)

    def _confirm_once(self, *, since, by):
        asked = Listing.objects.confirmable().select_for_update().filter(pk=self.pk, confirmed_on=since).first()
        if asked:
            asked.confirm(by=by)

    @transaction.atomic
    def withdraw(self, *, by):
        """Its provider takes it back. The consent ends with it, so that only a new one can publish it again."""
        closed = {self.Status.CLOSED, self.Status.WITHDRAWN}
        cause = self._become(self.Status.WITHDRAWN, after=set(self.Status) - closed, by=by)
        manager_news.taken_down(self, cause, by=by)
        # That it ended stays in the history, and the name of who gave it does not.
        given, self.consent_at, self.consent_by, self.terms_version = self.consent_at, None, "", ""
        self.save(update_fields=["consent_at", "consent_by", "terms_version", "updated_at"])
        if given:
            self._record({"consent_at": [given.isoformat(), None]}, _("The consent has ended."), by=by)

    @transaction.atomic
    def abandon(self):
        """Its only manager leaves before it was public. What only they have written goes with them; a draft of our
        staff's, and what was public once, is kept out of sight."""
        pk = self.pk
        if self.is_only_its_managers:
            self.delete()
            SearchRow.objects.write([pk])
        elif self.status == self.Status.PENDING_REVIEW:
            self.return_to_draft(by=None)

    def index(self):
        """Show the search what this listing is now; call it after every change, in the same transaction."""
        SearchRow.objects.write([self.pk])

    def publication_problems(self) -> list[str]:
        return publication_problems(self)

    def problems_for_readers(self) -> list[str]:
        """What is wrong with what readers see: all of one that is published; of one that is closed, for now or for
        good, the words; nothing of what they do not see."""
        return problems_for_readers(self)

    def _hold(self) -> "Listing":
        """Its row as it is now, for this transaction alone: whoever else wants it waits."""
        return Listing.objects.select_for_update().get(pk=self.pk)

    def _become(self, status, *, after, by, reason="") -> Change:
        stored = Listing.objects.select_for_update().values_list("status", flat=True).get(pk=self.pk)
        if stored == status or stored not in after:
            raise ValidationError(
                _("“%(name)s” is %(stored)s and cannot become %(status)s."),
                params={
                    "name": self.name,
                    "stored": self.Status(stored).label.lower(),
                    "status": self.Status(status).label.lower(),
                },
            )
        self.status = status
        self.save(update_fields=["status", "updated_at"])
        sentence = _("Now: %s.") % self.Status(status).label
        change = self._record({"status": [stored, str(status)]}, sentence, by=by, reason=reason)
        self.index()
        return change

    def _tell_managers(self, cause: Change, what: str, words: dict[str, str]) -> None:
        for address in self.addresses_of_managers():
            Letter.write(occasion=f"listing/{cause.pk}/{what}/{address}", to=address, listing=self, **words)

    def _record(self, fields, sentence, *, by, actor="", reason="") -> Change:
        """In the history that the public reads and, for an account, in the admin's own."""
        change = Change.record(self, fields, by=by, actor=actor, reason=reason)
        if by is not None:
            message = f"{sentence} {reason}".strip()
            LogEntry.objects.log_actions(by.pk, [self], CHANGE, change_message=message, single_object=True)
        return change

    # What follows from it

    @property
    def has_been_public(self) -> bool:
        """Whether readers see it, or saw it once: from then on its provider proposes, and the log tells all."""
        unseen = {self.Status.DRAFT, self.Status.PENDING_REVIEW}
        return self.status not in unseen or self.changes.from_public().exists()

    def phrases_allowed(self) -> set[str]:
        return {each.casefold() for each in self.allowed_phrases.values_list("phrase", flat=True)}

    def addressees(self, *, but=None) -> dict[str, str]:
        """{how an occasion ends: the address} of a letter about it: to the address that it names and, where it names
        none, to each of its managers `but` this one."""
        if self.email:
            return {"": self.email}
        rows = self.memberships.but(but) if but else self.memberships.all()
        return {f"/{user}": address for user, address in rows.values_list("user", "user__email") if address}

    def addresses_of_managers(self) -> list[str]:
        return list(self.memberships.exclude(user__email="").values_list("user__email", flat=True))

    def licenses_of_prescribers(self):
        return License.objects.of_prescribers_at(self.pk)

    def licenses_of_staff(self):
        return License.objects.filter(clinician__positions__listing=self)

    def former_slug_of_another(self):
        return FormerAddress.objects.filter(slug=self.slug).exclude(listing=self.pk).exists()

    def slugs_stated(self, facet):
        """The slugs of one facet that it says yes to."""
        return self.statements.filter(term__facet=facet, answer=Answer.YES).values_list("term__slug", flat=True)

    @property
    def shown_photos(self) -> list:
        """What readers see of its photos, in their order."""
        return [photo for photo in self.photos.all() if photo.is_public]

    @property
    def door(self) -> tuple[float, float] | None:
        """Where people go; None where nobody knows the point, and where they are seen by video only."""
        if self.by_video_only or self.latitude is None or self.longitude is None:
            return None
        return self.latitude, self.longitude

    @property
    def point_is_about(self) -> bool:
        return self.location_precision == choices.LocationPrecision.ZIP_CENTROID

    @property
    def needs_prescriber(self):
        return self.practice_kind != choices.PracticeKind.THERAPIST

    @property
    def is_only_its_managers(self):
        """Begun by a provider, and never public: nobody but those who manage it has ever seen it."""
        states = (fields.get("status", [""])[-1] for fields in self.changes.values_list("fields", flat=True))
        return self.provenance == choices.Provenance.PROVIDER_APPLIED and self.Status.PUBLISHED not in states

    @property
    def has_a_page(self) -> bool:
        """As `Listing.objects.with_a_page()` says, of one that is at hand."""
        return self.status in choices.WITH_A_PAGE and self.consent_at is not None

    @property
    def is_confirmable(self):
        """As `Listing.objects.confirmable()` says, of one that is at hand."""
        return self.status == self.Status.PUBLISHED and self.consent_at is not None and not self.is_demonstration

    @property
    def days_since_confirmation(self):
        return (timezone.localdate() - self.confirmed_on).days if self.confirmed_on else None

    @property
    def is_recently_confirmed(self):
        return self.confirmed_on is not None and timezone.localdate() - self.confirmed_on <= CONFIRMED_FOR
