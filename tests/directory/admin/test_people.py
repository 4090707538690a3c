import pytest
from django.urls import reverse

from directory.models import Clinician, Listing, Position, SearchRow
from psychly.models import User
from tests.factories.directory import make_listing

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(User.objects.create_superuser("desk@example.com", "x"))
    return client


def test_deleting_the_only_prescriber_takes_the_listing_out_of_the_search(desk):
    make_listing()
    clinician = Clinician.objects.get()
    desk.post(reverse("admin:directory_clinician_delete", args=[clinician.pk]), {"post": "yes"})
    assert not Listing.objects.visible().exists()
    assert SearchRow.objects.get().live_until is None


def test_so_does_deleting_several_at_once(desk):
    make_listing()
    make_listing()
    chosen = list(Clinician.objects.values_list("pk", flat=True))
    data = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    desk.post(reverse("admin:directory_clinician_changelist"), data)
    assert not Clinician.objects.exists()
    assert not SearchRow.objects.exclude(live_until=None).exists()


def test_a_license_that_is_lost_counts_at_once(desk):
    make_listing()
    clinician = Clinician.objects.get()
    license_ = clinician.licenses.get()
    position = clinician.positions.get()
    data = {
        "name": clinician.name, "role": clinician.role, "ketamine_patients_band": "not_stated",
        "licenses-TOTAL_FORMS": 1, "licenses-INITIAL_FORMS": 1,
        "licenses-0-id": license_.pk, "licenses-0-clinician": clinician.pk, "licenses-0-jurisdiction": "CO",
        "licenses-0-license_type": "MD", "licenses-0-number": license_.number, "licenses-0-status": "suspended",
        "licenses-0-expires_on": license_.expires_on.isoformat(), "licenses-0-checked_on": "2026-01-01",
        "licenses-0-discipline": "public_action",
        "licenses-0-discipline_url": "https://example.com/action",
        "positions-TOTAL_FORMS": 1, "positions-INITIAL_FORMS": 1, "positions-0-id": position.pk,
        "positions-0-clinician": clinician.pk, "positions-0-listing": position.listing_id,
        "positions-0-prescribes": "on",
        "board_certifications-TOTAL_FORMS": 0, "board_certifications-INITIAL_FORMS": 0,
    }  # fmt: skip
    address = reverse("admin:directory_clinician_change", args=[clinician.pk])
    response = desk.post(address, data | {"licenses-0-discipline_url": ""})
    assert "Say where the public action can be read." in response.content.decode()
    response = desk.post(address, data, follow=True)
    assert SearchRow.objects.get().live_until is None
    assert f"active license: {Listing.objects.get()}." in response.content.decode()


def test_a_listing_that_its_prescriber_leaves_is_searched_anew(desk):
    make_listing()
    position = Position.objects.get()
    data = {
        "name": position.clinician.name, "role": position.clinician.role, "ketamine_patients_band": "not_stated",
        "licenses-TOTAL_FORMS": 0, "licenses-INITIAL_FORMS": 0,
        "positions-TOTAL_FORMS": 1, "positions-INITIAL_FORMS": 1, "positions-0-id": position.pk,
        "positions-0-clinician": position.clinician_id, "positions-0-listing": position.listing_id,
        "positions-0-DELETE": "on",
        "board_certifications-TOTAL_FORMS": 0, "board_certifications-INITIAL_FORMS": 0,
    }  # fmt: skip
    response = desk.post(reverse("admin:directory_clinician_change", args=[position.clinician_id]), data, follow=True)
    assert not Position.objects.exists()
    assert SearchRow.objects.get().live_until is None
    assert "Hidden, because nobody who prescribes there" in response.content.decode()
