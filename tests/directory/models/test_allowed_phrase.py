import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import CharField, TextField

from directory.models import AllowedPhrase, Listing
from directory.models.rules import OWN_WORDS
from tests.factories.directory import make_hours, make_listing

pytestmark = pytest.mark.django_db


def draft(**fields):
    return make_listing(status=Listing.Status.DRAFT, **fields)


@pytest.mark.parametrize("field", OWN_WORDS)
def test_a_forbidden_phrase_blocks_publication_wherever_it_stands(staff, field):
    with pytest.raises(ValidationError, match=r"“FDA approved”: .* Leave it out"):
        draft(**{field: "We are FDA approved."}).publish(by=staff)


def test_what_stands_with_a_person_or_an_hour_counts_too(staff):
    listing = draft()
    listing.positions.update(does="Miracles")
    with pytest.raises(ValidationError, match="Miracles"):
        listing.publish(by=staff)
    listing.positions.update(does="")
    make_hours(listing, 0, "09:00", "17:00")
    listing.hours.update(note="Guaranteed")
    with pytest.raises(ValidationError, match="Guaranteed"):
        listing.publish(by=staff)


def test_what_stands_with_a_treatment_counts_too(staff):
    listing = draft(routes=["intranasal_esketamine"])
    listing.offerings.update(rems_source="F.D.A. approved")
    with pytest.raises(ValidationError, match=r"F\.D\.A\. approved"):
        listing.publish(by=staff)


def test_every_text_of_a_listing_is_read_or_is_no_text_of_a_provider():
    """A new field of words is either read for such phrases, or named here with the reason why it need not be."""
    texts = {
        field.name
        for field in Listing._meta.concrete_fields
        if isinstance(field, CharField | TextField) and not field.choices and field.editable
    }
    # Held to their own forms: addresses, numbers, codes and places. Not shown to readers: who gave their consent.
    held = {"slug", "city", "zip5", "npi", "phone", "email", "website", "booking_url", "time_zone"}
    assert texts - set(OWN_WORDS) - held == {"consent_by", "terms_version"}


def test_staff_may_let_it_stand_with_a_reason(staff):
    listing = draft(headline="Spravato is FDA approved for it.")
    AllowedPhrase.objects.create(listing=listing, phrase="fda Approved", reason="True of Spravato.", by=staff)
    listing.publish(by=staff)
    assert Listing.objects.visible().exists()


def test_a_reason_for_one_phrase_is_none_for_another(staff):
    listing = draft(headline="FDA approved, guaranteed.")
    AllowedPhrase.objects.create(listing=listing, phrase="FDA approved", reason="True of Spravato.", by=staff)
    with pytest.raises(ValidationError, match="guaranteed"):
        listing.publish(by=staff)


def test_no_phrase_is_allowed_without_a_reason(staff):
    with pytest.raises(IntegrityError, match="allowed_phrase_has_its_reason"), transaction.atomic():
        AllowedPhrase.objects.create(listing=draft(), phrase="cure", reason="", by=staff)
