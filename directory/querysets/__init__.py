"""What may be asked of the directory: each word completes "listings that are …" and is the only place that says how."""

from directory.querysets.changes import ChangeQuerySet
from directory.querysets.keeping import ClaimQuerySet, InvitationQuerySet, MembershipQuerySet
from directory.querysets.listings import ListingQuerySet
from directory.querysets.people import ClinicianQuerySet, LicenseQuerySet, PositionQuerySet
from directory.querysets.photos import PhotoQuerySet
from directory.querysets.places import PlaceQuerySet
from directory.querysets.sightings import SightingQuerySet
from directory.querysets.trust import CheckQuerySet, LetterQuerySet, ReportQuerySet

__all__ = [
    "ChangeQuerySet",
    "CheckQuerySet",
    "ClaimQuerySet",
    "ClinicianQuerySet",
    "InvitationQuerySet",
    "LetterQuerySet",
    "LicenseQuerySet",
    "ListingQuerySet",
    "MembershipQuerySet",
    "PhotoQuerySet",
    "PlaceQuerySet",
    "PositionQuerySet",
    "ReportQuerySet",
    "SightingQuerySet",
]
