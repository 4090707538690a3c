"""Every fact is either somebody's to write or named as nobody's."""

import pytest

from directory.models import Clinician, License, Listing, Offering, OpeningHours, Position, Statement, proposable
from directory.models.proposable import NOBODYS, is_proposable, is_staffs, row_of

WRITTEN = {
    Listing: proposable.LISTING_FIELDS,
    Offering: proposable.OFFERING_FIELDS,
    Position: proposable.POSITION_FIELDS,
}
# Named by the path itself, or said of somebody new.
WRITTEN_OTHERWISE = {
    Statement: {"term", "answer", "detail"},
    OpeningHours: {"weekday", "opens_at", "closes_at", "note"},
    Clinician: {"name", "post_nominals", "role", "npi"},
    License: {"jurisdiction", "license_type", "number"},
}


@pytest.mark.parametrize("model", WRITTEN | WRITTEN_OTHERWISE)
def test_every_field_is_proposable_or_named_as_not(model):
    fields = {field.name for field in model._meta.concrete_fields}
    written, nobodys = (WRITTEN | WRITTEN_OTHERWISE)[model], NOBODYS[model._meta.model_name]
    assert written | nobodys == fields
    assert not written & nobodys


@pytest.mark.parametrize("model", WRITTEN)
def test_no_path_leads_to_what_is_nobodys(model):
    prefix = {Listing: "", Offering: "offerings.iv_infusion.", Position: "positions.7."}[model]
    assert not [name for name in NOBODYS[model._meta.model_name] if is_proposable(prefix + name)]
    assert all(is_proposable(prefix + name) for name in WRITTEN[model])


@pytest.mark.parametrize(
    "path",
    [
        "", "checks.1", "memberships.3", "listing.name", "name.lower", "offerings", "offerings.iv.listing",
        "hours.7.09:00-17:00", "hours.0.24:00-25:00", "hours.0.9:00-17:00", "statements.room", "positions.x",
        "positions.1.clinician", "positions.1.clinician.npi", "positions.1.npi", "clinicians.1.npi", "people.1.name",
        "people.new.1.is_demonstration",
        "licenses.1.CO", "licenses.1.CO.", "name\n", "status",
    ],
)  # fmt: skip
def test_whatever_else_is_refused(path):
    assert not is_proposable(path)


@pytest.mark.parametrize(
    ("path", "row"),
    [
        ("offerings.iv_infusion.visit_minutes", "offerings.iv_infusion"),
        ("positions.7.title", "positions.7"),
        ("people.new.1.name", "people.new.1"),
        ("offerings.iv_infusion", None),
        ("people.new.1", None),
        ("hours.0.09:00-17:00", None),
        ("name", None),
    ],
)
def test_a_field_of_a_row_names_its_row(path, row):
    assert is_proposable(path)
    assert row_of(path) == row


def test_people_and_licenses_are_staffs():
    assert is_staffs("people.new.1.name")
    assert is_staffs("licenses.7.CO.DR.123")
    assert not is_staffs("positions.7.title")


def test_what_is_public_at_once_holds_no_words_and_no_contact():
    assert not proposable.LIVE_AT_ONCE & (proposable.CONTACTS | set(proposable.OWN_WORDS))
    assert proposable.LIVE_AT_ONCE | proposable.CONTACTS | set(proposable.OWN_WORDS) <= proposable.LISTING_FIELDS
