"""Nothing marks a listing as checked but rows of the ledger: no field, no form, no admin page and no importer."""

import re

import pytest
from django.apps import apps
from django.contrib import admin
from django.urls import reverse

from directory.models import Check, Listing
from directory.profile.ledger import Ledger
from psychly.models import User
from tests.factories.directory import make_listing
from tests.sample import load_directory

pytestmark = pytest.mark.django_db
LOOKS_LIKE_A_SEAL = re.compile(
    r"verif|badge|seal|featured|sponsor|paid|boost|promot|premium|rank|rating", re.IGNORECASE
)


def test_no_table_has_a_field_for_a_seal_or_a_payment():
    fields = [f"{model.__name__}.{field.name}" for model in apps.get_app_config("directory").get_models()
              for field in model._meta.get_fields()]  # fmt: skip
    assert [name for name in fields if LOOKS_LIKE_A_SEAL.search(name)] == []


def test_no_admin_page_changes_or_deletes_a_check(client):
    client.force_login(User.objects.create_superuser("desk@example.com", "x"))
    row = Check.record(make_listing(), "price", method="phone_call", result="confirmed", by=None)
    change = reverse("admin:directory_check_change", args=[row.pk])
    assert client.post(change, {"result": "contradicted"}).status_code == 403
    assert client.post(reverse("admin:directory_check_delete", args=[row.pk]), {"post": "yes"}).status_code == 403
    chosen = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
    client.post(reverse("admin:directory_check_changelist"), chosen)
    assert Check.objects.get().result == "confirmed"


def test_a_person_who_is_forgotten_leaves_no_check_behind(client):
    client.force_login(User.objects.create_superuser("desk@example.com", "x"))
    clinician = make_listing().positions.get().clinician
    Check.record(clinician, "npi", method="nppes_lookup", result="confirmed", by=None)
    client.post(reverse("admin:directory_clinician_delete", args=[clinician.pk]), {"post": "yes"})
    assert not Check.objects.exists()


def test_no_other_admin_page_holds_checks():
    inlines = [inline.model for page in admin.site._registry.values() for inline in page.inlines]
    assert Check not in inlines


def test_no_field_posted_to_a_listing_makes_one(client):
    client.force_login(User.objects.create_superuser("desk@example.com", "x"))
    listing = make_listing()
    seals = dict.fromkeys(("badge", "badges", "verified", "is_verified", "checks", "ledger"), "on")
    client.post(reverse("admin:directory_listing_change", args=[listing.pk]), seals)
    assert Ledger(Listing.objects.get()).badges == []


def test_no_importer_makes_one():
    load_directory(demonstrations=10)
    assert not Check.objects.exists()
