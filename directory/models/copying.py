"""A second address of the same practice: what is true of the practice is copied, what is true of a place is not."""

from itertools import count

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from directory.choices import Answer
from directory.models.former_address import FormerAddress
from directory.models.listing import Listing
from directory.models.listing_constraints import RESERVED_SLUGS
from directory.models.membership import Membership, hold

# What each address has to say for itself, and what somebody decided, checked or agreed to for the first one alone.
NOT_COPIED = {
    "id", "slug", "status", "provenance", "demonstration_number", "is_demonstration", "loaded_hash", "consent_at",
    "consent_by", "terms_version", "confirmed_on", "closed_on", "reopens_on", "closure_note", "successor",
    "records_contact", "created_at", "updated_at", "opened_year", "npi", "accreditation", "by_video_only", "street",
    "unit", "city", "state", "zip5", "latitude", "longitude", "location_precision", "address_is_treatment_site",
    "time_zone", "parking", "transit_note", "phone", "life_support_checked_on",
}  # fmt: skip
assert {field.name for field in Listing._meta.concrete_fields} >= NOT_COPIED, "a field has another name by now"

# A certificate for esketamine is given to one site.
OF_ONE_SITE = {"rems_certified": Answer.NOT_STATED, "rems_checked_on": None, "rems_source": ""}
FACETS_OF_A_BUILDING = {"access"}
LONGEST_SLUG = 110


@transaction.atomic
def copy_listing(listing, *, by, **address) -> Listing:
    """A draft that nobody has agreed to, confirmed or checked, and that `by` alone keeps. The same address twice gives
    the same draft."""
    hold(listing)
    drafts = Listing.objects.editable_by(by).filter(status=Listing.Status.DRAFT, name=listing.name)
    if already := drafts.filter(street=address["street"], zip5=address["zip5"]).first():
        return already
    copy = Listing(**_copied(listing), **address)
    copy.clean()
    _save_at_free_slug(copy)
    _copy_rows(listing, copy)
    Membership.begin(copy, by, by=by)
    return copy


def _copied(listing) -> dict:
    fields = (field for field in Listing._meta.concrete_fields if field.name not in NOT_COPIED)
    return {field.attname: getattr(listing, field.attname) for field in fields}


def _save_at_free_slug(listing) -> None:
    """Two who copy at once may look for one at the same time: the second takes the next."""
    base = slugify(f"{listing.name} {listing.city}")[:LONGEST_SLUG].strip("-") or "practice"
    for number in count(1):
        listing.slug = base if number == 1 else f"{base}-{number}"
        if listing.slug not in RESERVED_SLUGS and not _is_taken(listing.slug) and _is_saved(listing):
            return


def _is_taken(slug: str) -> bool:
    return Listing.objects.at([slug]).exists() or FormerAddress.objects.filter(slug=slug).exists()


def _is_saved(listing) -> bool:
    try:
        with transaction.atomic():
            listing.save()
    except IntegrityError:
        if not _is_taken(listing.slug):
            raise
        return False
    return True


def _copy_rows(listing, copy) -> None:
    _copy_each(listing.offerings.all(), copy, **OF_ONE_SITE)
    _copy_each(listing.statements.exclude(term__facet__in=FACETS_OF_A_BUILDING), copy)
    _copy_each(listing.hours.all(), copy)
    _copy_each(listing.positions.all(), copy)


def _copy_each(rows, copy, **fields) -> None:
    for row in rows:
        row.pk, row._state.adding, row.listing = None, True, copy
        for name, value in fields.items():
            setattr(row, name, value)
        row.save()
