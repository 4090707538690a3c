"""Nothing marks a listing as checked but rows of the ledger: no field, no form, no admin page and no importer."""

import importlib
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib import admin
from django.core.management import call_command
from django.forms import BaseForm, MultiWidget
from django.urls import reverse
from django.utils import timezone

from directory.admin.call import CallForm
from directory.confirmation_links import confirmation_path
from directory.models import Check, Clinician, Letter, License, Listing, Report
from directory.profile.ledger import Ledger
from directory.report_form import ReportForm
from psychly.models import User
from tests.factories.directory import make_listing
from tests.pages import page_kinds
from tests.sample import load_directory

pytestmark = pytest.mark.django_db
APPS = ("articles", "directory", "psychly")
ROOT = Path(__file__).resolve().parents[2]
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


SEALS = ("badge", "badges", "verified", "is_verified", "seal", "featured", "checks", "ledger", "valid_until")
SEALED = dict.fromkeys(SEALS, "on")
# The only ones that write a row of the ledger, each for a look that somebody took.
WRITERS = {
    "directory/admin/call.py",  # a phone call
    "directory/admin/check.py",  # the form of one look, and a license found again
    "directory/importers/demo/stored.py",  # invented looks at invented listings
    "directory/importers/npi/save.py",  # the public registry
    "directory/models/new_people.py",  # what a board says of a license that staff put on record
    "directory/models/report.py",  # a report that staff confirmed; it contradicts
}
WRITES = re.compile(
    r"(?<!class )\bCheck\(|\bCheck\.(record|look_up)\b|\bchecks\.(create|add|set)\b|Check\.objects\.\w*(create|update)"
)


def badges():
    return [badge for listing in Listing.objects.all() for badge in Ledger(listing).badges]


@pytest.fixture
def desk(client):
    client.force_login(User.objects.create_superuser("desk@example.com", "x"))
    return client


def modules():
    sources = [path for app in APPS for path in (ROOT / app).rglob("*.py")]
    return [path for path in sources if "migrations" not in path.parts]


def as_sent(page):
    """All that the form of a page of the desk would send if nothing were changed."""
    context, sent = page.context, {}
    formsets = [inline.formset for inline in context["inline_admin_formsets"]]
    rows = [form for formset in formsets for form in (formset.management_form, *formset.initial_forms)]
    for form in [context["adminform"].form, *rows]:
        for name in form.fields:
            sent |= values_of(form[name])
    return sent


def values_of(bound):
    value, widget = bound.value(), bound.field.widget
    if isinstance(widget, MultiWidget):
        parts = zip(widget.widgets_names, widget.decompress(value), strict=True)
        return {bound.html_name + suffix: str(part) for suffix, part in parts if part is not None}
    if isinstance(value, list):
        return {bound.html_name: [getattr(each, "pk", each) for each in value]}
    return {} if value is None else {bound.html_name: str(value)}


def every_form():
    """The form classes of our apps: what their modules define, and what the admin makes."""
    for path in modules():
        if re.search(r"\bForm\b|forms?\.", path.read_text()):
            importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    waiting, found = [BaseForm], set()
    while waiting:
        subclasses = waiting.pop().__subclasses__()
        waiting += subclasses
        found |= {form for form in subclasses if form.__module__.split(".")[0] in APPS}
    return found


def test_no_form_has_a_field_for_one():
    forms = every_form()
    assert {CallForm, ReportForm} <= forms
    fields = [f"{form.__name__}.{name}" for form in forms for name in form.base_fields]
    assert [name for name in fields if LOOKS_LIKE_A_SEAL.search(name) or name.split(".")[1] in SEALS] == []


def test_no_form_of_the_desk_has_a_field_for_one(rf):
    request = rf.get("/")
    request.user = User.objects.create_superuser("desk@example.com", "x")
    named = []
    for model, page in admin.site._registry.items():
        forms = [
            page.get_form(request),
            *(each.get_formset(request).form for each in page.get_inline_instances(request)),
        ]
        named += [f"{model.__name__}.{name}" for form in forms for name in form.base_fields]
    assert [name for name in named if LOOKS_LIKE_A_SEAL.search(name) or name.split(".")[1] in SEALS] == []


def test_what_a_look_proves_is_not_up_to_whoever_records_it(desk):
    """Until when it counts, and who took it, is in no form."""
    listing, when = make_listing(), timezone.localdate()
    look = {"listing": listing.pk, "claim": "price", "method": "provider_attested", "result": "confirmed"}
    forged = {"valid_until": "2999-01-01", "checked_by": "", "recorded_at_0": "2001-01-01"}
    desk.post(reverse("admin:directory_check_add"), look | forged | {"checked_on": when.isoformat()})
    row = Check.objects.get()
    assert (row.valid_until, row.checked_by.email) == (when + timedelta(days=180), "desk@example.com")
    assert badges() == []  # what a provider says of itself proves nothing


def test_only_these_write_rows_of_the_ledger():
    """Whatever else does has to be named above, with the look that it records."""
    writing = {path.relative_to(ROOT).as_posix() for path in modules() if WRITES.search(path.read_text())}
    assert writing == WRITERS


def pages_of_rows():
    """Every change page of the desk that there is a row for."""
    for model, page in sorted(admin.site._registry.items(), key=lambda pair: pair[0]._meta.label):
        for row in model._default_manager.all()[:1]:
            yield model, page, reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_change", args=[row.pk])


def test_no_page_of_the_desk_makes_one(desk):
    listing = make_listing()
    Report.objects.create(listing=listing, about="price", text="It is more.", answer="Mended.")
    Letter.write(occasion="x", to="a@example.com", subject="x", text="x", listing=listing)
    visited = {}
    for model, _page, address in pages_of_rows():
        answer = desk.post(address, as_sent(desk.get(address)) | SEALED)
        visited[model] = answer.status_code
    assert {visited[model] for model in (Listing, Clinician, Report)} == {302}  # saved
    assert {visited[model] for model in (License, Letter)} == {403}  # there to be read
    assert not Check.objects.exists()


def test_no_action_of_the_desk_makes_one_but_a_look_at_the_board(desk):
    listing = make_listing()
    Report.objects.create(listing=listing, about="price", text="It is more.", answer="Mended.")
    looked = []
    for model, page, _address in pages_of_rows():
        for action in page.actions or ():
            before = Check.objects.confirming().count()
            chosen = {"action": action, "_selected_action": [row.pk for row in model._default_manager.all()]}
            desk.post(reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist"), chosen | SEALED)
            looked += [action] * (Check.objects.confirming().count() - before)
    assert looked == ["found_again"]
    assert Check.objects.confirming().get().subject == License.objects.get()


def test_no_public_page_takes_one(client):
    load_directory()
    listing = Listing.objects.get(slug="quiet-harbor-infusions")
    pages = page_kinds(listing=listing.get_absolute_url(), topic="/articles/topics/treatments/")
    for path in [*(page.path for page in pages), confirmation_path(listing)]:
        client.get(path, SEALED)
        client.post(path, SEALED)
    assert not Check.objects.exists()
    assert badges() == []


def test_no_loader_makes_one_for_a_real_listing():
    load_directory(demonstrations=10)
    call_command("load_articles", verbosity=0)
    call_command("rebuild_search", verbosity=0)
    call_command("upkeep", verbosity=0)
    assert not Check.objects.real().exists()
    assert [badge for listing in Listing.objects.real() for badge in Ledger(listing).badges] == []
