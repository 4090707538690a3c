"""What may be asked of the directory: each word completes "listings that are …" and is the only place that says how."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from functools import reduce
from operator import or_

from django.apps import apps
from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from directory.choices import IN_FORCE, PracticeKind
from directory.claims import CLAIMS_OF, PROOF, Result
from directory.freshness import CONFIRMED_FOR, SHOWN_FOR
from directory.geo import distance_miles
from directory.place_names import key_of

ONE_DAY = timedelta(days=1)
CLINICIAN_FACTS = ["clinician__name", "clinician__post_nominals", "clinician__role"]


class ListingQuerySet(QuerySet):
    def visible(self, on: date | None = None):
        """What the public may see: published, confirmed within 120 days, with a licensed prescriber if it needs one."""
        day = on or timezone.localdate()
        return self.published().filter(confirmed_on__gte=day - SHOWN_FOR).filter(_has_prescriber(day))

    def with_a_page(self):
        """What an address of the directory shows: all of it, or why it is not in the search."""
        return self.filter(status__in=["published", "temporarily_closed", "closed"], consent_at__isnull=False)

    def closed_and_named(self, words: str):
        """Gone from the search, and looked for by name: each word stands in it."""
        return self.closed().filter(*(Q(name__icontains=word) for word in words.split()))

    def waiting_for_review(self):
        return self.filter(status="pending_review")

    def closed(self):
        return self.filter(status="closed", consent_at__isnull=False)

    def with_visibility(self):
        """Adds `is_visible`, for lists that also show what the public does not see."""
        return self.annotate(is_visible=Exists(type(self)(self.model).visible().filter(pk=OuterRef("pk"))))

    def published(self):
        return self.filter(status="published", consent_at__isnull=False)

    def confirmable(self):
        """Whose provider may say, behind the link of a letter, that all is still true: hidden for age or not."""
        return self.published().real()

    def recently_confirmed(self):
        return self.filter(confirmed_on__gte=timezone.localdate() - CONFIRMED_FOR)

    def due_for_confirmation(self):
        """Not confirmed within 90 days, still shown."""
        return self.filter(confirmed_on__range=_days_ago(SHOWN_FOR, CONFIRMED_FOR + ONE_DAY))

    def stale(self):
        """Not confirmed within 120 days, and hidden for it."""
        return self.filter(confirmed_on__lt=timezone.localdate() - SHOWN_FOR)

    def never_confirmed(self):
        return self.filter(confirmed_on__isnull=True)

    def without_prescriber(self):
        """Hidden because nobody who prescribes there has a license in force."""
        return self.exclude(_has_prescriber(timezone.localdate()))

    def at(self, slugs):
        """Those with these addresses."""
        return self.filter(slug__in=slugs)

    def real(self):
        return self.filter(is_demonstration=False)

    def demonstration(self):
        return self.filter(is_demonstration=True)

    def with_npi(self):
        """Those whose NPI can be looked up: real ones that have not ended."""
        return self.real().exclude(npi="").exclude(status__in=["closed", "withdrawn_by_provider"])

    def with_search_facts(self):
        """All that `facets.terms_of` reads, in a fixed number of queries."""
        return self.prefetch_related("offerings", "statements__term", "hours")

    def with_indexed_facts(self):
        """All that the search writes down of a listing, and little else: every edit waits for this."""
        statements = _model("Statement").objects.select_related("term").order_by()
        positions = _model("Position").objects.select_related("clinician")
        return self.prefetch_related(
            "offerings",
            Prefetch("statements", statements.only("listing", "answer", "term__facet", "term__slug")),
            "hours",
            Prefetch("positions", positions.only("listing", "title", "does", "prescribes", *CLINICIAN_FACTS)),
            "positions__clinician__licenses",
        )

    def with_excerpts(self):
        """What a search by words shows besides the facts of a card."""
        return self.prefetch_related("offerings", "positions__clinician__licenses")

    def with_page_facts(self):
        """All that the page of a listing shows."""
        return self.with_search_facts().prefetch_related(
            "positions__clinician__licenses",
            "positions__clinician__languages",
            "positions__clinician__board_certifications",
        )

    def likely_duplicates(self):
        """Of another that is not closed: the same NPI, the same phone, or the same name in the same ZIP code."""
        others = type(self)(self.model).exclude(status="closed").exclude(pk=OuterRef("pk"))
        alike = [
            Q(Exists(others.filter(npi=OuterRef("npi")))) & ~Q(npi=""),
            Q(Exists(others.filter(phone=OuterRef("phone")))) & ~Q(phone=""),
            Q(Exists(others.filter(name__iexact=OuterRef("name"), zip5=OuterRef("zip5")))),
        ]
        return self.exclude(status="closed").filter(reduce(or_, alike))

    def figures(self) -> dict:
        """The three figures of the home page, all counted now."""
        shown = self.visible()
        ages = sorted((timezone.localdate() - day).days for day in shown.values_list("confirmed_on", flat=True))
        return {
            "listings": len(ages),
            "confirmed_90_days": shown.recently_confirmed().count(),
            "licenses_checked": _licenses_of(shown).count(),
            "median_days_since_confirmation": ages[len(ages) // 2] if ages else None,
        }


class PlaceQuerySet(QuerySet):
    def cities_of(self, listings) -> dict:
        """The city that each of these listings has its address in, by the listing's pk. Those who see people by video
        only have none, nor have those whose city the table lacks."""
        names = {listing: (listing.state, key_of(listing.city)) for listing in listings if not listing.by_video_only}
        alike = defaultdict(list)
        for place in self._cities_named(set(names.values())):
            alike[place.state, place.key].append(place)
        return {listing.pk: _nearest(listing, alike[name]) for listing, name in names.items() if name in alike}

    def _cities_named(self, names):
        states, keys = {state for state, _ in names}, {key for _, key in names}
        return self.filter(kind="city", state__in=states, key__in=keys).order_by("-population", "pk")


class ClinicianQuerySet(QuerySet):
    def with_npi(self):
        return self.filter(is_demonstration=False).exclude(npi="")

    def working_at(self, listings):
        return self.filter(positions__listing__in=listings).distinct()


class LicenseQuerySet(QuerySet):
    def in_force(self, on: date | None = None):
        return self.filter(status__in=IN_FORCE, expires_on__gte=on or timezone.localdate())

    def lapsed(self, on: date | None = None):
        """Run out, or taken away: whatever is not in force."""
        return self.exclude(status__in=IN_FORCE, expires_on__gte=on or timezone.localdate())

    def expiring_within(self, days: int):
        """In force, and soon no more."""
        return self.in_force().filter(expires_on__lte=timezone.localdate() + timedelta(days=days))

    def real(self):
        return self.filter(clinician__is_demonstration=False)

    def held_at(self, listings):
        """By people who work at these listings."""
        return self.filter(clinician__positions__listing__in=listings).distinct()

    def of_prescribers_at(self, listing_pk):
        """The licenses that let someone prescribe at a listing: held by one who prescribes there, in its state."""
        return self.filter(
            clinician__positions__listing=listing_pk,
            clinician__positions__prescribes=True,
            jurisdiction=F("clinician__positions__listing__state"),
        )


class PositionQuerySet(QuerySet):
    def of_licensed_prescribers(self, on: date | None = None):
        """Held by someone who prescribes there, licensed in its state; one lapsed license is one too many."""
        held = self._licenses_in_the_state()
        return self.filter(Exists(held.in_force(on)), ~Exists(held.lapsed(on)), prescribes=True)

    def _licenses_in_the_state(self):
        return _licenses().filter(clinician=OuterRef("clinician"), jurisdiction=OuterRef("listing__state"))


class CheckQuerySet(QuerySet):
    """Rows of the ledger, newest first. Only the newest look at a claim about a subject says how things stand."""

    def current(self):
        return self.exclude(Exists(self._newer()))

    def confirming(self, on: date | None = None):
        """Proof that counts on a day: what a badge is computed from, together with current()."""
        day = on or timezone.localdate()
        return self.filter(_counts_on(day), result=Result.CONFIRMED, method__in=PROOF)

    def lapsed(self, on: date | None = None):
        return self.filter(valid_until__lt=on or timezone.localdate())

    def of_claim(self, claim):
        return self.filter(claim=claim)

    def made_since(self, day: date):
        return self.filter(checked_on__gte=day)

    def failing(self):
        """Neither confirmed nor merely not reached."""
        return self.filter(result__in=[Result.CONTRADICTED, Result.NOT_CONFIRMED])

    def made_at(self, listings):
        """About these listings, their treatments, the people there and their licenses."""
        people = apps.get_model("directory", "Position").objects.filter(listing__in=listings).values("clinician")
        return self.filter(
            Q(listing__in=listings)
            | Q(offering__listing__in=listings)
            | Q(clinician__in=people)
            | Q(license__clinician__in=people)
        )

    def contradicted(self):
        return self.filter(result=Result.CONTRADICTED)

    def about(self, listing):
        return self.made_at([listing.pk])

    def _newer(self):
        # What is null equals nothing, so only the one subject that both are about can join them.
        subjects = (Q(**{subject: OuterRef(subject)}) for subject in CLAIMS_OF)
        later = Q(checked_on__gt=OuterRef("checked_on")) | Q(checked_on=OuterRef("checked_on"), pk__gt=OuterRef("pk"))
        return type(self)(self.model).filter(reduce(or_, subjects), later, claim=OuterRef("claim"))


class LetterQuerySet(QuerySet):
    def due(self):
        """To be tried now, those that wait longest first."""
        return self.filter(next_try_at__lte=timezone.now()).order_by("next_try_at", "pk")

    def waiting(self):
        return self.filter(next_try_at__isnull=False)

    def sent(self):
        return self.filter(sent_at__isnull=False)

    def given_up(self):
        return self.filter(next_try_at__isnull=True, sent_at__isnull=True)

    def settled(self, before: datetime):
        """Sent or given up, and written before this moment."""
        return self.filter(next_try_at__isnull=True, written_at__lt=before)


class ReportQuerySet(QuerySet):
    def open(self):
        """Not decided yet, the oldest first."""
        return self.filter(closed_at__isnull=True).order_by("opened_at", "pk")

    def on(self, listings):
        return self.filter(listing__in=listings)

    def fixed_since(self, moment: datetime):
        return self.filter(status="fixed", closed_at__gte=moment)

    def decided(self):
        return self.filter(closed_at__isnull=False)

    def to_be_forgotten(self, before: datetime):
        """Closed before this moment, and with words in it still."""
        return self.filter(closed_at__lt=before).exclude(text="")


def _counts_on(day: date) -> Q:
    return Q(valid_until__isnull=True) | Q(valid_until__gte=day)


def _nearest(listing, namesakes):
    """A few states have two cities of one name; without a point the larger one is meant."""
    if listing.latitude is None:
        return namesakes[0]
    point = listing.latitude, listing.longitude
    return min(namesakes, key=lambda place: distance_miles(*point, place.latitude, place.longitude))


def _days_ago(first, last):
    today = timezone.localdate()
    return today - first, today - last


def _model(name):
    # The models import this module, so it asks for them by name.
    return apps.get_model("directory", name)


def _licenses():
    return _model("License").objects


def _has_prescriber(day: date):
    positions = _model("Position").objects.filter(listing=OuterRef("pk"))
    return Q(practice_kind=PracticeKind.THERAPIST) | Exists(positions.of_licensed_prescribers(day))


def _licenses_of(listings):
    shown = _licenses().filter(checked_on__isnull=False, clinician__positions__listing__in=listings.values("pk"))
    return shown.distinct()
