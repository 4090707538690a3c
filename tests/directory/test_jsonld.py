import json
from datetime import time

import pytest

from directory.jsonld import listing_page, medical_clinic
from directory.models import Listing
from tests.factories.directory import make_draft, make_hours, make_listing

pytestmark = pytest.mark.django_db
SITE = "https://psychly.example"


def described(**fields):
    listing = make_listing(**fields)
    return medical_clinic(Listing.objects.with_page_facts().get(pk=listing.pk), SITE)


def test_it_is_a_clinic_with_an_address_and_a_phone():
    data = described(name="Quiet Harbor", slug="quiet-harbor", website="https://quiet.example", unit="Suite 4")
    assert data["@type"] == "MedicalClinic"
    assert data["@id"] == "https://psychly.example/directory/quiet-harbor/"
    assert (data["name"], data["url"], data["telephone"]) == ("Quiet Harbor", "https://quiet.example", "+13035550123")
    assert data["address"]["streetAddress"] == "1 Test Street, Suite 4"
    assert data["address"]["addressRegion"] == "CO"


def test_every_treatment_is_a_service():
    services = described(routes=["iv_infusion", "im_injection"])["availableService"]
    assert [(service["@type"], service["name"]) for service in services] == [
        ("MedicalTherapy", "IV infusion"),
        ("MedicalTherapy", "Injection into a muscle (IM)"),
    ]


@pytest.mark.parametrize(
    ("accepting", "answer"),
    [("newpt", True), ("nopt", False), ("existptonly", False), ("waitlist", None), ("not_stated", None)],
)
def test_it_says_whether_new_patients_are_taken_only_where_that_is_plain(accepting, answer):
    assert described(accepting=accepting).get("isAcceptingNewPatients") is answer


def test_days_with_the_same_hours_stand_together():
    listing = make_listing()
    for weekday in (0, 1, 4):
        make_hours(listing, weekday, time(9), time(17))
    make_hours(listing, 5, time(10), time(14))
    weekdays, saturday = medical_clinic(listing, SITE)["openingHoursSpecification"]
    assert weekdays["dayOfWeek"] == [f"https://schema.org/{day}" for day in ("Monday", "Tuesday", "Friday")]
    assert (weekdays["opens"], weekdays["closes"]) == ("09:00", "17:00")
    assert saturday["dayOfWeek"] == ["https://schema.org/Saturday"]


def test_a_point_is_given_only_where_it_is_the_address():
    assert "geo" not in described(location_precision="zip_centroid")
    assert described(location_precision="address")["geo"] == {
        "@type": "GeoCoordinates",
        "latitude": 39.75,
        "longitude": -105.0,
    }


def test_a_practice_by_video_has_no_door():
    data = described(by_video_only=True, location_precision="address")
    assert "geo" not in data
    assert data["address"] == {"@type": "PostalAddress", "addressRegion": "CO", "addressCountry": "US"}


def test_the_states_it_serves_are_its_area():
    data = described(statements=[("serves", "co"), ("serves", "tx")])
    assert data["areaServed"] == [{"@type": "State", "name": "Co"}, {"@type": "State", "name": "Tx"}]


def test_the_way_there_is_told_with_it():
    listing = make_listing(name="Quiet Harbor", slug="quiet-harbor")
    data = listing_page(listing, [("Find a provider", "/directory/"), ("Quiet Harbor", None)], SITE)
    clinic, trail = data["@graph"]
    assert (data["@context"], clinic["@type"], trail["@type"]) == (
        "https://schema.org",
        "MedicalClinic",
        "BreadcrumbList",
    )
    assert [(step["position"], step["name"], step["item"]) for step in trail["itemListElement"]] == [
        (1, "Home", f"{SITE}/"),
        (2, "Find a provider", f"{SITE}/directory/"),
        (3, "Quiet Harbor", f"{SITE}/directory/quiet-harbor/"),
    ]


def test_an_npi_is_an_identifier():
    assert described(npi="1234567893")["identifier"] == {
        "@type": "PropertyValue",
        "propertyID": "NPI",
        "value": "1234567893",
    }


def test_what_is_not_stated_is_not_in_it():
    data = medical_clinic(make_draft(phone="", street=""), SITE)
    empty = {
        "telephone",
        "url",
        "email",
        "identifier",
        "openingHoursSpecification",
        "availableService",
        "medicalSpecialty",
    }
    assert not empty & data.keys()


def test_nothing_in_it_rates_anybody():
    assert "rating" not in json.dumps(described(practice_kind="psychiatry_practice")).lower()


def test_a_specialty_is_one_of_schema_orgs():
    assert described(practice_kind="anesthesia_practice")["medicalSpecialty"] == "Anesthesia"
