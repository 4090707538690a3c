"""Listings that are …"""

from datetime import date, timedelta
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Lower, StrIndex
from django.db.models.lookups import GreaterThan
from django.utils import timezone

from directory.choices import WITH_A_PAGE, PracticeKind
from directory.freshness import CONFIRMED_FOR, SHOWN_FOR
from directory.querysets.models import model

ONE_DAY = timedelta(days=1)
CLINICIAN_FACTS = ["clinician__name", "clinician__post_nominals", "clinician__role"]
LICENSE_FACTS = ["clinician", "jurisdiction", "status", "expires_on"]
OFFERING_FACTS = ["listing", "route", "price_session_min_usd", "observation_minutes", "visit_minutes"]


class ListingQuerySet(QuerySet):
    def visible(self, on: date | None = None):
        """What the public may see: published, confirmed within 120 days, with a licensed prescriber if it needs one."""
        day = on or timezone.localdate()
        return self.published().filter(confirmed_on__gte=day - SHOWN_FOR).filter(_has_prescriber(day))

    def editable_by(self, user):
        """Those that this person keeps true. Staff write at the staff desk."""
        memberships = model("Membership").objects.filter(listing=OuterRef("pk"), user=user.pk)
        return self.filter(Exists(memberships))

    def not_editable_by(self, user):
        return self.exclude(pk__in=type(self)(self.model).editable_by(user).values("pk"))

    def named_alike(self, name: str, zip5: str, state: str):
        """Those that somebody may claim, and that may be the practice of this name: the same in its state, or one
        name within the other in its ZIP code."""
        near = Q(zip5=zip5) & (Q(name__icontains=name) | Q(_within(name)))
        return self.claimable().filter(near | Q(name__iexact=name, state=state)).order_by("name", "pk")

    def alike(self, listing):
        """Others that somebody may claim, with its phone or its NPI."""
        same = [Q(**{name: value}) for name in ("phone", "npi") if (value := getattr(listing, name))]
        if not same:
            return self.none()
        return self.claimable().filter(reduce(or_, same)).exclude(pk=listing.pk).order_by("name", "pk")

    def claimable(self):
        """Whose provider may prove that it is theirs: shown, and not closed for good."""
        return self.with_a_page().real().exclude(status="closed")

    def managed_by_others(self, user):
        """By at least one person besides this one."""
        others = model("Membership").objects.filter(listing=OuterRef("pk")).exclude(user=user.pk)
        return self.filter(Exists(others))

    def with_a_page(self):
        """What an address of the directory shows: all of it, or why it is not in the search."""
        return self.filter(status__in=WITH_A_PAGE, consent_at__isnull=False)

    def closed_and_named(self, words: str):
        """Gone from the search, and looked for by name: each word stands in it."""
        return self.closed().filter(*(Q(name__icontains=word) for word in words.split()))

    def waiting_for_review(self):
        """With `sent_at`, the one that was sent first before all others."""
        return self.filter(status="pending_review").annotate(sent_at=_sent_at()).order_by("sent_at", "pk")

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

    def unreachable(self):
        """Whom no letter reaches: they name no address, and nobody manages them."""
        return self.filter(email="", memberships__isnull=True)

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
        statements = model("Statement").objects.select_related("term").order_by()
        positions = model("Position").objects.select_related("clinician")
        return self.prefetch_related(
            Prefetch("offerings", model("Offering").objects.order_by().only(*OFFERING_FACTS)),
            Prefetch("statements", statements.only("listing", "answer", "term__facet", "term__slug")),
            Prefetch("hours", model("OpeningHours").objects.order_by().only("listing", "weekday", "closes_at")),
            Prefetch("positions", positions.only("listing", "title", "does", "prescribes", *CLINICIAN_FACTS)),
            Prefetch("positions__clinician__licenses", model("License").objects.order_by().only(*LICENSE_FACTS)),
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
            "photos",
        )

    def with_checks(self):
        """The whole ledger of each, whether it still counts or not."""
        return self.prefetch_related(
            "checks", "offerings__checks", "positions__clinician__checks", "positions__clinician__licenses__checks"
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


def _within(name: str):
    """Whether the stored name is a part of this one."""
    return GreaterThan(StrIndex(Lower(Value(name)), Lower("name")), 0)


def _sent_at():
    """When its provider sent it last; of one that nobody sent, when it was made."""
    sent = model("Change").objects.filter(listing=OuterRef("pk")).sending().order_by("-at", "-pk")
    return Coalesce(Subquery(sent.values("at")[:1]), "created_at")


def _days_ago(first, last):
    today = timezone.localdate()
    return today - first, today - last


def _has_prescriber(day: date):
    positions = model("Position").objects.filter(listing=OuterRef("pk"))
    return Q(practice_kind=PracticeKind.THERAPIST) | Exists(positions.of_licensed_prescribers(day))


def _licenses_of(listings):
    shown = model("License").objects.filter(
        checked_on__isnull=False, clinician__positions__listing__in=listings.values("pk")
    )
    return shown.distinct()
