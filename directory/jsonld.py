"""A listing as search engines read it: schema.org's MedicalClinic, with nothing in it that the page does not show."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _

from directory.choices import Accepting, LocationPrecision, PracticeKind
from directory.profile.rows import terms_stated

CONTEXT = "https://schema.org"
# Only what schema.org's MedicalSpecialty lists; the other kinds have no word of their own there.
SPECIALTIES = {
    PracticeKind.PSYCHIATRY_PRACTICE: "Psychiatric",
    PracticeKind.COMMUNITY_MENTAL_HEALTH: "Psychiatric",
    PracticeKind.TELEHEALTH_PRESCRIBER: "Psychiatric",
    PracticeKind.PSYCHOTHERAPY_PRACTICE: "Psychiatric",
    PracticeKind.ANESTHESIA_PRACTICE: "Anesthesia",
}
TAKES_NEW = {
    Accepting.NEW: True,
    Accepting.NONE: False,
    Accepting.EXISTING_ONLY: False,
    Accepting.EXISTING_AND_FAMILY: False,
}


def listing_page(listing, crumbs: Iterable[tuple[str, str | None]], site_url: str) -> dict:
    """`crumbs` are the labels and addresses of the way there; the page itself comes last and has no address."""
    trail = _trail(crumbs, listing.get_absolute_url(), site_url)
    return {"@context": CONTEXT, "@graph": [medical_clinic(listing, site_url), trail]}


def landing_page(landing, site_url: str) -> dict:
    """The way to the page of a state or a city, and the real practices that it lists, in its order."""
    real = [card.listing for card in landing.cards if not card.listing.is_demonstration]
    graph = [_trail(landing.crumbs, landing.path, site_url)]
    if real:
        graph.append({"@type": "ItemList", "name": landing.title, "itemListElement": _items(real, site_url)})
    return {"@context": CONTEXT, "@graph": graph}


def _items(listings: Sequence, site_url: str) -> list[dict]:
    return [
        {"@type": "ListItem", "position": n, "name": listing.name, "url": site_url + listing.get_absolute_url()}
        for n, listing in enumerate(listings, 1)
    ]


def _trail(crumbs: Iterable[tuple[str, str | None]], own_path: str, site_url: str) -> dict:
    steps = [(_("Home"), reverse("home")), *crumbs]
    items = [
        {"@type": "ListItem", "position": n, "name": name, "item": site_url + (path or own_path)}
        for n, (name, path) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def medical_clinic(listing, site_url: str) -> dict:
    """The listing with its offerings, statements and hours at hand; what is not stated is not in it."""
    facts = {
        "@type": "MedicalClinic",
        "@id": site_url + listing.get_absolute_url(),
        "name": listing.name,
        "legalName": listing.legal_name,
        "description": listing.headline,
        "url": listing.website,
        "telephone": str(listing.phone.as_e164) if listing.phone else "",
        "email": listing.email,
        "address": _address(listing),
        "geo": _point(listing),
        "areaServed": list(_served(listing)),
        "identifier": _npi(listing),
        "medicalSpecialty": SPECIALTIES.get(listing.practice_kind),
        "foundingDate": str(listing.opened_year or ""),
        "isAcceptingNewPatients": TAKES_NEW.get(listing.accepting),
        "openingHoursSpecification": list(_hours(listing.hours.all())),
        "availableService": [_service(offering) for offering in listing.offerings.all()],
        "image": [site_url + photo.url for photo in listing.shown_photos],
        "dateModified": listing.updated_at.date().isoformat(),
    }
    return {name: value for name, value in facts.items() if value not in (None, "", [])}


def _address(listing) -> dict:
    """Of those who see people by video only the page tells the state, and so does this."""
    address = {"@type": "PostalAddress", **_door(listing), "addressRegion": listing.state, "addressCountry": "US"}
    return {name: value for name, value in address.items() if value}


def _door(listing) -> dict:
    if listing.by_video_only:
        return {}
    street = ", ".join(filter(None, [listing.street, listing.unit]))
    return {"streetAddress": street, "addressLocality": listing.city, "postalCode": listing.zip5}


def _served(listing) -> Iterable[dict]:
    """The states where they say that they see people by video."""
    return ({"@type": "State", "name": term.label} for term in terms_stated(listing, "serves"))


def _point(listing) -> dict | None:
    """Only where the point is a door to go to: the middle of a ZIP code would send people elsewhere."""
    if listing.latitude is None or listing.by_video_only or listing.location_precision != LocationPrecision.ADDRESS:
        return None
    return {"@type": "GeoCoordinates", "latitude": listing.latitude, "longitude": listing.longitude}


def _npi(listing) -> dict | None:
    return {"@type": "PropertyValue", "propertyID": "NPI", "value": listing.npi} if listing.npi else None


def _hours(rows: Iterable) -> Iterable[dict]:
    """Days with the same hours stand together."""
    by_times = sorted(rows, key=lambda row: (row.opens_at, row.closes_at, row.weekday))
    for (opens_at, closes_at), same in groupby(by_times, key=lambda row: (row.opens_at, row.closes_at)):
        yield {
            "@type": "OpeningHoursSpecification",
            "dayOfWeek": [f"{CONTEXT}/{row.Weekday(row.weekday).name.capitalize()}" for row in same],
            "opens": f"{opens_at:%H:%M}",
            "closes": f"{closes_at:%H:%M}",
        }


def _service(offering) -> dict:
    return {"@type": "MedicalTherapy", "name": str(offering.get_route_display())}
