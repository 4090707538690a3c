"""Rows of the directory for tests. `make_listing()` is one that the public sees; keywords take parts of that away."""

import csv
from datetime import timedelta
from functools import cache
from itertools import count

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from directory.choices import Answer, Role, Route
from directory.facets import terms_of
from directory.importers.vocabulary import VOCABULARY
from directory.models import (
    Clinician,
    License,
    Listing,
    Membership,
    Offering,
    OpeningHours,
    Photo,
    Place,
    Position,
    SearchRow,
    Statement,
    Term,
)
from directory.photos import files
from directory.photos.making import variants_of

numbers = count(1)
EXPLANATION = "A choice for tests."


def label_of(slug):
    return slug.replace("_", " ").capitalize()


def days_ago(days):
    return timezone.localdate() - timedelta(days=days)


def make_term(facet="condition", slug="trd", **fields):
    if there := Term.objects.filter(facet=facet, slug=slug).first():
        return there
    last = Term.objects.order_by("-number").values_list("number", flat=True).first() or 0
    defaults = {"label": label_of(slug), "explanation": EXPLANATION, "number": last + 1}
    return Term.objects.create(facet=facet, slug=slug, **defaults | fields)


def make_vocabulary():
    """Every term that ships, without the care that a real load takes."""
    with VOCABULARY.open(encoding="utf-8", newline="") as file:
        Term.objects.bulk_create(Term(**row) for row in csv.DictReader(file))


def make_place(kind=Place.Kind.CITY, **fields):
    defaults = {"kind": kind, "name": "Denver", "state": "CO", "latitude": 39.74, "longitude": -104.98}
    return Place.objects.create(**defaults | fields)


def make_clinician(**fields):
    return Clinician.objects.create(
        **{"name": f"Sam Testperson {next(numbers)}", "role": Role.ANESTHESIOLOGIST} | fields
    )


def make_license(clinician, **fields):
    defaults = {
        "jurisdiction": "CO",
        "license_type": "MD",
        "number": f"T-{next(numbers)}",
        "status": "active",
        "expires_on": days_ago(-365),
        "checked_on": days_ago(10),
    }
    return License.objects.create(clinician=clinician, **defaults | fields)


def make_offering(listing, route=Route.IV_INFUSION, **fields):
    return Offering.objects.create(listing=listing, route=route, **fields)


def state_that(listing, facet, slug, answer=Answer.YES, **fields):
    """Records what a listing says of one term, making the term if there is none."""
    return Statement.objects.create(listing=listing, term=make_term(facet, slug), answer=answer, **fields)


def make_hours(listing, weekday, opens_at, closes_at):
    return OpeningHours.objects.create(listing=listing, weekday=weekday, opens_at=opens_at, closes_at=closes_at)


def make_draft(**fields):
    """A listing with an address and nothing else."""
    number = next(numbers)
    defaults = {
        "name": f"Test Practice {number}",
        "slug": f"test-practice-{number}",
        "street": "1 Test Street",
        "city": "Denver",
        "state": "CO",
        "zip5": "80202",
        "latitude": 39.75,
        "longitude": -105.0,
        "time_zone": "America/New_York",
        "phone": "+13035550123",
    }
    return Listing.objects.create(**defaults | fields)


def make_listing(*, routes=(Route.IV_INFUSION,), conditions=("trd",), statements=(), prescriber=True, **fields):
    """Published, confirmed ten days ago, with a licensed prescriber. `statements` are (facet, slug) it says yes to."""
    defaults = {
        "status": Listing.Status.PUBLISHED,
        "consent_at": timezone.now(),
        "consent_by": "A. Manager",
        "terms_version": "1",
        "confirmed_on": days_ago(10),
        "address_is_treatment_site": Answer.YES,
        "accepting": "newpt",
        "prescriber_role": Role.ANESTHESIOLOGIST,
    }
    listing = make_draft(**defaults | fields)
    for route in routes:
        make_term("route", route)
        make_offering(listing, route, rems_certified="yes" if route == Route.INTRANASAL_ESKETAMINE else "not_stated")
    for facet, slug in [*(("condition", slug) for slug in conditions), *statements]:
        state_that(listing, facet, slug)
    if prescriber:
        clinician = make_clinician()
        make_license(clinician, jurisdiction=listing.state)
        Position.objects.create(clinician=clinician, listing=listing, prescribes=True)
    whole = Listing.objects.with_indexed_facts().get(pk=listing.pk)
    make_terms_of(whole)
    SearchRow.objects.write_new([whole])
    return listing


def make_terms_of(listing):
    """The terms of a listing's own fields, so that a small vocabulary is enough for a test."""
    numbers_of = Term.objects.numbers()
    missing = terms_of(listing) - numbers_of.keys()
    first = max(numbers_of.values(), default=0) + 1
    Term.objects.bulk_create(
        Term(facet=facet, slug=slug, number=number, label=label_of(slug), explanation=EXPLANATION)
        for number, (facet, slug) in enumerate(sorted(missing), first)
    )


def make_photo(listing, status="published", *, by=None, **fields):
    """With files of its own, small ones, in the folder where they belong."""
    storage = files.public() if status == "published" else files.private()
    rows = files.keep(small_pictures(), storage) if status in ("waiting", "published") else []
    made = {"width": 40, "height": 30, "variants": rows} if rows else {}
    defaults = {"alt": "A room with a chair beside a window.", "status": status, "uploaded_by": by}
    decided = {"decided_at": timezone.now()} if status in ("published", "refused") else {}
    if status == "uploaded":
        made = {"original": files.keep_upload(ContentFile(b"not yet looked at"))}
    if status == "refused":
        made = {"reason": "The name of a patient can be read."}
    return Photo.objects.create(listing=listing, **defaults | decided | made | fields)


@cache
def small_pictures():
    return variants_of(Image.new("RGB", (40, 30), "teal"))


def make_manager(*listings, email="", **fields):
    """Somebody who signs in and keeps these listings true."""
    user = get_user_model().objects.create_user(email=email or f"manager{next(numbers)}@example.com", **fields)
    Membership.objects.bulk_create(Membership(listing=listing, user=user) for listing in listings)
    return user
